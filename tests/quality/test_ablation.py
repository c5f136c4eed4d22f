"""What is left out of a measurement is left out, alone, and is in again afterwards."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from app import choose, retrieve
from app.background import Background
from app.heard import Heard
from app.question import understand
from app.records import Hit
from app.retrieve import Retriever
from ingest.indexing import drain
from ingest.library import Library
from ingest.names import Aliases
from ingest.records import Filters, Passage
from ingest.terms import terms
from ingest.vector_index import VectorIndex
from tests.fakes import BagEncoder
from tests.integration.small_articles import article, passages
from tests.quality import retrieval, small_news
from tests.quality.ablation import INGREDIENTS, is_known, without

ENCODER = BagEncoder()
ROUNDED = 0.001  # a score has three places, and a difference of two is off by no more
SENTENCES = ('Mayor Renshaw: "The bridge will cost 40 million won," she said.', "렌쇼 시장은 다리를 짓겠다고 했다.")
# What each adds to a score: its weight, and the raw score that it weighs.
ADDED = {
    "nearest": ("_NEAREST", "nearest"),
    "title": ("_TITLE", "title"),
    "foreign": ("_FOREIGN", "translated"),
    "own": ("_OWN", "lexical_share"),
    "statement": ("_SPOKEN", "statement"),
}


@pytest.fixture
def retriever(library: Library) -> Iterator[Retriever]:
    made = article("bridge", SENTENCES, title="The bridge of Renshaw", language="en")
    spoken = [replace(sentence, speaker="Renshaw") for part in passages(made, SENTENCES) for sentence in part.sentences]
    parts = (Passage(tuple(spoken)),)
    library.store(made, parts, [terms(made.text)], title_terms=terms(made.title))
    index = VectorIndex(library.home, ENCODER.fingerprint, ENCODER.dimensions)
    drain(library, index, ENCODER)
    yield Retriever(library, index, ENCODER, Background(ENCODER))
    index.close()


def asked(retriever: Retriever) -> Hit:
    (hit,) = retriever.articles(understand("What did Renshaw say about the 다리?"), Aliases(()), Filters())
    return hit


@pytest.mark.parametrize("name", ADDED)
def test_what_an_ingredient_adds_is_gone_and_nothing_else(retriever: Retriever, name: str) -> None:
    whole = asked(retriever)
    with without([name]):
        left = asked(retriever)
    constant, score = ADDED[name]
    assert whole.score - left.score == pytest.approx(getattr(retrieve, constant) * whole.scores[score], abs=ROUNDED)
    assert whole.scores[score] > 0
    assert left.scores == whole.scores
    assert asked(retriever).score == whole.score


def test_without_sound_nothing_is_heard(library: Library) -> None:
    made = article("bridge", SENTENCES, title="", language="en")
    library.store(made, passages(made, SENTENCES), [terms(made.text)])
    heard = Heard(library)
    with without(["sound"]):
        assert heard.alike("렌쇼") == ()
    assert heard.alike("렌쇼") == ("renshaw",)


def test_without_spread_texts_are_ranked_by_their_cosines_in_every_direction() -> None:
    background = Background(ENCODER)
    question = ENCODER.encode_questions(["When does the bridge open?"])[0]
    texts = ENCODER.encode_texts(
        ["The bridge opens in May.", "다리는 5월에 열린다.", "When does it open?", "Rain is on its way."]
    )
    with without(["spread"]):
        raw = [background.standardise(question, "en", texts, language) for language in ("ko", "en")]
    assert np.argsort(raw[0]).tolist() == np.argsort(texts @ question).tolist()
    assert raw[0].tolist() == raw[1].tolist()
    centred = [background.standardise(question, "en", texts, language) for language in ("ko", "en")]
    assert centred[0].tolist() != centred[1].tolist()


def test_a_speaker_is_left_out_where_sentences_are_chosen() -> None:
    before = choose._SPEAKER
    with without(["speaker"]):
        assert choose._SPEAKER == 0
    assert choose._SPEAKER == before > 0


def test_several_are_left_out_together(retriever: Retriever) -> None:
    with without(INGREDIENTS):
        hit = asked(retriever)
    assert hit.score == pytest.approx(retrieve._PASSAGE * hit.scores["dense_standard"], abs=ROUNDED)


# ---- the command


def test_an_unknown_ingredient_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        retrieval.main([str(tmp_path), "--without", "title,salt"])
    assert "salt is none of nearest, title" in capsys.readouterr().err


@pytest.mark.encoder
def test_the_command_prints_what_was_left_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("ir_measures", reason="ir-measures has no build for this machine")
    folder = str(small_news.write(tmp_path))
    assert (
        retrieval.main([folder, "--no-stock", "--no-model", "--sets", "headline", "--without", "title,own", "--json"])
        == 0
    )
    assert json.loads(capsys.readouterr().out)["made_with"]["without"] == "title,own"


def test_a_weight_may_be_another(retriever: Retriever) -> None:
    before = asked(retriever)
    with without(["own=2"]):
        less = asked(retriever)
    fallen = (retrieve._OWN - 2) * before.scores["lexical_share"]
    assert before.score - less.score == pytest.approx(fallen, abs=2 * ROUNDED)
    assert [is_known(name) for name in ("own=2", "own", "sound", "sound=2", "own=x", "nothing")] == [True] * 3 + [
        False
    ] * 3
