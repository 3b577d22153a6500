"""Heads: what is read from one, and what is refused."""

from __future__ import annotations

from typing import Any

import pytest

from queries import HeadError, ParameterError
from queries.reader import parse

HEAD = """\
// id: actors.met
// title: Whom a person met
// question: Whom did a person meet?
// params:
//   person: {type: id, example: "person:kim-jong-un"}
//   day: {type: day, default: 2019-02-28, about: the last day}
//   modality: {type: string, default: null, values: [actual, planned]}
//   limit: {type: count, default: 10}
//   least: {type: float, default: 0.5}
//   members: {type: boolean, default: true}
// returns:
//   met: string
//   times: integer
// mode: read
// since: 0.1.0
"""
BODY = "\n// A comment of the query.\nMATCH (n) RETURN n.name AS met, 1 AS times ORDER BY met LIMIT $limit\n"


def test_a_head_becomes_a_query() -> None:
    query = parse("actors.met", HEAD + BODY)
    assert (query.topic, query.title, query.mode, query.since) == ("actors", "Whom a person met", "read", "0.1.0")
    assert query.cypher == HEAD + BODY
    assert query.example == {"person": "person:kim-jong-un"}
    assert query.head()["params"]["day"] == {
        "type": "day",
        "required": False,
        "default": "2019-02-28",
        "about": "the last day",
    }
    assert query.head()["returns"] == {"met": "string", "times": "integer"}


@pytest.mark.parametrize(
    ("wrong", "instead", "reason"),
    [
        ("// mode: read\n", "", "the head lacks mode"),
        ("// mode: read", "// mode: write", "mode is write: the catalogue only reads"),
        ("// mode: read", "// mode: read\n// author: me", "the head has the unknown key author"),
        ("id: actors.met", "id: actors.saw", "id is actors.saw, but the file stands where actors.met belongs"),
        ("// title: Whom", "// title: [Whom", "the head is no YAML"),
        ("type: id, ex", "type: name, ex", "parameter person: its type is one of string, id, "),
        ("type: id, ex", "type: id, default: null, ex", "parameter person: give a default, or, where it is required"),
        ("type: id, ex", "type: id, colour: red, ex", "parameter person has the unknown key colour"),
        ("default: 10", "default: ten", "limit=ten: it takes a whole number, 0 or more"),
        ("times: integer", "times: number", "column times: its type is one of string, id, "),
        ("since: 0.1.0", "since: 0.1", "since is 0.1: write a version, as 0.1.0"),
        ("// id:", "id:", "the file begins with no head"),
    ],
)
def test_a_wrong_head_is_refused_with_its_file_and_reason(wrong: str, instead: str, reason: str) -> None:
    assert wrong in HEAD
    with pytest.raises(HeadError) as caught:
        parse("actors.met", HEAD.replace(wrong, instead, 1) + BODY)
    assert str(caught.value).startswith("queries/cypher/actors/met.cypher: ")
    assert reason in str(caught.value)


def test_text_becomes_the_type_and_the_rest_its_default() -> None:
    query = parse("actors.met", HEAD + BODY)
    given = {"person": "person:moon-jae-in", "limit": "5", "least": "0.75", "members": "False", "modality": ""}
    assert query.bind(given) == {
        "person": "person:moon-jae-in",
        "day": "2019-02-28",
        "modality": None,
        "limit": 5,
        "least": 0.75,
        "members": False,
    }


def test_values_of_the_type_stay_as_they_are() -> None:
    query = parse("actors.met", HEAD + BODY)
    bound = query.bind({"person": "person:moon-jae-in", "limit": 0, "least": 1, "members": True, "modality": None})
    assert (bound["limit"], bound["least"], bound["members"], bound["modality"]) == (0, 1.0, True, None)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({}, "actors.met: person must be given, as person=person:kim-jong-un."),
        (
            {"persn": "x"},
            "actors.met: no parameter is named persn; it takes person, day, modality, limit, least, members.",
        ),
        ({"person": "Kim"}, "actors.met: person=Kim: it takes the id of a node, as person:kim-jong-un"),
        ({"person": None}, "actors.met: person=None: it takes the id of a node"),
        ({"day": "2019-02-30"}, "actors.met: day=2019-02-30: it takes a day, as 2019-02-28."),
        ({"day": "yesterday"}, "actors.met: day=yesterday: it takes a day, as 2019-02-28."),
        ({"limit": "-1"}, "actors.met: limit=-1: it takes a whole number, 0 or more."),
        ({"limit": "1.5"}, "actors.met: limit=1.5: it takes a whole number, 0 or more."),
        ({"limit": True}, "actors.met: limit=True: it takes a whole number, 0 or more."),
        ({"limit": "9" * 30}, "it takes a whole number, 0 or more."),
        ({"least": "nan"}, "actors.met: least=nan: it takes a number, as 0.8."),
        ({"least": "much"}, "actors.met: least=much: it takes a number, as 0.8."),
        ({"members": "maybe"}, "actors.met: members=maybe: it takes true or false."),
        ({"modality": "certain"}, "actors.met: modality=certain: it takes one of actual, planned."),
    ],
)
def test_a_wrong_value_is_refused_and_named(given: dict[str, Any], message: str) -> None:
    query = parse("actors.met", HEAD + BODY)
    required = {} if given == {} or "persn" in given else {"person": "person:kim-jong-un"}
    with pytest.raises(ParameterError) as caught:
        query.bind({**required, **given})
    assert message in str(caught.value)
