"""The authority file: entities, offices, tenures, summits and agreements."""

from __future__ import annotations

from collections.abc import Iterator

from rdflib import SKOS, URIRef

from ontology.errors import OntologyError
from ontology.model import Agreement, AuthorityEntity, AuthoritySummit, Office, Tenure
from ontology.reader.terms import SG, Terms, local_name, short_id

ENTITY_CLASSES = (SG.Country, SG.Person, SG.Organization, SG.Place, SG.Agreement, SG.Program)


def entities(terms: Terms) -> dict[str, AuthorityEntity]:
    """Return every entity by id.

    Raises:
        OntologyError: an id stands under two classes.
    """
    found: dict[str, AuthorityEntity] = {}
    for class_ in ENTITY_CLASSES:
        for node in terms.instances(class_):
            entity = _entity(terms, node, local_name(class_))
            if entity.id in found:
                raise OntologyError(
                    f"{entity.id} is both {found[entity.id].type} and {entity.type}. Give each its own id."
                )
            found[entity.id] = entity
    return found


def _entity(terms: Terms, node: URIRef, type_: str) -> AuthorityEntity:
    codes = (terms.text(node, SKOS.notation), terms.text(node, SG.ploverCode))
    return AuthorityEntity(
        id=short_id(node),
        name=terms.label(node),
        type=type_,
        aliases=terms.texts(node, SKOS.altLabel),
        ambiguous=terms.texts(node, SKOS.hiddenLabel),
        wikidata=terms.wikidata(node),
        country=terms.id(node, SG.country) or terms.id(node, SG.target),
        kind=terms.text(node, SG.kind),
        gender=terms.text(node, SG.gender),
        demonyms=terms.texts(node, SG.demonym),
        metonyms=terms.texts(node, SG.metonym),
        capital=terms.id(node, SG.capital),
        codes=tuple(code for code in codes if code),
        latitude=terms.number(node, SG.latitude),
        longitude=terms.number(node, SG.longitude),
        start=terms.date(node, SG["from"]),
        end=terms.date(node, SG.until),
        successor=terms.id(node, SG.successor),
        imposed_by=terms.id(node, SG.imposedBy),
    )


def offices(terms: Terms, known: dict[str, AuthorityEntity]) -> dict[str, Office]:
    """Return every office by id; ``title`` is the label up to the name of its body."""
    found = {}
    for node in terms.instances(SG.Office):
        label, body = terms.label(node), terms.id(node, SG.body)
        office = Office(
            id=short_id(node),
            label=label,
            aliases=terms.texts(node, SKOS.altLabel),
            role=terms.text(node, SG.role) or "other",
            body=body,
            title=_title(label, known.get(body or "")),
        )
        found[office.id] = office
    return found


def _title(label: str, body: AuthorityEntity | None) -> str:
    if body is None:
        return label
    for name in sorted((body.name, *body.aliases), key=len, reverse=True):
        for link in (f" of the {name}", f" of {name}"):
            if label.endswith(link):
                return label.removesuffix(link)
    return label


def tenures(terms: Terms) -> tuple[Tenure, ...]:
    """Return every tenure, by person, office and start.

    Raises:
        OntologyError: a tenure names no office, or ends before it starts.
    """
    found = set()
    for person, held in terms.graph.subject_objects(SG.held):
        office = terms.id(held, SG.office)
        if office is None:
            raise OntologyError(f"A tenure of {short_id(person)} names no office. Add sg:office office:… to it.")
        tenure = Tenure(short_id(person), office, terms.date(held, SG["from"]), terms.date(held, SG.until))
        if tenure.start and tenure.end and tenure.end < tenure.start[: len(tenure.end)]:
            raise OntologyError(
                f"{tenure.person} leaves {office} on {tenure.end}, before taking it up on {tenure.start}."
            )
        found.add(tenure)
    return tuple(sorted(found, key=lambda t: (t.person, t.office, t.start or "", t.end or "")))


def summits(terms: Terms) -> dict[str, AuthoritySummit]:
    """Return every summit by id."""
    return {summit.id: summit for summit in _summits(terms)}


def _summits(terms: Terms) -> Iterator[AuthoritySummit]:
    for node in terms.instances(SG.Summit):
        yield AuthoritySummit(
            id=short_id(node),
            name=terms.label(node),
            aliases=terms.texts(node, SKOS.altLabel),
            start=terms.date(node, SG["from"]),
            end=terms.date(node, SG.until),
            place=terms.id(node, SG.place),
            hosts=terms.ids(node, SG.host),
            principals=terms.ids(node, SG.principal),
            wikidata=terms.wikidata(node),
        )


def agreements(terms: Terms) -> dict[str, Agreement]:
    """Return every agreement by id."""
    return {agreement.id: agreement for agreement in _agreements(terms)}


def _agreements(terms: Terms) -> Iterator[Agreement]:
    for node in terms.instances(SG.Agreement):
        yield Agreement(
            id=short_id(node),
            name=terms.label(node),
            aliases=terms.texts(node, SKOS.altLabel),
            date=terms.date(node, SG.date),
            parties=terms.ids(node, SG.party),
            place=terms.id(node, SG.place),
            wikidata=terms.wikidata(node),
        )
