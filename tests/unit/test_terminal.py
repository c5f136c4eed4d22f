from dataclasses import replace

import pytest

from app import terminal
from app.records import Answer, Citation, Claim, Hit
from ingest.records import Passage
from tests.unit.evidence import evidence

SOURCE = evidence("The bridge will reopen in May.", title="Bridge shut")
ANSWER = Answer(
    question="When will the bridge reopen, and who pays?",
    language="en",
    status="answered",
    claims=(Claim("The bridge will reopen in May.", "draft", (1,)),),
    citations=(Citation(1, SOURCE.article, 0, len(SOURCE.article.text)),),
    withheld=(),
    evidence=(SOURCE,),
    text="The bridge will reopen in May.",
)


def test_an_answer_comes_with_its_quotes(capsys: pytest.CaptureFixture[str]) -> None:
    terminal.answer(ANSWER)
    out = capsys.readouterr().out
    assert out.startswith("The bridge will reopen in May. [1]\n")
    assert "[1] Bridge shut" in out


@pytest.mark.parametrize(("language", "told"), [("en", "could not be confirmed"), ("ko", "확인하지 못했습니다")])
def test_a_partial_answer_says_so(capsys: pytest.CaptureFixture[str], language, told: str) -> None:
    terminal.answer(replace(ANSWER, status="partial", language=language))
    assert told in capsys.readouterr().out.splitlines()[0]


@pytest.mark.parametrize(
    ("language", "label"),
    [("en", "The nearest sentences, which do not answer it:"), ("ko", "답은 아니지만 가장 가까운 문장:")],
)
def test_a_refusal_shows_the_nearest_sentences_as_no_answer(
    capsys: pytest.CaptureFixture[str], language, label: str
) -> None:
    nothing = {"status": "not_found", "claims": (), "citations": (), "text": "Nothing of the sort."}
    terminal.answer(replace(ANSWER, **nothing, language=language))
    assert capsys.readouterr().out.splitlines() == [
        "Nothing of the sort.",
        "",
        label,
        "- Bridge shut · 2025-01-28",
        "    The bridge will reopen in May.",
    ]
    terminal.answer(replace(ANSWER, **nothing, language=language, evidence=()))
    assert capsys.readouterr().out == "Nothing of the sort.\n"


def test_a_hit_shows_its_nearest_sentence_and_why(capsys: pytest.CaptureFixture[str]) -> None:
    text = "Rain fell.\nThe bridge will reopen in May."
    article = replace(SOURCE.article, text=text, publisher="The Herald")
    first, second = replace(SOURCE.sentence, end=10), replace(SOURCE.sentence, start=11, end=len(text))
    hit = Hit(
        article,
        Passage((first, second)),
        1.0,
        {"title": 3.0},
        ("dense",),
        copies=2,
        nearest=second,
        matched={"다리": ("bridge",)},
    )
    terminal.hits([hit, replace(hit, nearest=None, copies=0)])
    assert capsys.readouterr().out.splitlines() == [
        "1. Bridge shut · The Herald · 2025-01-28 · +2 copies  [a1]",
        "   The bridge will reopen in May.",
        "   found by meaning; words: bridge (다리); title",
        "2. Bridge shut · The Herald · 2025-01-28  [a1]",
        "   Rain fell. The bridge will reopen in May.",
        "   found by meaning; words: bridge (다리); title",
    ]
