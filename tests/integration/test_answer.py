"""From question to answer over a real library, index and encoder; the chat model is scripted."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app.records import Answer, Done, Drafting, EvidenceFound, Settled
from app.service import Service
from ingest.records import Document, Filters
from ingest.settings import load
from ingest.sources import paste
from tests.scripted_chat import ScriptedChat

pytestmark = pytest.mark.encoder

HARBOUR = """Brookhaven harbour to close for repairs

The port of Brookhaven will close its north harbour on March 3, 2025, mayor Alice Marlow said on Monday.
The repairs will cost $5.6 million and take four months.
“We cannot wait another winter,” Marlow told reporters.
Fishing crews will use the south harbour until July.
"""
FERRY = """페리온 해운, 새 여객선 두 척 도입

페리온 해운은 2025년 4월 새 여객선 두 척을 들여온다고 밝혔다.
두 척의 값은 모두 350억 원이다.
윤서하 대표는 새 배가 연료를 20% 덜 쓴다고 말했다.
노선은 바뀌지 않는다.
"""


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    home: Path = tmp_path_factory.mktemp("answers")
    with closing(Service(load(home))) as service:
        documents = [
            Document(
                raw=HARBOUR,
                format="text",
                source="-",
                id="harbour",
                publisher="Brookhaven Post",
                published="2025-02-10",
            ),
            Document(raw=FERRY, format="text", source="-", id="ferry", published="2025-03-01"),
        ]
        assert [outcome.status for outcome in service.ingest(documents)] == ["new", "new"]
        service.update_index()
        yield service


def asked(service: Service, question: str, *replies: str, yes: float = 0.95, **options) -> tuple[Answer, list]:
    answerer = service.answerer()
    events = list(answerer.stream(question, model=ScriptedChat(replies, yes), fingerprint={}, **options))
    return events[-1].answer, events


def test_the_events_come_in_order_and_evidence_first(service: Service) -> None:
    answer, events = asked(service, "How much will the harbour repairs cost?", "The repairs will cost $5.6 million.")
    assert isinstance(events[0], EvidenceFound)
    assert isinstance(events[-1], Done)
    kinds = [type(event) for event in events[1:-1]]
    assert set(kinds) == {Drafting, Settled}
    assert answer.status == "answered"
    assert "$5.6 million" in answer.citations[0].quote


def test_every_quote_is_its_slice(service: Service) -> None:
    answer, _ = asked(service, "새 여객선의 값은 얼마인가요?", "두 척의 값은 모두 350억 원이다.")
    assert answer.citations
    for citation in answer.citations:
        text = service.article(citation.article.id, citation.article.version).text
        assert text[citation.start : citation.end] == citation.quote


def test_a_question_crosses_languages_in_the_language_asked(service: Service) -> None:
    answer, _ = asked(service, "How much do the new Perion ferries cost?", "The two ships cost 35 billion won.")
    assert (answer.status, answer.language) == ("answered", "en")
    assert answer.citations[0].article.id == "ferry"


def test_what_the_articles_do_not_hold_is_refused(service: Service) -> None:
    answer, events = asked(service, "What is the capital of Portugal?", "Lisbon.", yes=0.2)
    assert answer.status == "not_found"
    assert not answer.citations
    assert len(events) == 2
    assert "portugal" in answer.text.lower()


def test_filters_hold_exactly(service: Service) -> None:
    question = "How much will it cost?"
    for filters in (Filters(articles=("ferry",)), Filters(since="2025-02-20"), Filters(language="ko")):
        _, events = asked(service, question, "x", filters=filters)
        assert {item.article.id for item in events[0].evidence} == {"ferry"}
    _, events = asked(service, question, "x", filters=Filters(publisher="brookhaven post"))
    assert {item.article.id for item in events[0].evidence} == {"harbour"}


def test_a_follow_up_without_a_name_inherits_the_last_articles(service: Service) -> None:
    first, _ = asked(
        service, "What did Alice Marlow say?", "Alice Marlow said the north harbour will close on March 3, 2025."
    )
    second, events = asked(service, "And how much will it cost?", "The repairs will cost $5.6 million.", previous=first)
    assert {item.article.id for item in events[0].evidence} == {"harbour"}
    assert second.status == "answered"
    assert second.question == "And how much will it cost?"


def test_one_article_is_summarised_sentence_by_sentence(service: Service) -> None:
    answer, events = asked(
        service,
        "Summarise this article.",
        "The north harbour will close on March 3, 2025. The repairs will cost $5.6 million and take four months.",
        filters=Filters(articles=("harbour",)),
    )
    assert answer.status == "answered"
    assert [len(claim.citations) for claim in answer.claims] == [1, 1]
    starts = [item.sentence.start for item in events[0].evidence]
    assert starts == sorted(starts)


def test_a_summary_is_of_what_it_names_and_not_of_the_last_answer(service: Service) -> None:
    last, _ = asked(service, "How much will the harbour repairs cost?", "The repairs will cost $5.6 million.")
    assert last.citations[0].article.id == "harbour"
    for question in ("페리온 해운 기사를 요약해 줘", "Summarise the article about Perion"):
        _, events = asked(service, question, "x", previous=last)
        assert {item.article.id for item in events[0].evidence} == {"ferry"}
    _, events = asked(service, "Summarise it.", "x", previous=last)
    assert {item.article.id for item in events[0].evidence} == {"harbour"}
    other, _ = asked(service, "Summarise the article about the Lisbon tramway", "x", previous=last, yes=0.02)
    assert other.status == "not_found"
    assert "Which article?" in other.text


def test_a_new_question_is_no_follow_up(service: Service) -> None:
    last, _ = asked(service, "How much will the harbour repairs cost?", "The repairs will cost $5.6 million.")
    _, events = asked(service, "새 여객선의 값은 얼마인가요?", "두 척의 값은 모두 350억 원이다.", previous=last)
    assert events[0].evidence[0].article.id == "ferry"


def test_a_summary_of_nothing_in_particular_asks_which(service: Service) -> None:
    answer, _ = asked(service, "요약해 줘", "x")
    assert answer.status == "not_found"
    assert "어느 기사" in answer.text


def test_what_the_filters_leave_empty_is_not_called_an_empty_library(service: Service, tmp_path: Path) -> None:
    never = Filters(since="2025-06-01", until="2025-01-01")
    for question, told in (
        ("How much will it cost?", "No article fits the filters."),
        ("요약해 줘", "범위에 맞는 기사가 없습니다."),
    ):
        answer, _ = asked(service, question, "x", filters=never)
        assert answer.status == "not_found"
        assert told in answer.text
    with closing(Service(load(tmp_path / "empty"))) as empty:
        answer, _ = asked(empty, "How much will it cost?", "x", filters=never)
        assert "There are no articles yet." in answer.text


def test_a_cancelled_question_says_nothing_more(service: Service) -> None:
    cancel = threading.Event()
    stream = service.answerer().stream(
        "How much will the harbour repairs cost?",
        model=ScriptedChat(["The repairs will cost $5.6 million."], 0.9),
        fingerprint={},
        cancel=cancel,
    )
    assert isinstance(next(stream), EvidenceFound)
    cancel.set()
    assert list(stream) == []


def test_an_old_citation_still_slices_after_a_new_version(service: Service) -> None:
    before, _ = asked(service, "How much will the harbour repairs cost?", "The repairs will cost $5.6 million.")
    changed = Document(raw=HARBOUR.replace("5.6", "6.1"), format="text", source="-", id="harbour")
    assert [outcome.status for outcome in service.ingest([changed])] == ["updated"]
    service.update_index()
    after, _ = asked(service, "How much will the harbour repairs cost?", "The repairs will cost $6.1 million.")
    old, new = before.citations[0], after.citations[0]
    assert (old.article.version, new.article.version) == (1, 2)
    assert service.article("harbour", 1).text[old.start : old.end] == old.quote
    assert "$6.1 million" in new.quote


def test_what_is_not_yet_indexed_is_found_by_its_words(service: Service) -> None:
    assert [
        outcome.status
        for outcome in service.ingest([paste("Quillon bakery opens\n\nThe Quillon bakery opens on May 2.")])
    ] == ["new"]
    found = service.search("Quillon bakery")
    assert "Quillon" in found[0].article.text
    assert found[0].found_by == ("lexical",)
    service.update_index()
    assert "dense" in service.search("Quillon bakery")[0].found_by


def test_a_claim_about_the_clause_that_denies_must_deny_too(service: Service) -> None:
    from app.check import Checker
    from app.cite import cite
    from ingest.names import Aliases
    from tests.unit.evidence import evidence

    source = evidence(
        "분석가는 알려진 공사 비용이 항만 사업의 전체 비용을 나타내지 않을 것이라며, 군이 기존 방파제를 이용한 것으로 보인다고 말했다."
    )
    checker = Checker(service.answerer()._meaning, Aliases())
    wrong = "The reported construction cost represents the total cost of the port project."
    right = "The reported construction cost does not represent the total cost of the port project."
    other = "The analyst said the county appears to have used an existing breakwater."
    assert "negation" in [problem.kind for problem in cite(wrong, "en", [source], checker)[1]]
    assert cite(right, "en", [source], checker)[1] == ()
    assert cite(other, "en", [source], checker)[1] == ()


@pytest.mark.parametrize(
    ("claim", "kinds"),
    [
        ("The north harbour of Brookhaven will close on March 3, 2025.", set()),
        ("브룩헤이븐 항은 2025년 3월 3일 북쪽 항구를 닫는다.", set()),
        ("Fishing crews will use the south harbour until August.", {"date"}),
        ("Bob Marlow told reporters that they cannot wait another winter.", {"name"}),
        ("The two ships cost 35 billion won in all.", set()),
        ("The new ships use 20% more fuel.", {"negation", "meaning"}),
        ("The ferry route will change.", {"negation"}),
    ],
)
def test_a_claim_is_verified_in_either_language(service: Service, claim: str, kinds: set[str]) -> None:
    found = service.verify(claim)
    assert found.supported is not bool(kinds)
    assert bool(kinds & {problem.kind for problem in found.problems}) is bool(kinds)
    for citation in found.citations:
        assert citation.article.text[citation.start : citation.end] == citation.quote
