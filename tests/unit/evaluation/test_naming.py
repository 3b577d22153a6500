"""Names that mean the same."""

from __future__ import annotations

import pytest

from summitgraph.evaluation.naming import Names, plain, summit_key


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("President Moon Jae-in", "moon jae in"),
        ("the United Nations", "united nations"),
        ("U.S. Congress", "us congress"),
        ("São Paulo", "sao paulo"),
        ("Kim's sister", "kim sister"),
        ("President of France", "president of france"),
        (None, ""),
    ],
)
def test_plain(name: str | None, expected: str) -> None:
    assert plain(name) == expected


@pytest.fixture
def names() -> Names:
    return Names(
        {
            "entities": [
                {"name": "Kim Jong Un", "type": "Person", "aliases": ["Kim", "Chairman Kim"]},
                {"name": "Kim Yong Chol", "type": "Person", "aliases": ["Kim"]},
            ],
            "summits": [{"name": "2019 Hanoi Summit", "start": "2019-02-27", "place": "Hanoi"}],
            "optional": [{"kind": "entity", "name": "Panmunjom", "aliases": ["truce village"]}],
        }
    )


def test_an_alias_of_one_alone_counts(names: Names) -> None:
    assert names("truce village") == "panmunjom"
    assert names("Kim") == "kim"


def test_an_id_has_the_name_that_the_extraction_gives(names: Names) -> None:
    names.learn({"entities": [{"id": "person:x", "name": "Kim Jong-un", "aliases": []}]})
    assert names("person:x") == "kim jong un"


def test_a_long_alias_of_the_extraction_counts(names: Names) -> None:
    names.learn({"entities": [{"id": "person:x", "name": "Supreme Ruler", "aliases": ["Kim", "Kim Yong Chol"]}]})
    assert names("person:x") == "kim yong chol"


def test_a_summit_is_its_day_and_town(names: Names) -> None:
    names.learn({"summits": [{"id": "summit:1", "name": "Second Summit", "start": "2019-02-27", "place": "Hanoi"}]})
    assert names("summit:1") == names("2019 Hanoi Summit") == "summit 2019-02-27 hanoi"
    assert summit_key({}) == "summit ? "


def test_nobody_has_no_name(names: Names) -> None:
    assert names(None) == ""
