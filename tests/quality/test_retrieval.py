"""That the measurement measures: on a handful of articles of our own. The figures themselves are held by its command, with --check."""

from __future__ import annotations

import json
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from app.service import Service
from ingest.ingestion import ingest
from ingest.library import Library
from ingest.records import Sentence
from ingest.settings import load as load_settings
from ingest.sources import paste
from tests.fakes import BagEncoder
from tests.quality import retrieval, small_news
from tests.quality.retrieval_data import Data, Question, Text, load, places
from tests.quality.retrieval_figures import article_values, figures, gold_place, sentence_values
from tests.quality.retrieval_tables import tables
from tests.quality.stock_chain import SIZE, StockChain, split
from tests.unit.evidence import evidence

pytest.importorskip("ir_measures", reason="ir-measures has no build for this machine")
SETS = ("belebele", "ntrexqa", "headline")


@pytest.fixture
def data(tmp_path: Path) -> Data:
    return load(small_news.write(tmp_path), SETS)


def question(gold: tuple[str, ...] = (), translation: str | None = None) -> Question:
    return Question("news", "Who?", "en", Text("right", "", "", "ko", translation), gold)


# ---- what is read


def test_gold_is_lines_or_an_answer_that_stands_once(data: Data) -> None:
    assert [question.gold for question in data.questions] == [
        ("Nurses",),
        ("간호사들",),
        (),  # the answer stands twice, and may stand in the wrong place
        ("Mending the old pier costs 9 billion won.",),  # the title is no sentence
        ("낡은 부두를 고치는 데 90억 원이 든다.",),
        ("낡은 부두를 고치는 데 90억 원이 든다.",),
        (),
    ]


def test_what_nothing_answers_is_not_asked(data: Data) -> None:
    assert "Who owns the ferry?" not in {question.text for question in data.questions}


def test_a_question_knows_its_direction_and_the_translation_of_its_article(data: Data) -> None:
    asked = data.questions[4]
    assert (asked.direction, asked.article.id, asked.article.translation) == ("en-ko", "ferry-ko", "ferry-en")


def test_a_limit_is_of_each_set_and_direction(data: Data, tmp_path: Path) -> None:
    kept = load(tmp_path, SETS, limit=1).questions
    assert len({(question.data_set, question.direction) for question in kept}) == len(kept) == 6


def test_the_checksum_is_of_every_byte_read(data: Data, tmp_path: Path) -> None:
    assert load(tmp_path, SETS).checksum == data.checksum
    assert load(tmp_path, SETS[::-1]).checksum == data.checksum
    assert load(tmp_path, SETS[:2]).checksum != data.checksum
    file = tmp_path / "questions_headline.jsonl"
    file.write_bytes(file.read_bytes().replace(b"March", b"march"))
    assert load(tmp_path, SETS).checksum != data.checksum


def test_a_stretch_is_found_whatever_became_of_its_white_space() -> None:
    assert places("하나.\n둘 셋. 둘\n\n셋.", "둘  셋.") == [(4, 8), (9, 14)]
    assert places("하나.", "둘") == places("하나.", " ") == []


# ---- what is counted


@pytest.mark.parametrize(
    ("place", "first", "five", "gain"),
    [(1, 1, 1, 1.0), (3, 0, 1, 0.5), (7, 0, 0, 1 / 3), (11, 0, 0, 0.0), (0, 0, 0, 0)],
)
def test_articles_count_by_the_place_of_the_right_one(place: int, first: float, five: float, gain: float) -> None:
    found = [f"other-{i}" for i in range(12)]
    found[place - 1 : place] = ["right"] if place else []
    values = article_values([question()], [found])
    assert {name: value.tolist() for name, value in values.items()} == {
        "hit@1": [first],
        "hit@5": [five],
        "nDCG@10": [pytest.approx(gain)],
    }


def test_the_translation_of_the_right_article_counts_neither_way() -> None:
    asked = [question(translation="same"), question(), question()]
    values = article_values(asked, [["same", "right"], ["same", "right"], []])
    assert values["hit@1"].tolist() == [1, 0, 0]


def test_a_sentence_is_right_if_it_shares_a_character_with_gold() -> None:
    text = "다리가 무너졌다. 부두를 고친다."
    both = evidence(text, article_id="right")
    later = type(both)(Sentence("right", 1, 10, 18), both.article, 1.0, {}, ())
    elsewhere = evidence(text, article_id="wrong")
    asked = question(gold=("부두를",))
    assert gold_place(asked, [elsewhere, later]) == 2
    assert gold_place(question(gold=("다리가",)), [later, both]) == 2
    assert gold_place(asked, [elsewhere]) == np.inf


def test_sentences_count_among_one_three_and_five_where_there_is_gold() -> None:
    wrong, right = evidence("부두다.", article_id="wrong"), evidence("부두다.", article_id="right")
    shown = [[wrong] * 2 + [right], [wrong] * 4 + [right], [wrong] * 5 + [right], [], []]
    values = sentence_values([question(gold=("부두",))] * 4 + [question()], shown)
    assert [values[name][:4].tolist() for name in ("first", "of three", "of five")] == [
        [0, 0, 0, 0],
        [1, 0, 0, 0],
        [1, 1, 0, 0],
    ]
    assert all(np.isnan(of_all[4]) for of_all in values.values())


