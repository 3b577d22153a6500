"""Events: readings of triggers and roles, their parties linked, their times resolved, their repetitions merged."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.language import Language
from spacy.tokens import Doc, Token

from summitgraph.extraction.completion import Gap, Stage, dyads_of, fill
from summitgraph.extraction.evidence import Sentences
from summitgraph.extraction.gazetteer import Gazetteer, shared
from summitgraph.extraction.parties import Cast
from summitgraph.extraction.reading import Reading
from summitgraph.extraction.state import register
from summitgraph.extraction.times import iso, precision, told_from
from summitgraph.ids import event_id
from summitgraph.records import Evidence, ExtractedEvent, Span, TimeExpression

_NEAR = 25  # characters between "two days after" and what it counts from
_GUESS = 0.15  # confidence under which an act whose party the text supplied is left out
_FAR = 12  # sentences over which a mention without names takes up an event
MUTUAL = frozenset(("CONSULT", "COOPERATE", "AGREE"))


@dataclass(frozen=True, slots=True)
class Act:
    """One reading with its parties named: what is merged into events."""

    reading: Reading
    actor: str | None
    recipient: str | None
    speaker: str | None
    date: str | None
    place: str | None
    evidence: Evidence
    supplied: bool = False

    def gap(self, role: str, doc: Doc) -> Gap:
        """Return the role as something that the text may supply."""
        trigger = doc.char_span(self.reading.trigger.start, self.reading.trigger.end, alignment_mode="expand")
        other = self.recipient if role == "actor" else self.actor
        return Gap(
            role, self.reading.type, trigger.start if trigger else 0, other, getattr(self.evidence, role) is not None
        )


class EventBuilder:
    """Turns ``doc._.readings`` into ``doc._.events``; ``least`` is the confidence under which a reading is left out."""

    def __init__(self, *, gazetteer: Gazetteer, least: float, supply: float) -> None:
        register()
        self.gazetteer = gazetteer
        self.least = least
        self.supply = supply

    def __call__(self, doc: Doc) -> Doc:
        """Set ``doc._.events``."""
        doc._.events = list(self.match(doc))
        return doc

    def match(self, doc: Doc) -> list[ExtractedEvent]:
        """Return the events of the text in order of their first mention."""
        cast, sentences = Cast.of(doc, self.gazetteer), Sentences(doc)
        acts = [
            act
            for reading in doc._.readings
            if reading.confidence >= self.least
            for act in acts_of(doc, cast, sentences, reading)
        ]
        if self.supply < 1:
            acts = [
                act
                for act in self._completed(doc, taken_up(acts))
                if not (act.supplied and act.reading.confidence < _GUESS)
            ]
        return [_event(doc, group) for group in _merge(acts)]

    def _completed(self, doc: Doc, acts: Sequence[Act]) -> list[Act]:
        """Supply from the text the parties that the sentences leave out."""
        stage = Stage(doc, self.gazetteer, dyads_of((act.actor, act.recipient) for act in acts))
        out = []
        for act in acts:
            actor, sure = (act.actor, 1.0) if act.actor else fill(stage, act.gap("actor", doc), self.supply / 2)
            known = replace(act, actor=actor)
            recipient = act.recipient
            if recipient is None and actor is not None:
                recipient, share = fill(stage, known.gap("recipient", doc), self.supply)
                sure *= share if recipient is not None else 1.0
            if recipient == actor:
                recipient = None
            supplied = (actor, recipient) != (act.actor, act.recipient)
            reading = replace(act.reading, confidence=act.reading.confidence * sure) if supplied else act.reading
            out.append(replace(known, reading=reading, recipient=recipient, supplied=supplied or act.supplied))
        return out


def taken_up(acts: Sequence[Act]) -> list[Act]:
    """Give the parties of an event to the mentions that take it up with fewer words: ``the summit``, ``the pledge``.

    A mention without a known party, or with one of the two, is taken as the nearest event of its type and realis that has both and
    whose date agrees.
    """
    whole = [
        act for act in acts if act.actor is not None and (act.recipient is not None or act.reading.type not in MUTUAL)
    ]
    return [_adopted(act, whole) for act in acts]


def _adopted(act: Act, whole: Sequence[Act]) -> Act:
    bare = act.evidence.actor is None and act.evidence.recipient is None
    half = act.actor is not None and act.recipient is None and act.evidence.recipient is None
    if not (bare and act.actor is None and act.recipient is None) and not half:
        return act
    fitting = [
        other
        for other in whole
        if other is not act
        and (other.reading.type, other.reading.modality) == (act.reading.type, act.reading.modality)
        and _same_time([other], act.date)
        and (not half or _shares(act, other))
    ]
    if not fitting:
        return act
    nearest = min(fitting, key=lambda other: abs(other.evidence.sentence - act.evidence.sentence))
    if abs(nearest.evidence.sentence - act.evidence.sentence) > _FAR:
        return act
    return replace(act, actor=nearest.actor, recipient=nearest.recipient, supplied=True)


def _shares(act: Act, other: Act) -> bool:
    if other.recipient is None:
        return False
    return act.actor == other.actor or (act.reading.type in MUTUAL and act.actor == other.recipient)


def acts_of(doc: Doc, cast: Cast, sentences: Sentences, reading: Reading) -> Iterator[Act]:
    """One act per pair of parties; a group that acts on nobody else acts within itself where the type is mutual."""
    sentence = _sentence(sentences, reading.trigger)
    speaker = _first(cast.parties(reading.speaker))
    time = _time(doc, reading)
    date = _date(doc, time)
    place = _place(doc, cast, reading)
    for actor, actor_span in _fill(cast, reading.actors):
        for recipient, recipient_span in _fill(cast, reading.recipients):
            group = cast.parties(actor_span)
            if recipient is None and len(group) > 1 and reading.type in MUTUAL:
                if actor != group[0]:
                    continue
                recipient = group[1]
            if actor is not None and actor == recipient:
                recipient = None
            evidence = Evidence(
                sentence[0],
                sentence[1],
                sentence[2],
                trigger=reading.trigger,
                actor=actor_span,
                recipient=recipient_span,
                attributed_to=reading.speaker,
                time=Span(time.start, time.end) if time else reading.time,
            )
            yield Act(reading, actor, recipient, speaker, date, place, evidence)


def _fill(cast: Cast, spans: Sequence[Span]) -> list[tuple[str | None, Span | None]]:
    """Pairs of entity and words for one role; a phrase that names nobody keeps its words."""
    out: list[tuple[str | None, Span | None]] = []
    for span in spans:
        found = cast.parties(span)
        out.extend((entity, span) for entity in found) if found else out.append((None, span))
    return out or [(None, None)]


def _first(found: tuple[str, ...]) -> str | None:
    return found[0] if found else None


def _sentence(sentences: Sentences, span: Span) -> tuple[int, int, int]:
    for number, sent in enumerate(sentences.spans):
        if span.start < sent.end and sent.start <= span.start:
            return sent.start, sent.end, number
    return span.start, span.end, 0


def _time(doc: Doc, reading: Reading) -> TimeExpression | None:
    """The time that the reading names, else one that hangs on the trigger's own clause."""
    times: list[TimeExpression] = [time for time in doc._.times if time.type in ("DATE", "TIME") or _counts(doc, time)]
    counted = [time for time in times if time.type == "DURATION" and 0 <= reading.trigger.start - time.end <= _NEAR]
    if counted:
        return counted[-1]
    if reading.time is not None:
        touching = [time for time in times if time.start < reading.time.end and reading.time.start < time.end]
        return touching[0] if touching else None
    trigger = doc.char_span(reading.trigger.start, reading.trigger.end, alignment_mode="expand")
    if trigger is None:
        return None
    for time in times:
        span = doc.char_span(time.start, time.end, alignment_mode="expand")
        if span is not None and span.sent.start == trigger.sent.start and _hangs_on(span.root, trigger.root):
            return time
    return None


