"""What readers do, without a browser: questions in line, acts, articles coming and going, and the server's own rules."""

from __future__ import annotations

import asyncio
import socket
import threading
from pathlib import Path

import pytest

from app.records import Answer
from app.web import acts, adding, masthead, server, shelf
from app.web.asking import answer_all
from app.web.session import Session, Sessions
from app.web.turns import Turn
from ingest.errors import GeungeoError
from ingest.records import Filters
from ingest.sources import SourceFailure
from tests.browser.scripted import COST, FERRY, LIBRARY_NEWS, NASTY, Scripted, State


def run(service: Scripted, session: Session, stop_at: str | None = None) -> list[str]:
    """Answer what is in line; the states that the turns went through. Stops a turn when it gets to `stop_at`."""

    async def collect() -> list[str]:
        states = []
        async for turn in answer_all(service, session, "page"):
            states.append(turn.state)
            if turn.state == stop_at:
                session.stop()
        return states

    return asyncio.run(asyncio.wait_for(collect(), 20))


def act(service: Scripted, session: Session, **given: object) -> acts.Changed:
    return acts.act(service, session, given)


@pytest.fixture
def service() -> Scripted:
    return Scripted(pace=0.05)


@pytest.fixture
def answered(service: Scripted) -> Session:
    session = Session(language="en")
    session.ask("the library")
    run(service, session)
    return session


# ---- asking


def test_questions_are_answered_in_turn_each_with_the_answer_before(service: Scripted) -> None:
    session = Session()
    first, second = session.ask("the library"), session.ask("and the library?")
    states = run(service, session)
    assert (states[0], states[-1]) == ("searching", "done")
    assert (first.state, second.state) == ("done", "done")
    assert service.asked[0][2] is None
    assert isinstance(service.asked[1][2], Answer)
    assert session.running is None


def test_stopping_ends_the_turn_at_once_and_reaches_the_pipeline(service: Scripted) -> None:
    session = Session()
    turn = session.ask("slow")
    run(service, session, stop_at="drafting")
    assert turn.state == "stopped"
    for thread in [thread for thread in threading.enumerate() if thread.name == "question-1"]:
        thread.join(3)
    assert [question for question, _ in service.aborted] == ["slow"]


def test_a_closed_page_drops_only_what_it_asked(service: Scripted) -> None:
    session = Session()
    session.running, session.cancel, session.owner = session.ask("slow"), threading.Event(), "page"
    session.leave("another page")
    assert not session.cancel.is_set()
    session.leave("page")
    assert session.cancel.is_set()
    assert session.turns[0].state == "stopped"
    assert not session.waiting


def test_failures_end_the_turn(service: Scripted, caplog: pytest.LogCaptureFixture) -> None:
    session = Session()
    known, crash = session.ask("broken"), session.ask("crash")
    run(service, session)
    assert (known.state, crash.state) == ("failed", "failed")
    assert isinstance(known.failure, GeungeoError)
    assert "secret detail" in caplog.text  # the log says what the page does not


def test_a_tab_finds_its_conversation_again_and_others_do_not() -> None:
    sessions = Sessions()
    mine = sessions.enter("page 1", "token", "ko")
    assert sessions.enter("page 2", "token", "en") is mine
    assert sessions.of("page 2") is mine
    assert sessions.enter("page 3", None, "en") is not mine
    assert sessions.of("a page from before a restart") is not mine


# ---- acts


@pytest.mark.parametrize(
    "given",
    [
        {}, {"act": "no such"}, {"act": "cite"}, {"act": "cite", "turn": "x", "n": "1"}, {"act": "cite", "turn": "9", "n": "1"},
        {"act": "cite", "turn": "1", "n": "99"}, {"act": "evidence", "turn": "1", "n": "-1"}, {"act": "evidence", "turn": "1", "n": "²"},
        {"act": "language", "id": "fr"}, {"act": "filter", "name": "articles", "value": "x"},
        {"act": "filter", "name": "language", "value": "fr"}, {"act": "remove", "id": "ferry"}, {"act": "samples-yes"},
        {"act": ["cite"]},
    ],
)  # fmt: skip
def test_acts_without_meaning_change_nothing(service: Scripted, answered: Session, given: dict[str, object]) -> None:
    assert acts.act(service, answered, given) == acts.Changed()
    assert len(service.heads()) == 3
    assert answered.filters.empty