def test_figures_are_of_one_direction_and_paired_with_stock() -> None:
    asked = [question(), question(), Question("news", "?", "ko", question().article, ())]
    (en_ko, ko_ko) = figures(asked, "mixed", {"hit@1": np.array([1.0, 1, 0])}, {"hit@1": np.array([1.0, 0, 1])})
    assert (en_ko.direction, en_ko.n, en_ko.ours.mean, en_ko.stock, en_ko.difference.mean) == ("en-ko", 2, 1, 0.5, 0.5)
    assert (ko_ko.direction, ko_ko.n, ko_ko.ours.mean, ko_ko.stock, ko_ko.difference.mean) == ("ko-ko", 1, 0, 1, -1)


def test_a_table_has_a_row_for_each_direction_and_library() -> None:
    values = article_values([question()] * 2, [["right"], ["other", "right"]])
    lines = list(
        tables([*figures([question()] * 2, "mixed", values, {}), *figures([question()] * 2, "target", values, values)])
    )
    assert lines[0] == "### news: articles"
    assert lines[2].count("|") == lines[3].count("|") == lines[4].count("|") == lines[5].count("|") == 10
    assert lines[5].startswith("| en-ko | target | 2 | 0.500 [0.00, 1.00] | 0.500 (+0.000 [+0.00, +0.00]) |")


# ---- what ours is measured beside


def test_the_stock_chain_ranks_an_article_by_its_best_chunk(data: Data) -> None:
    far = Text("far", "Weather", "It rained all day. " * SIZE + "\n\nThe ferry sank at noon.", "en", None)
    chain = StockChain([*data.articles.values(), far], BagEncoder().encode_texts)
    assert len(split([far])) > 10
    (found,) = chain.articles(["The ferry sank at noon."])
    assert found[0] == "far"
    assert len(found) == len(set(found))


def test_the_stock_chain_searches_one_language_alone(data: Data) -> None:
    chain = StockChain(data.articles.values(), BagEncoder().encode_texts)
    found = chain.articles(["The ferry at Mujin harbour", "무진항의 여객선"], "ko")
    assert [set(ids) for ids in found] == [{"ferry-ko", "library-ko"}] * 2
    assert found[1][0] == "ferry-ko"


# ---- the command


@pytest.mark.encoder
def test_what_is_found_is_measured_beside_the_chain(home: Path, data: Data) -> None:
    with closing(Service(replace(load_settings(), chat_model="none"))) as service:
        measured = retrieval.measure(service, data, with_stock=True)
        kept = {file: file.stat().st_mtime_ns for file in home.glob("stock-*.npz")}
        assert len(kept) == 2  # of the chunks and of the questions
        retrieval.measure(service, data, with_stock=True)
        assert {file: file.stat().st_mtime_ns for file in home.glob("stock-*.npz")} == kept
        encoder = service.index().fingerprint
        service.library.restart_index("another")
        with pytest.raises(SystemExit, match="another encoder"):
            retrieval.measure(service, data, with_stock=False)
    assert measured.made_with == {"data": data.checksum, "encoder": encoder, "chat_model": "none"}
    rows = measured.by_row()
    assert set(rows) == {
        *(f"belebele {direction} {library}" for direction in ("en-en", "ko-ko") for library in retrieval.CONDITIONS),
        *(f"ntrexqa {direction} {library}" for direction in ("en-en", "en-ko", "ko-ko") for library in retrieval.CONDITIONS),
        *(f"headline en-ko {library}" for library in retrieval.CONDITIONS),
    }  # fmt: skip
    assert rows["ntrexqa en-ko mixed"] == dict.fromkeys(
        ("hit@1", "hit@5", "nDCG@10", "first", "of three", "of five"), 1.0
    )
    assert all(figure.stock is not None for figure in measured.figures if figure.measure == "nDCG@10")
    assert min(measured.milliseconds) > 0
    assert "| en-ko | mixed | 1 | 1.000 [1.00, 1.00] |" in retrieval.as_markdown(measured)
    assert json.loads(retrieval.as_json(measured))["made_with"] == measured.made_with


def test_a_home_with_other_articles_is_refused_and_left_alone(home: Path, library: Library, data: Data) -> None:
    list(ingest(library, [paste("Harbour news\n\nThe harbour closes in March.")]))
    before = library.generation()
    with pytest.raises(SystemExit, match="holds 1 other articles"):
        retrieval.main([str(home.parent), "--home", str(home)])
    assert library.generation() == before


@pytest.mark.parametrize(
    "flags", [["--check", "--limit", "1"], ["--pin", "--sets", "headline"], ["--pin", "--without", "title"]]
)
def test_floors_are_of_all_questions_and_ingredients(flags: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        retrieval.main(["folder", *flags])
    assert "leave out" in capsys.readouterr().err
