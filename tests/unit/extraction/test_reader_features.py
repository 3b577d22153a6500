import numpy as np
import pytest
import spacy
from spacy.tokens import Doc

from summitgraph.extraction.reader_features import DEPENDENCIES, MAX_STEPS, pairs, syntax


@pytest.fixture(scope="module")
def doc() -> Doc:
    """Moscow expelled two diplomats . Dublin protested ."""
    return Doc(
        spacy.blank("en").vocab,
        words=["Moscow", "expelled", "two", "diplomats", ".", "Dublin", "protested", "."],
        heads=[1, 1, 3, 1, 1, 6, 6, 6],
        deps=["nsubj", "ROOT", "nummod", "dobj", "punct", "nsubj", "ROOT", "punct"],
        pos=["PROPN", "VERB", "NUM", "NOUN", "PUNCT", "PROPN", "VERB", "PUNCT"],
    )


def test_syntax_counts_heads_within_the_window(doc: Doc) -> None:
    second = syntax(doc, 5, 8)
    assert second.head.tolist() == [1, 1, 1]
    assert [DEPENDENCIES[number - 1] for number in second.dep] == ["nsubj", "ROOT", "punct"]


def test_sentences_are_numbered(doc: Doc) -> None:
    assert syntax(doc, 0, 8).sentence.tolist() == [0, 0, 0, 0, 0, 1, 1, 1]


def test_path_counts_steps_up_and_down(doc: Doc) -> None:
    between = pairs(syntax(doc, 0, 8), np.array([1, 2]))
    from_expelled, from_two = between.path.tolist()
    width = MAX_STEPS + 1
    assert from_expelled[:4] == [1, 0, 2, 1]
    assert from_two[:4] == [2 * width + 1, 2 * width, 0, width]


def test_step_is_the_first_label_on_the_way_down(doc: Doc) -> None:
    steps = pairs(syntax(doc, 0, 8), np.array([1])).step[0].tolist()
    assert [DEPENDENCIES[number - 1] if number else None for number in steps[:4]] == ["nsubj", None, "dobj", "dobj"]


def test_words_of_another_sentence_have_a_path_of_their_own(doc: Doc) -> None:
    path = pairs(syntax(doc, 0, 8), np.array([1, 6])).path
    assert path[0, 5:].tolist() == [27, 27, 27]
    assert path[1, :5].tolist() == [25, 25, 25, 25, 25]


def test_distance_tells_before_from_after(doc: Doc) -> None:
    distance = pairs(syntax(doc, 0, 8), np.array([3])).distance[0]
    assert distance[3] == 0
    assert len({int(distance[2]), int(distance[4])}) == 2