def test_a_mark_opens_its_article(service: Scripted, answered: Session) -> None:
    assert act(service, answered, act="cite", turn="1", n="2") == acts.Changed(("panel",), "evidence")
    view = answered.reading
    assert view is not None
    assert view.article.text[view.start : view.end].startswith("“We lost nine hundred")
    assert len(view.others) == 2
    act(service, answered, act="back")
    assert answered.reading is None


def test_removing_takes_two_steps_and_lets_go_of_the_article(service: Scripted, answered: Session) -> None:
    act(service, answered, act="scope", id="shelves")
    assert answered.filters == Filters(articles=("shelves",))
    act(service, answered, act="sure", id="shelves")
    act(service, answered, act="remove", id="ferry")  # not the one that was asked about
    assert len(service.heads()) == 3
    act(service, answered, act="remove", id="shelves")
    assert [head.id for head in service.heads()] == ["ferry", "nasty"]
    assert answered.filters.empty
    assert answered.scope is None
    act(service, answered, act="cite", turn="1", n="1")
    assert answered.reading is not None
    assert answered.reading.newest is None


def test_an_article_that_is_gone_is_a_line_not_a_crash(service: Scripted, answered: Session) -> None:
    changed = act(service, answered, act="read", id="nothing")
    assert changed.tab == "articles"
    assert "does not hold that article" in answered.added


def test_clearing_filters_keeps_the_article(service: Scripted, answered: Session) -> None:
    act(service, answered, act="scope", id="ferry")
    act(service, answered, act="filter", name="since", value="2026-01-01")
    act(service, answered, act="filters-clear")
    assert answered.filters == Filters(articles=("ferry",))


# ---- articles


def test_uploads_are_known_by_name_and_content_not_by_where_they_lie(tmp_path: Path) -> None:
    good, empty = tmp_path / "good.txt", tmp_path / "empty.txt"
    good.write_text("머리\n\n본문이다.", "utf-8")
    empty.write_text("", "utf-8")
    document, failure = adding.uploaded([str(good), str(empty)])
    assert document.source == "paste"
    assert isinstance(failure, SourceFailure)
    assert str(tmp_path) not in str(failure.error)
    assert "empty.txt" in str(failure.error)


def test_adding_tells_how_it_stands_and_how_it_went(service: Scripted) -> None:
    lines = list(adding.add(service, adding.pasted("본문이다.", "새 <제목>"), "en"))
    assert "Reading" in lines[0]
    assert "1 done" in lines[1]
    assert "<제목>" not in "".join(lines)
    assert "1 added" in lines[-1]
    assert "nothing to add" in list(adding.add(service, adding.pasted("  ", "제목"), "en"))[-1]


def test_the_shelf_finds_by_every_word_and_shows_no_endless_list() -> None:
    assert shelf.matching([FERRY, LIBRARY_NEWS, NASTY], "EASTERLY library") == [LIBRARY_NEWS]
    many = [FERRY] * (shelf.SHOWN + 5)
    listed = shelf.shelf(many, query="", asked=None, samples=(), language="en")
    assert listed.count("<li>") == shelf.SHOWN
    assert "and 5 more" in listed


# ---- models and the server


@pytest.mark.parametrize(
    ("encoder", "chat", "said"),
    [
        ("ready", "ready", "Ready"),
        ("loading", "ready", "Loading models"),
        ("ready", "loading", "Loading models"),
        ("ready", "missing", "No writing model"),
        ("ready", "failed", "Writing model failed"),
        ("ready", "off", "Writing model off"),
        ("missing", "loading", "The search model is missing"),
        ("failed", "ready", "The search model failed"),
    ],
)
def test_the_masthead_says_the_one_thing_worth_saying(encoder: str, chat: str, said: str) -> None:
    states = {"encoder": State(encoder, "e"), "chat": State(chat, "c", "why <b>")}
    assert said in masthead.masthead(states, "en")
    assert "<b>" not in masthead.masthead(states, "en")
    assert masthead.settled(states) == ("loading" not in (encoder, chat))


def test_a_taken_port_is_one_line_before_anything_is_loaded(service: Scripted) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(GeungeoError, match=f"Port {port} on 127.0.0.1 cannot be used") as raised:
            server.serve(service, port=port)
    assert "--port" in raised.value.do


def test_evidence_is_opened_at_its_sentence(service: Scripted) -> None:
    session = Session()
    session.turns.append(Turn(1, "얼마?", evidence=(COST,), state="stopped"))
    act(service, session, act="evidence", turn="1", n="0")
    assert session.reading is not None
    assert session.reading.article.text[session.reading.start : session.reading.end] == COST.text
