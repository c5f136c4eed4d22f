"""Articles that give different figures, from a real library to the answer: told beside it, cited, and the newest first."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app import json_form, terminal
from app.records import Answer, Done
from app.service import Service
from ingest.records import Document, Filters
from ingest.settings import load
from tests.scripted_chat import ScriptedChat

pytestmark = pytest.mark.encoder

STORM = (
    "Storm over Tarn Bay\n\nThe storm over Tarn Bay destroyed {homes} homes on Monday. Mayor Ines Varga asked for tents and blankets. "
    "The road to the lighthouse stayed closed until the evening.{more}"
)
MORE = " Fishing boats were pulled ashore in time, and nobody is missing."
HANGAR = """Hanbyeol Air plans hangar

Hanbyeol Air said on Wednesday that its sales for the third quarter were 480 billion won, not the 530 billion won it reported a week earlier.
An accountant had counted the sales of October twice.
"""
HANGAR_KO = """한별항공 3분기 매출 5300억 원

한별항공(Hanbyeol Air)은 3분기 매출이 5300억 원이라고 밝혔다. 새 노선 두 개가 매출을 끌어올렸다.
"""
BAKERY = "Bakery moves\n\nA bakery in Gunsan moved to the harbour. It sells barley bread on Saturdays."


def article(name: str, raw: str, publisher: str, published: str | None) -> Document:
    return Document(raw=raw, format="text", source="-", id=name, publisher=publisher, published=published)


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    home: Path = tmp_path_factory.mktemp("disagreeing")
    with closing(Service(load(home))) as service:
        documents = [
            article("first", STORM.format(homes=86, more=MORE), "Bay Courier", "2025-03-04"),
            article("copy", STORM.format(homes=86, more=MORE), "Evening Post", "2025-03-05"),
            article("later", STORM.format(homes=132, more=""), "Tarn Herald", "2025-03-07"),
            article("changed", STORM.format(homes=99, more=""), "Gazette", "2025-03-09"),
            article("hangar", HANGAR, "Air Weekly", "2025-11-12"),
            article("hangar-ko", HANGAR_KO, "새벽신문", "2025-11-05"),
            article("bakery", BAKERY, "Gazette", None),
        ]
        assert {outcome.status for outcome in service.ingest(documents)} == {"new"}
        newer = STORM.format(homes=132, more="").replace("132 homes", "132 houses and homes")
        changed = article("changed", newer, "Gazette", "2025-03-09")  # 99 stands in an older version only
        assert [outcome.status for outcome in service.ingest([changed])] == ["updated"]
        service.update_index()
        yield service


HOMES = "How many homes did the storm over Tarn Bay destroy?"


def asked(service: Service, question: str, **options) -> Answer:
    return service.ask(question, use_model=False, **options)


def test_both_figures_are_told_and_cited_newest_first(service: Service) -> None:
    answer = asked(service, HOMES)
    (told,) = answer.disagreements
    assert [figure.split()[0] for figure in told.figures] == ["132", "86"]
    assert told.text.startswith("Articles disagree: 132")
    assert "99" not in told.text
    cited = {citation.n: citation for citation in answer.citations}
    assert [figure.split()[0] in cited[n].quote for figure, n in zip(told.figures, told.citations, strict=True)] == [
        True,
        True,
    ]
    days = [cited[n].article.published for n in told.citations]
    assert days == sorted(days, reverse=True)
    assert all(citation.article.text[citation.start : citation.end] == citation.quote for citation in answer.citations)


def test_quotations_come_newest_first(service: Service) -> None:
    answer = asked(service, HOMES)
    assert answer.status == "quotes_only"
    (told,) = answer.disagreements
    order = [n for claim in answer.claims for n in claim.citations if n in told.citations]
    assert order == [n for n in told.citations if n in order]


def test_copies_are_one_voice(service: Service) -> None:
    (told,) = asked(service, HOMES, filters=Filters(until="2025-03-08")).disagreements
    assert len(told.citations) == 2
    assert asked(service, HOMES, filters=Filters(until="2025-03-06")).disagreements == ()


def test_of_a_chosen_article_nothing_else_is_told(service: Service) -> None:
    answer = asked(service, HOMES, filters=Filters(articles=("first",)))
    assert answer.claims
    assert answer.disagreements == ()


def test_across_languages_in_the_language_asked(service: Service) -> None:
    korean = asked(service, "한별항공의 3분기 매출은 얼마인가요?")
    (told,) = korean.disagreements
    assert told.figures == ("4800억원", "5300억원")  # one from English, one from 5300억 원
    assert told.text == "기사마다 다릅니다: 4800억원 (Air Weekly, 2025-11-12); 5300억원 (새벽신문, 2025-11-05)."
    english = asked(service, "What were the sales of Hanbyeol Air in the third quarter?")
    assert [one.figures for one in english.disagreements] == [("480 billion won", "530 billion won")]


def test_a_drafted_answer_has_it_too_and_stays_as_it_is(service: Service) -> None:
    model = ScriptedChat(("The storm over Tarn Bay destroyed 86 homes on Monday.",), 0.95)
    events = list(service.answerer().stream(HOMES, model=model, fingerprint={}))
    assert isinstance(events[-1], Done)
    answer = events[-1].answer
    assert answer.status == "answered"
    assert [claim.kind for claim in answer.claims] == ["draft"]
    assert answer.text == answer.claims[0].text
    (told,) = answer.disagreements
    assert [figure.split()[0] for figure in told.figures] == ["132", "86"]


def test_an_answer_that_no_article_disputes_has_none(service: Service) -> None:
    answer = asked(service, "What does the bakery in Gunsan sell on Saturdays?")
    assert answer.claims
    assert answer.disagreements == ()
    assert "disagreements" not in json_form.answer(answer)


def test_json_and_terminal_tell_it(service: Service, capsys: pytest.CaptureFixture[str]) -> None:
    answer = asked(service, HOMES)
    (form,) = json_form.answer(answer)["disagreements"]
    assert form == {
        "text": answer.disagreements[0].text,
        "citations": list(answer.disagreements[0].citations),
        "figures": list(answer.disagreements[0].figures),
    }
    terminal.answer(answer)
    out = capsys.readouterr().out
    marks = "".join(f"[{n}]" for n in form["citations"])
    assert f"{form['text']} {marks}\n" in out
