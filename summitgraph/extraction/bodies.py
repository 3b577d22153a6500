"""Bodies that a text names without their country: ``the Foreign Ministry``, ``the Senate``, ``the Workers' Party``."""

from __future__ import annotations

import re
from collections import defaultdict

from summitgraph.extraction.gazetteer import Gazetteer

_MINISTRY = re.compile(
    r"(?:ministry|department) (?:of|for) (?:the )?(?P<of>[a-z ]+)|(?P<before>[a-z]+(?: affairs)?) (?:ministry|department)"
)
_FIELDS = {
    "foreign": "Foreign Affairs",
    "foreign affairs": "Foreign Affairs",
    "external affairs": "External Affairs",
    "defence": "Defense",
    "national defence": "National Defense",
    "interior": "the Interior",
    "treasury": "the Treasury",
}


class Bodies:
    """Names of the authority's bodies with their country taken off, by that bare name and by country."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self.bare: dict[str, dict[str, str]] = defaultdict(dict)
        for entity in gazetteer.entities.values():
            if entity.type != "Organization" or entity.country is None:
                continue
            country = gazetteer.entities.get(entity.country)
            if country is None:
                continue
            owners = sorted(
                {country.name, *country.aliases, *country.demonyms, "U.S.", "US", "Korea"}, key=len, reverse=True
            )
            for form in (entity.name, *entity.aliases, *entity.ambiguous):
                bare = _without_owner(form, owners)
                if bare:
                    self.bare[bare.lower()].setdefault(entity.country, entity.id)
        self.countries = {form.lower(): ids for form, ids in self.bare.items()}

    def find(self, text: str, country: str | None) -> str | None:
        """Return the body of that bare name in that country; None where the authority lacks it."""
        return self.bare.get(_plain(text), {}).get(country or "")

    def owners(self, text: str) -> dict[str, str]:
        """Return the countries that have a body of that bare name, with its id."""
        return self.bare.get(_plain(text), {})

    def ministry(self, text: str, country: str) -> str | None:
        """Return the name of a ministry that the authority lacks: "Ministry of Defense of Vietnam"; None for other bodies."""
        found = _MINISTRY.fullmatch(_plain(text))
        if found is None:
            return None
        field = found["of"] or found["before"]
        field = _FIELDS.get(
            field, " ".join(word if word in ("and", "of") else word.capitalize() for word in field.split())
        )
        return f"Ministry of {field} of {self.gazetteer.entities[country].name}"


def _plain(text: str) -> str:
    return re.sub(r"^the ", "", text.lower().replace("’", "'"))


def _without_owner(form: str, owners: list[str]) -> str | None:
    """Take the country off a body's name; None where nothing is left that names a body."""
    for owner in owners:
        for pattern in (
            rf"^{re.escape(owner)}(?:'s|’s)? (?P<rest>.+)$",
            rf"^(?P<rest>.+) of (?:the )?{re.escape(owner)}$",
        ):
            found = re.match(pattern, form)
            if (found and " " in found["rest"]) or (found and found["rest"][0].isupper() and len(found["rest"]) > 5):
                return found["rest"]
    return form if " " in form and form[0].isupper() and not form.isupper() else None
