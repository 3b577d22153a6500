"""The spaCy component ``summitgraph_times``: writes ``doc._.times`` from the text and ``doc._.published``."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from summitgraph.extraction.times.context import Context, Reading
from summitgraph.extraction.times.scanner import plain, scan
from summitgraph.records import TimeExpression


def register_extensions() -> None:
    """Register ``doc._.published`` (a date or None) and ``doc._.times`` (a list) unless they are there."""
    if not Doc.has_extension("published"):
        Doc.set_extension("published", default=None)
    if not Doc.has_extension("times"):
        Doc.set_extension("times", default=[])


register_extensions()


@Language.factory("summitgraph_times", assigns=["doc._.times"])
def make_times(nlp: Language, name: str) -> TimesComponent:
    """Make the component. It uses tags and parse where the pipeline gives them, else the words around."""
    return TimesComponent(name=name)


class TimesComponent:
    """Reads the time expressions of a document against its publication date."""

    def __init__(self, *, name: str = "summitgraph_times") -> None:
        self.name = name
        register_extensions()

    def __call__(self, doc: Doc) -> Doc:
        """Write ``doc._.times``."""
        doc._.times = self.match(doc)
        return doc

    def match(self, doc: Doc) -> list[TimeExpression]:
        """Return the time expressions of the document in order; nothing is written."""
        text = doc.text  # spaCy joins it anew at each access
        context = Context(doc=doc, text=plain(text), published=doc._.published)
        return [_expression(text, reading) for reading in scan(context)]


def _expression(text: str, reading: Reading) -> TimeExpression:
    return TimeExpression(reading.start, reading.end, text[reading.start : reading.end], reading.value, reading.type)
