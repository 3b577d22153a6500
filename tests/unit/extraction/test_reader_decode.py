import numpy as np
import pytest
import spacy
from spacy.tokens import Doc

from summitgraph.extraction.reader_decode import Thresholds, candidates, coordinated, fillers, phrase
from summitgraph.extraction.reader_features import Syntax, syntax
from summitgraph.extraction.reader_labels import TYPES


@pytest.fixture(scope="module")
def france_and_germany() -> Syntax:
    """The new France and West Germany rejected the plan ."""
    doc = Doc(
        spacy.blank("en").vocab,
        words=["The", "new", "France", "and", "West", "Germany", "rejected", "the", "plan", "."],
        heads=[2, 2, 6, 2, 5, 2, 6, 8, 6, 6],
        deps=["det", "amod", "nsubj", "cc", "compound", "conj", "ROOT", "det", "dobj", "punct"],
        pos=["DET", "ADJ", "PROPN", "CCONJ", "PROPN", "PROPN", "VERB", "DET", "NOUN", "PUNCT"],
    )
    return syntax(doc, 0, len(doc))


def word_scores(heads: list[float], inside: list[float], kind: str = "REJECT") -> np.ndarray:
    scores = np.zeros((len(heads), 2 + len(TYPES)), dtype=np.float32)
    scores[:, 0], scores[:, 1] = heads, inside
    scores[:, 2 + TYPES.index(kind)] = 5
    return scores


def test_pieces_of_one_trigger_are_one_candidate() -> None:
    found = candidates(word_scores([-5, 4, 2, 1, -5], [-5, 3, 3, 3, -5]), Thresholds())
    assert [(c.head, c.span) for c in found] == [(1, (1, 4))]


def test_two_triggers_side_by_side_in_the_text_stay_two() -> None:
    found = candidates(word_scores([4, -5, 4], [3, -3, 3]), Thresholds())
    assert [c.span for c in found] == [(0, 1), (2, 3)]


def test_a_word_below_the_threshold_is_no_trigger() -> None:
    assert candidates(word_scores([0.5], [3]), Thresholds(trigger=0.7)) == []


def test_phrase_takes_what_stands_before_the_head(france_and_germany: Syntax) -> None:
    assert phrase(france_and_germany, 2) == (0, 3)
    assert phrase(france_and_germany, 5) == (4, 6)


def test_coordinated_members_find_each_other(france_and_germany: Syntax) -> None:
    assert coordinated(france_and_germany, 2) == [5]
    assert coordinated(france_and_germany, 5) == [2]
    assert coordinated(france_and_germany, 8) == []


def test_a_role_takes_every_coordinated_party(france_and_germany: Syntax) -> None:
    probabilities = np.array([0, 0, 0.6, 0, 0, 0.3, 0, 0, 0, 0, 0.1], dtype=np.float32)
    assert [f.span for f in fillers(probabilities, france_and_germany, 1.0, 0.2)] == [(0, 3), (4, 6)]
    assert [f.span for f in fillers(probabilities, france_and_germany, 1.0, 0.6)] == [(0, 3)]


def test_a_role_stays_empty_where_none_is_likelier(france_and_germany: Syntax) -> None:
    probabilities = np.array([0, 0, 0.2, 0, 0, 0, 0, 0, 0.2, 0, 0.6], dtype=np.float32)
    assert fillers(probabilities, france_and_germany, 1.0, 0.2) == ()