def _counts(doc: Doc, time: TimeExpression) -> bool:
    """Whether a length of time counts from something told: ``two days after his summit``."""
    return time.type == "DURATION" and doc.text[time.end : time.end + 8].strip().startswith(
        ("after", "before", "since")
    )


def _date(doc: Doc, time: TimeExpression | None) -> str | None:
    """The day, month or year that a time expression means for the act told with it."""
    if time is None or time.value is None:
        return None
    if time.type == "DURATION":
        return told_from(doc.text, doc._.times, doc._.times.index(time), doc._.published)
    return iso(time.value)


def _hangs_on(token: Token, trigger: Token) -> bool:
    node = token
    for _ in range(3):
        if node.head.i == trigger.i:
            return True
        if node.head.i == node.i or node.head.tag_.startswith("VB"):
            return False
        node = node.head
    return False


def _place(doc: Doc, cast: Cast, reading: Reading) -> str | None:
    """A place that the trigger's clause names behind "in" or "at"."""
    trigger = doc.char_span(reading.trigger.start, reading.trigger.end, alignment_mode="expand")
    if trigger is None:
        return None
    anchors = {trigger.root.i, trigger.root.head.i} if not trigger.root.tag_.startswith("VB") else {trigger.root.i}
    for token in trigger.sent:
        if token.lower_ in ("in", "at", "near") and token.head.i in anchors:
            for child in token.children:
                for ref in cast.at.get(child.i, ()):
                    if ref.entity and cast.members[ref.entity].type in ("Place", "Country"):
                        return ref.entity
    return None


