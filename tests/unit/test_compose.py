"""The ladder: what is shown of what a model wrote, and what code builds where nothing of it stands."""

import threading
from dataclasses import replace

import pytest

from app.check import Checker
from app.compose import Composer
from app.gloss import Glosser
from app.question import understand
from app.records import Drafting, Settled
from app.statement import no_statement
from app.writer import Writer
from ingest.errors import ModelError
from ingest.names import Aliases
from tests.scripted_chat import ScriptedChat
from tests.unit.evidence import Near, evidence

KOREAN = evidence("한빛전자의 김 대표는 공장 건설에 560만 달러가 들었다고 말했다.", speaker="김 대표")
ENGLISH = evidence("The plant cost $5.6 million, the firm said.", article_id="a2")


def composed(question: str, replies: list, *items, model: bool = True) -> tuple[Composer, list]:
    asked = understand(question)
    chat = ScriptedChat(replies)
    writer = Writer(chat, asked.language, threading.Event()) if model else None
    aliases = Aliases([("한빛전자", "Hanbit Electronics")])
    composer = Composer(asked, tuple(items), Checker(Near(), aliases), Glosser(asked, aliases), writer)
    return composer, list(composer.compose())


def test_a_sentence_that_stands_is_shown_with_its_citation() -> None:
    composer, events = composed("How much did the plant cost?", ["The plant cost $5.6 million."], ENGLISH)
    assert [(claim.text, claim.kind, claim.citations) for claim in composer.claims] == [
        ("The plant cost $5.6 million.", "draft", (1,))
    ]
    assert composer.citations[0].quote == ENGLISH.text
    assert composer.status == "answered"
    assert isinstance(events[-1], Settled)


def test_a_wrong_figure_is_withheld_retried_and_never_shown() -> None:
    composer, events = composed(
        "How much did the plant cost?", ["The plant cost $560 million.", "It cost $5.6 million."], ENGLISH
    )
    assert [claim.text for claim in composer.claims] == ["It cost $5.6 million."]
    assert [problem.kind for problem in composer.withheld[0].problems] == ["number"]
    assert not any("560" in event.text for event in events if isinstance(event, Drafting))


def test_korean_evidence_falls_back_to_a_checked_translation_for_english() -> None:
    bad = "The plant cost $560 million."
    composer, _ = composed(
        "How much did the plant cost?",
        [bad, bad, "Building the Hanbit Electronics plant cost $5.6 million."],
        KOREAN,
    )
    assert [claim.kind for claim in composer.claims] == ["translation"]
    assert composer.status == "answered"


def test_the_last_rung_is_the_quotation_with_its_speaker() -> None:
    bad = "공장에는 9억 달러가 들었다."
    pronoun = evidence("그는 공장 건설에 560만 달러가 들었다고 덧붙였다.", speaker="김 대표")
    composer, _ = composed("공장에 얼마가 들었나요?", [bad, bad], pronoun)
    assert [(claim.kind, claim.text) for claim in composer.claims] == [("quote", f"김 대표: “{pronoun.text}”")]
    assert composer.status == "answered"


def test_no_model_gives_quotes_only() -> None:
    composer, _ = composed("공장에 얼마가 들었나요?", [], KOREAN, model=False)
    assert (composer.status, composer.reason) == ("quotes_only", "no_model")
    assert KOREAN.text in composer.claims[0].text


def test_a_broken_model_gives_quotes_only_and_says_so() -> None:
    composer, _ = composed("공장에 얼마가 들었나요?", [ModelError("It broke.")], KOREAN)
    assert (composer.status, composer.reason) == ("quotes_only", "model_failed")


def test_a_model_that_breaks_after_a_good_sentence_loses_nothing() -> None:
    composer, _ = composed(
        "공장에 얼마가 들었고 왜 지었나요?", ["공장에는 560만 달러가 들었다.", ModelError("It broke.")], KOREAN
    )
    assert composer.claims
    assert composer.reason is None


def test_nothing_of_the_kind_asked_for_survives() -> None:
    blank = replace(evidence("공장은 강가에 있다."), scores={**KOREAN.scores, "candidate": 0.0})
    composer, _ = composed("공장에 얼마가 들었나요?", ["공장에는 9억 달러가 들었다."], blank)
    assert (composer.status, composer.reason) == ("quotes_only", "nothing_survived")


