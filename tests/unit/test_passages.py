from hypothesis import given
from hypothesis import strategies as st

from ingest.passages import MAX_CHARACTERS_EN, MAX_CHARACTERS_KO, MAX_SENTENCES, make_passages
from ingest.records import Sentence


def laid_out(lengths: list[int], letter: str) -> tuple[str, list[Sentence]]:
    text = " ".join(letter * length for length in lengths)
    sentences, at = [], 0
    for length in lengths:
        sentences.append(Sentence("a", 1, at, at + length))
        at += length + 1
    return text, sentences


@given(st.lists(st.integers(1, 1200), max_size=40), st.sampled_from("가a"))
def test_every_sentence_in_one_passage_and_none_too_long(lengths: list[int], letter: str) -> None:
    text, sentences = laid_out(lengths, letter)
    limit = MAX_CHARACTERS_KO if letter == "가" else MAX_CHARACTERS_EN
    passages = make_passages(text, sentences)
    assert [one for passage in passages for one in passage.sentences] == sentences
    for passage in passages:
        assert len(passage.sentences) <= MAX_SENTENCES
        assert passage.end - passage.start <= limit or len(passage.sentences) == 1


def test_no_passage_could_take_the_next_sentence_too() -> None:
    text, sentences = laid_out([300] * 7, "a")
    assert [len(passage.sentences) for passage in make_passages(text, sentences)] == [3, 3, 1]
