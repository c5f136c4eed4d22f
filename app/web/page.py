"""The page: what each act of the reader does, and which parts are painted anew for it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import gradio as gr

from app.web import acts, adding, masthead
from app.web.asking import answer_all
from app.web.layout import Layout
from app.web.painting import Painted, Painter
from app.web.service import Service
from app.web.session import Session, Sessions
from app.web.texts import preferred

# No spinners over the parts, no public endpoint, no queue between readers: what must wait its turn waits in the session.
_EVENT: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private", "concurrency_limit": None}
_STOCK = ("shelf", "articles_tab", "welcome", "scope")


class Page:
    """The handlers of the page over one service; every browser tab has a session of its own."""

    def __init__(self, service: Service) -> None:
        self.service = service
        self.sessions = Sessions()
        with gr.Blocks(title="근거 geungeo", fill_height=True, fill_width=True, analytics_enabled=False) as self.blocks:
            self.parts = Layout()
            self.painter = Painter(service, self.parts)
            # Of a generator that yields nothing the framework takes every part for emptied, and the page goes blank.
            self.as_it_is: Painted = {self.parts.chat: gr.skip()}
            self._wire()

    def _wire(self) -> None:
        parts = self.parts
        everything = [*self.painter.components, parts.tabs, parts.timer]
        talk = [parts.welcome, parts.chat, parts.panel, parts.tabs, parts.ask, parts.stop, parts.masthead]
        stock = [parts.title, parts.body, parts.added, *(getattr(parts, name) for name in _STOCK)]
        each = _EVENT | {"trigger_mode": "multiple"}  # a second click while the first is at work counts too

        self.blocks.load(self.enter, parts.token, everything, js="() => window.geungeo.token()", **_EVENT)
        self.blocks.unload(self.leave)
        parts.timer.tick(self.look, None, [parts.masthead, *(getattr(parts, n) for n in _STOCK), parts.timer], **_EVENT)
        asking = [parts.ask.click, parts.question.submit]
        gr.on(asking, self.asked, parts.question, talk, js="() => window.geungeo.take()", **each)
        parts.welcome.submit(self.example, None, talk, **each)
        parts.stop.click(self.stopped, None, None, queue=False, **each)
        for part in (parts.masthead, parts.welcome, parts.scope, parts.panel, parts.shelf):
            part.click(self.act, None, everything, **each)
        parts.find.input(self.search, parts.find, parts.shelf, **(_EVENT | {"trigger_mode": "always_last"}))
        parts.upload.upload(self.uploaded, parts.upload, stock, **_EVENT)
        parts.add.click(self.pasted, [parts.body, parts.title], stock, **_EVENT)

    # ---- coming and going

    def enter(self, token: str, request: gr.Request) -> Painted:
        language = preferred(request.headers.get("accept-language"))
        return self.painter.everything(self.sessions.enter(request.session_hash, token, language))

    def leave(self, request: gr.Request) -> None:
        self._session(request).leave(request.session_hash)

    def look(self, request: gr.Request) -> Painted:
        """Show how the models do, and the samples as they come in, until no model is on its way any more."""
        waiting = not masthead.settled(self.service.states())
        painted = self.painter.paint(self._session(request), "masthead", *_STOCK)
        return painted | {self.parts.timer: gr.Timer(active=waiting)}

    # ---- asking

    async def asked(self, question: str, request: gr.Request) -> AsyncIterator[Painted]:
        yield self.as_it_is
        if question.strip():
            async for painted in self._ask(question.strip(), request):
                yield painted

    async def example(self, event: gr.EventData, request: gr.Request) -> AsyncIterator[Painted]:
        yield self.as_it_is
        given = event._data or {}
        questions = self.service.examples().get(given.get("language"), ())
        number = acts.whole(given.get("n"))
        if number is not None and number < len(questions):
            async for painted in self._ask(questions[number], request):
                yield painted

    async def _ask(self, question: str, request: gr.Request) -> AsyncIterator[Painted]:
        session = self._session(request)
        session.ask(question)
        yield self.painter.paint(session, "welcome", "chat")
        listed: Any = None
        async for turn in answer_all(self.service, session, request.session_hash):
            painted = self.painter.paint(session, "chat", "ask", "stop")
            if listed != (listed := (turn.number, turn.state, turn.citations)):  # not at every word of the draft
                painted |= self.painter.paint(session, "panel", "masthead")
            if turn.state == "searching":
                painted[self.parts.tabs] = gr.Tabs(selected="evidence")
            yield painted

    def stopped(self, request: gr.Request) -> None:
        self._session(request).stop()

    # ---- buttons and fields of the HTML parts

    def act(self, event: gr.EventData, request: gr.Request) -> Painted:
        session = self._session(request)
        changed = acts.act(self.service, session, event._data or {})
        whole = "everything" in changed.parts
        painted = self.painter.everything(session) if whole else self.painter.paint(session, *changed.parts)
        if changed.tab:
            painted[self.parts.tabs] = gr.Tabs(selected=changed.tab)
        return painted or {self.parts.timer: gr.skip()}

    # ---- articles

    def search(self, query: str, request: gr.Request) -> Any:
        session = self._session(request)
        session.query = query
        return self.painter.paint(session, "shelf")[self.parts.shelf]

    def uploaded(self, paths: list[str] | None, request: gr.Request) -> Iterator[Painted]:
        yield from self._add(adding.uploaded(paths or []), self._session(request))
        for path in paths or []:  # the library keeps what it took; an article removed from it must be gone
            Path(path).unlink(missing_ok=True)

    def pasted(self, body: str, title: str, request: gr.Request) -> Iterator[Painted]:
        yield from self._add(adding.pasted(body, title), self._session(request))
        if body.strip():
            yield {self.parts.body: "", self.parts.title: ""}

    def _add(self, documents: Iterator[Any], session: Session) -> Iterator[Painted]:
        for line in adding.add(self.service, documents, session.language):
            session.added = line
            yield {self.parts.added: line}
        yield self.painter.paint(session, *_STOCK)

    def _session(self, request: gr.Request) -> Session:
        return self.sessions.of(request.session_hash)


def build(service: Service) -> gr.Blocks:
    """The page over `service`, not yet served."""
    return Page(service).blocks