@pytest.mark.parametrize(
    "reply",
    [
        "[1] The plant cost $5.6 million. [1]",
        "Answer: The plant cost $5.6 million.",
        "Yes, The plant cost $5.6 million.",
    ],
)
def test_marks_and_labels_of_the_model_are_dropped(reply: str) -> None:
    composer, _ = composed("How much did the plant cost?", [reply], ENGLISH)
    assert composer.claims[0].text == "The plant cost $5.6 million."


def test_a_reply_that_is_cut_off_is_not_shown() -> None:
    endless = "The plant cost $5.6 million. The firm then spent " + "more and " * 200
    composer, _ = composed("How much did the plant cost?", [endless], ENGLISH)
    assert [claim.text for claim in composer.claims] == ["The plant cost $5.6 million."]


def test_a_reply_without_a_full_stop_is_a_sentence() -> None:
    composer, _ = composed("How much did the plant cost?", ["The plant cost $5.6 million"], ENGLISH)
    assert [claim.text for claim in composer.claims] == ["The plant cost $5.6 million"]


def test_a_model_that_breaks_in_the_retry_leaves_the_quotation() -> None:
    composer, _ = composed(
        "공장에 얼마가 들었나요?", ["김 대표는 공장 건설에 관해 말했다.", ModelError("It broke.")], KOREAN
    )
    assert [claim.kind for claim in composer.claims] == ["draft", "quote"]
    assert composer.status == "answered"


def test_after_a_stop_the_model_is_asked_nothing_more() -> None:
    asked, stop = understand("How much did the plant cost?"), threading.Event()
    chat = ScriptedChat(["The plant cost $560 million. It did.", "x", "x"])
    composer = Composer(
        asked, (ENGLISH,), Checker(Near(), Aliases()), Glosser(asked, Aliases()), Writer(chat, "en", stop)
    )
    for _ in composer.compose():
        stop.set()
    assert len(chat.prompts) == 1


def test_once_a_fact_is_answered_nothing_more_is_written() -> None:
    more = "The plant cost $5.6 million. The firm said the plant cost $5.6 million."
    composer, _ = composed("How much did the plant cost?", [more], ENGLISH)
    assert [claim.text for claim in composer.claims] == ["The plant cost $5.6 million."]


def test_a_name_alone_goes_on_as_no_sentence() -> None:
    composer, _ = composed(
        "김 대표는 뭐라고 말했나요?", ["공장 건설에 560만 달러가 들었다고 김 대표는 말했다.\n한빛전자"], KOREAN
    )
    assert [claim.text for claim in composer.claims] == ["공장 건설에 560만 달러가 들었다고 김 대표는 말했다."]
    assert [claim.problems[0].kind for claim in composer.withheld] == ["meaning"]


def test_without_a_model_what_is_merely_near_is_not_quoted() -> None:
    fitting = replace(KOREAN, scores={**KOREAN.scores, "candidate": 1.0})
    near = replace(ENGLISH, scores={**ENGLISH.scores, "candidate": 0.0})
    composer, _ = composed("How much did the plant cost?", [], fitting, near, model=False)
    assert [citation.article.id for citation in composer.citations] == [KOREAN.article.id]


def test_words_asked_for_are_those_of_the_best_sentence() -> None:
    other = evidence("김 대표는 새 공장이 3월에 문을 연다고 말했다.", speaker="김 대표", article_id="a3")
    strayed, retried = (
        "김 대표는 새 공장이 3월에 문을 연다고 말했다.",
        "김 대표는 공장 건설에 560만 달러가 들었다고 말했다.",
    )
    composer, _ = composed("김 대표는 공장 건설 비용에 대해 뭐라고 말했나요?", [strayed, retried], KOREAN, other)
    assert [claim.text for claim in composer.claims] == [strayed, retried]
    assert composer.status == "answered"


@pytest.mark.parametrize(
    ("question", "strayed"),
    [
        (
            "How much did the plant cost?",
            "The text does not provide information about what the plant cost, $5.6 million.",
        ),
        ("How much did the plant cost?", "Did the plant cost $5.6 million?"),
        ("공장 건설에 얼마가 들었나요?", "공장 건설에 560만 달러가 들었나."),
        ("공장 건설에 얼마가 들었나요?", "문장에는 공장 건설에 560만 달러가 들었다는 언급이 없습니다."),
    ],
)
def test_what_states_nothing_is_withheld(question: str, strayed: str) -> None:
    composer, _ = composed(question, [strayed, ""], KOREAN)
    assert strayed not in [claim.text for claim in composer.claims]