# -- one event, many mentions --------------------------------------------------------------------------------------


def _merge(acts: Sequence[Act]) -> list[list[Act]]:
    """Group the mentions of one event: same type, parties and modality, and dates that agree."""
    groups: dict[tuple[str, ...], list[list[Act]]] = defaultdict(list)
    order: list[list[Act]] = []
    for act in acts:
        key = _key(act)
        for group in groups[key]:
            if _same_time(group, act.date):
                group.append(act)
                break
        else:
            group = [act]
            groups[key].append(group)
            order.append(group)
    return order


def _key(act: Act) -> tuple[str, ...]:
    parties = [act.actor or "", act.recipient or ""]
    if act.reading.type in MUTUAL and act.recipient:
        parties.sort()
    if not act.actor and not act.recipient:
        # Nobody known takes part: only the same words in the same sentence are surely the same act.
        parties = [str(act.evidence.sentence), str(act.reading.trigger.start)]
    return (act.reading.type, *parties, act.reading.modality)


def _same_time(group: Sequence[Act], date: str | None) -> bool:
    known = {act.date for act in group if act.date}
    return date is None or not known or any(date.startswith(other) or other.startswith(date) for other in known)


def _event(doc: Doc, group: Sequence[Act]) -> ExtractedEvent:
    first = group[0]
    best = max(group, key=lambda act: act.reading.confidence)
    dates = [act.date for act in group if act.date]
    date = max(dates, key=len) if dates else None
    place = next((act.place for act in group if act.place), None)
    modes = [act.reading.mode for act in group if act.reading.mode]
    dated = date is not None and first.actor is not None
    salt = (
        ""
        if dated
        else f"{doc._.document_id}:{first.evidence.trigger.start if first.evidence.trigger and not first.actor else ''}"
    )
    return ExtractedEvent(
        id=event_id(
            first.reading.type,
            [first.actor or ""],
            [first.recipient or ""],
            date,
            place,
            f"{salt}{first.reading.modality}",
        ),
        type=first.reading.type,
        mode=modes[0] if modes else None,
        actor=first.actor,
        recipient=first.recipient,
        modality=first.reading.modality,
        confidence=round(best.reading.confidence, 3),
        rule=_rule(group),
        date=date,
        date_precision=precision(date) if date else None,
        place=place,
        attributed_to=next((act.speaker for act in group if act.speaker), None),
        evidence=tuple(dict.fromkeys(act.evidence for act in group)),
    )


def _rule(group: Sequence[Act]) -> str:
    found = {part for act in group for part in act.reading.rule.split("+")}
    if any(act.supplied for act in group):
        found.add("context")
    return "+".join(sorted(found, reverse=True))


@Language.factory(
    "summitgraph_events",
    assigns=["doc._.events"],
    requires=["doc._.refs", "doc._.readings"],
    default_config={"extra": [], "least": 0.0, "supply": 0.3},
)
def make_events(nlp: Language, name: str, extra: list[str], least: float, supply: float) -> EventBuilder:
    """Make the component.

    Args:
        least: confidence under which a reading is left out.
        supply: probability that a recipient must have to be supplied from the text, an actor half of it, since every act has
            one; 1 supplies none.
    """
    return EventBuilder(gazetteer=shared(tuple(extra)), least=least, supply=supply)
