"""Events become a turn, and a turn becomes chat messages."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from typing import get_args

import pytest

from app.records import (
    Answer,
    Citation,
    Claim,
    Disagreement,
    Done,
    Drafting,
    Evidence,
    EvidenceFound,
    Problem,
    ProblemKind,
    Settled,
)
from app.web import panel
from app.web.panel import Reading
from app.web.texts import LANGUAGES, TEXTS
from app.web.turns import Turn, failure_line, messages, plain
from ingest.errors import Busy, GeungeoError, ModelError
from ingest.records import Article, Sentence

TEXT = "😀 첫 문장이다. 둘째 문장은 <b>굵다</b>.\n\n셋째 문장이다."
ARTICLE = Article(
    id="a", version=2, raw=TEXT, title="제목 & 말", text=TEXT, language="ko", publisher="새벽신문", authors=("한결",),
    published="2026-03-04", updated=None, ingested="2026-03-05T00:00:00Z", url="https://example.org/a", source="paste",
    raw_hash="0",
)  # fmt: skip


def evidence(part: str, speaker: str | None = None) -> Evidence:
    start = TEXT.index(part)
    return Evidence(Sentence("a", 2, start, start + len(part), speaker), ARTICLE, 1.0, {}, ())


SECOND = evidence("둘째 문장은 <b>굵다</b>.", "윤슬")
THIRD = evidence("셋째 문장이다.")
CITED = Citation(1, ARTICLE, SECOND.sentence.start, SECOND.sentence.end)
CLAIM = Claim("둘째는 굵다.", "draft", (1,))


def answered(turn: Turn, **changes: object) -> Turn:
    answer = Answer(turn.question, "ko", "answered", (CLAIM,), (CITED,), (), (SECOND, THIRD))
    turn.take(Done(replace(answer, **changes)))
    return turn


def shown(turn: Turn) -> str:
    """The words of the finished message."""
    return html.unescape(re.sub(r"<[^>]+>", "", messages(turn, "en")[1]["content"]))


def test_a_turn_is_the_question_then_the_finished_part_then_the_draft() -> None:
    turn = Turn(3, "무엇이 굵나?")
    assert [message["role"] for message in messages(turn, "ko")] == ["user", "assistant"]
    turn.take(EvidenceFound((SECOND, THIRD)))
    turn.take(Drafting("둘째는"))
    turn.take(Settled(CLAIM, (CITED,)))
    turn.take(Drafting("셋째는"))
    question, finished, draft = (message["content"] for message in messages(turn, "ko"))
    assert question == '<div class="question">무엇이 굵나?</div>'
    assert 'href="#c-3-1"' in finished
    assert "셋째는" in draft
    assert "셋째는" not in finished
    answered(turn)
    assert len(messages(turn, "ko")) == 2
    assert "확인 중" not in str(messages(turn, "ko"))


def test_messages_are_one_line_each_whatever_they_hold() -> None:
    turn = answered(Turn(1, "한 줄\n\n    다음 줄"), claims=(Claim("가\n\n나", "draft", (1,)),))
    for message in messages(turn, "ko"):
        assert "\n" not in message["content"]
        assert message["content"].startswith("<div ")


def test_stopping_keeps_what_was_settled_and_drops_the_draft() -> None:
    turn = Turn(1, "무엇?")
    turn.take(Settled(CLAIM, (CITED,)))
    turn.take(Drafting("셋째는"))
    turn.stop()
    assert "둘째는 굵다." in shown(turn)
    assert "Stopped." in shown(turn)
    assert len(messages(turn, "en")) == 2
    answered(turn)
    turn.stop()
    assert turn.state == "done"


def test_a_quotation_names_speaker_and_publisher_and_a_translation_says_so() -> None:
    quote = Claim("“굵다”", "quote", (1,))
    text = shown(answered(Turn(1, "누가?"), claims=(quote, Claim("It is bold.", "translation", (1,)))))
    assert "“굵다”[1]윤슬 · 새벽신문" in text
    assert "TranslationIt is bold.[1]" in text


@pytest.mark.parametrize(
    ("count", "ko", "en"),
    [(1, "같은 기사 1건 더", "and 1 more copy"), (2, "같은 기사 2건 더", "and 2 more copies"), (0, "", "")],
)
def test_a_source_says_how_many_copies_it_has(count: int, ko: str, en: str) -> None:
    sources = {"evidence": (replace(SECOND, copies=count), THIRD), "citations": (replace(CITED, copies=count),)}
    turn = answered(Turn(1, "무엇?"), **sources, claims=(replace(CLAIM, kind="quote"),))
    for language, told in (("ko", ko), ("en", en)):
        shown_in = (panel.evidence(turn, language), plain(turn, language), messages(turn, language)[1]["content"])
        for place in shown_in:
            assert (told in place) if told else ("더" not in place and "more cop" not in place)


@pytest.mark.parametrize("reason", ["no_model", "model_failed", "nothing_survived"])
def test_quotes_alone_say_why(reason: str) -> None:
    turn = answered(Turn(1, "누가?"), status="quotes_only", reason=reason)
    assert TEXTS[reason]["en"] in shown(turn)


def test_a_refusal_says_what_was_looked_for_and_calls_its_sentences_nearby() -> None:
    refusal = {"status": "not_found", "claims": (), "citations": (), "text": "No article speaks of <whales>."}
    turn = answered(Turn(1, "고래?"), **refusal)
    assert "No article speaks of <whales>." in shown(turn)
    assert "2 nearby sentences" in shown(turn)
    for language in LANGUAGES:
        listed = panel.evidence(turn, language)
        heading, note = TEXTS["nearby"][language], TEXTS["nearby_note"][language]
        assert -1 < listed.find(heading) < listed.find(note) < listed.find("<ol>")
        assert all(item.text in html.unescape(listed) for item in turn.evidence)
        assert 'class="number"' not in listed


def test_withheld_sentences_come_with_their_reasons_and_are_never_copied() -> None:
    wrong = Claim("$560 million", "draft", (), (Problem("number", "560 million"), Problem("name", "Kim")))
    turn = answered(Turn(1, "얼마?"), withheld=(wrong,))
    assert "a number that the evidence does not hold, a name that the evidence does not hold" in shown(turn)
    assert "560" not in plain(turn, "en")


def test_the_copied_text_is_the_answer_and_its_sources() -> None:
    assert plain(answered(Turn(1, "무엇?")), "en").splitlines() == [
        "둘째는 굵다. [1]",
        "",
        "Sources",
        "[1] “둘째 문장은 <b>굵다</b>.” — 새벽신문, 제목 & 말, 4 March 2026, https://example.org/a",
    ]


def test_every_problem_has_its_words() -> None:
    assert {f"problem_{kind}" for kind in get_args(ProblemKind)} <= set(TEXTS)


def test_a_failure_is_told_by_its_kind_and_a_crash_keeps_its_details() -> None:
    assert TEXTS["error_Busy"]["ko"] in failure_line(Busy("Locked by <7>.", "Wait."), "ko", "error")
    assert "&lt;7&gt;" in failure_line(Busy("Locked by <7>.", "Wait."), "ko", "error")
    assert TEXTS["error_ModelError"]["en"] in failure_line(ModelError("x"), "en", "error")
    assert TEXTS["error"]["en"] in failure_line(GeungeoError("x"), "en", "error")
    assert "secret" not in failure_line(RuntimeError("secret"), "en", "error")


def test_the_panel_marks_by_code_points() -> None:
    view = Reading(ARTICLE, SECOND.sentence.start, SECOND.sentence.end, newest=2, others=((25, 34),))
    body = re.search(r'<div class="text"[^>]*>(.*)</div>', panel.reading(view, "ko"))
    assert body is not None
    assert '<mark class="target">둘째 문장은 &lt;b&gt;굵다&lt;/b&gt;.</mark>' in body[1]
    assert html.unescape(re.sub(r"</?(mark|span)[^>]*>", "", body[1])) == TEXT


def test_the_panel_says_when_an_article_has_changed_or_gone() -> None:
    assert TEXTS["version_old"]["en"].format(n=2) in panel.reading(Reading(ARTICLE, newest=3), "en")
    gone = panel.reading(Reading(ARTICLE, 2, 5, newest=None), "en")
    assert TEXTS["removed"]["en"] in gone
    assert "첫 문장" not in gone


def test_cards_carry_the_numbers_of_the_answer() -> None:
    turn = answered(Turn(4, "무엇?"))
    assert panel.cited(turn, SECOND) == [1]
    assert panel.cited(turn, THIRD) == []
    listed = panel.evidence(turn, "ko")
    assert listed.count('class="number"') == 1
    assert 'data-turn="4" data-n="1"' in listed


def test_the_sentence_that_says_who_is_meant_is_marked_beside_the_cited_one() -> None:
    leaning = replace(CITED, who=THIRD.sentence)
    turn = answered(Turn(4, "무엇?"), citations=(leaning,))
    cited, meant = (SECOND.sentence, THIRD.sentence)
    assert panel.ranges(turn, ARTICLE) == ((cited.start, cited.end), (meant.start, meant.end))
    assert panel.ranges(turn, replace(ARTICLE, id="b")) == ()
    assert "[1] “둘째 문장은 <b>굵다</b>.” (“셋째 문장이다.”) — " in plain(turn, "ko")


def test_a_disagreement_stands_below_the_claims_with_a_mark_for_each_article() -> None:
    other = Citation(2, replace(ARTICLE, id="b"), THIRD.sentence.start, THIRD.sentence.end)
    told = Disagreement("기사마다 다릅니다: 3 <b>; 2.", (2, 1), ("3", "2"))
    turn = answered(Turn(4, "몇인가?"), citations=(CITED, other), disagreements=(told,))
    content = messages(turn, "ko")[1]["content"]
    assert content.index('class="claims"') < content.index('<div class="disagreement" role="note">')
    assert "3 &lt;b&gt;; 2." in content
    assert content.index("#c-4-2") < content.rindex("#c-4-1")
    assert "기사마다 다릅니다: 3 <b>; 2. [2] [1]" in plain(turn, "ko").splitlines()
    assert turn.citation(2) is other
    assert "disagreement" not in messages(answered(Turn(5, "몇인가?")), "ko")[1]["content"]