@pytest.mark.parametrize("text", ["공장 가동률이 5% 증가.", "그는 바다에 있다고 말했다."])
def test_what_ends_like_a_question_may_be_none(text: str) -> None:
    assert no_statement(text, "ko", first=True) is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("환자는 14% 늘었고, 이런 방식으로 감염된 사람은 거의 없다.", "ko"),
        ("The plant cost $5.6 million, and was paid for in this way.", "en"),
    ],
)
def test_an_answer_does_not_begin_with_a_way_that_was_told_of_before(text: str, language: str) -> None:
    assert no_statement(text, language, first=True)  # type: ignore[arg-type]
    assert no_statement(text, language, first=False) is None  # type: ignore[arg-type]


@pytest.mark.parametrize("reply", ["The plant cost $5.6 million. It opened.", ModelError("It broke.")])
def test_what_prepares_the_check_does_not_outlive_the_answer(reply: str | ModelError) -> None:
    class Slow(Near):
        """Takes its time over what is prepared, and tells when it is through."""

        through = 0

        def near(self, sentence, language, others, written_in):
            if sentence in others:  # as it is prepared: each is held against itself
                threading.Event().wait(0.3)
                self.through += 1
            return super().near(sentence, language, others, written_in)

    asked, slow = understand("How much did the plant cost?"), Slow()
    writer = Writer(ScriptedChat([reply]), asked.language, threading.Event())
    composer = Composer(asked, (ENGLISH,), Checker(slow, Aliases([])), Glosser(asked, Aliases([])), writer)
    events = composer.compose()
    next(events)
    events.close()  # as where a reader stops it
    assert slow.through == 1


OPENED = evidence("The plant opened in Garam.", article_id="a3")


def test_a_true_sentence_beside_the_point_gives_way_to_the_answer() -> None:
    replies = ["The plant opened in Garam. The plant cost $5.6 million."]
    composer, _ = composed("How much did the plant cost?", replies, ENGLISH, OPENED)
    assert [claim.text for claim in composer.claims] == ["The plant cost $5.6 million."]
    assert [(claim.text, claim.problems[0].detail) for claim in composer.withheld] == [
        ("The plant opened in Garam.", "beside what is asked")
    ]


def test_a_true_sentence_beside_the_point_is_shown_where_nothing_answers() -> None:
    opened = "The plant opened in Garam."
    composer, _ = composed("How much did the plant cost?", [opened, ModelError("gone", "wait")], OPENED)
    assert [(claim.text, claim.kind) for claim in composer.claims] == [(opened, "draft")]
    assert composer.status == "partial"


def test_a_sentence_whose_figure_was_found_to_be_of_something_else_is_not_the_one_to_quote() -> None:
    fell = evidence("5월에 2.3% 하락했던 빵집 매출이 6월에는 더 낮아졌습니다.", article_id="a4")
    items = [replace(item, scores={"candidate": 1.0}) for item in (fell, evidence("빵집 매출은 6월에 4.1% 감소했다."))]
    bad = ["Bakery sales fell by 2.3% in June.", "In June bakery sales fell by 2.3%."]
    composer, _ = composed("By how much did bakery sales fall in June?", [*bad, "빵집"], *items)
    assert "2.3%: 5월, not June" in [problem.detail for problem in composer.withheld[0].problems]
    assert [citation.quote for citation in composer.citations] == [items[1].text]


def test_the_sentence_to_quote_is_rather_one_of_an_article_with_the_names_asked_about() -> None:
    other = evidence("A mill in Orrin cost $2 million.", article_id="a5")
    items = [
        replace(other, scores={"candidate": 1.0, "names_together": 0.5}),
        replace(ENGLISH, scores={"candidate": 1.0, "names_together": 1.0}),
    ]
    bad = ["The plant cost $560 million.", "It cost $560 million."]
    composer, _ = composed("How much did the Hanbit Electronics plant cost?", bad, *items)
    assert [citation.quote for citation in composer.citations] == [ENGLISH.text]
