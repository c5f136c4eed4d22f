"""The page: its parts, and what each act of the reader does. Every handler paints parts anew from the session."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any

import gradio as gr

from app.web import acts, adding, masthead, panel, shelf
from app.web.asking import answer_all
from app.web.service import Service
from app.web.session import Session, Sessions
from app.web.texts import preferred, text
from app.web.turns import messages

_PART = "window.geungeo.part(element, trigger, watch)"
_PANEL = "window.geungeo.panel(element, trigger, watch)"
_QUIET = {"show_progress": "hidden", "api_visibility": "private", "concurrency_limit": None}
_TICK = 2.0  # seconds between looks at the models while they load
_FILES = [".txt", ".md", ".html", ".htm", ".jsonl"]

Painted = dict[Any, Any]


class Page:
    """The Gradio parts of one page, and their handlers."""

    def __init__(self, service: Service) -> None:
        self.service = service
        self.sessions = Sessions()
        self._painters: dict[str, Callable[[Session], Any]] = {
            "masthead": lambda s: masthead.masthead(service.states(), s.language),
            "welcome": self._welcome,
            "chat": lambda s: [message for turn in s.turns for message in messages(turn, s.language)],
            "scope": self._scope,
            "panel": self._panel,
            "added": lambda s: s.added,
            "shelf": self._shelf,
            "ask": lambda s: gr.Button(text("ask", s.language), visible=s.running is None),
            "stop": lambda s: gr.Button(text("stop", s.language), visible=s.running is not None),
        }
        with gr.Blocks(title="근거 geungeo", fill_height=True, fill_width=True, analytics_enabled=False) as self.blocks:
            self._lay_out()
            self._wire()

    # ---- layout

    def _lay_out(self) -> None:
        self.token = gr.Textbox(visible=False)
        self.timer = gr.Timer(_TICK)
        self.masthead = _html("masthead")
        with gr.Row(elem_id="work"):
            with gr.Column(elem_id="talk"):
                self.welcome = _html("welcome")
                self.chat = gr.Chatbot(
                    elem_id="chat", show_label=False, container=False, buttons=[], layout="panel", height=None,
                    sanitize_html=True, allow_tags=False, latex_delimiters=[], feedback_options=None,
                    group_consecutive_messages=False,
                )  # fmt: skip
                self.scope = _html("scope")
                with gr.Row(elem_id="composer"):
                    self.question = gr.Textbox(
                        elem_id="question", show_label=False, container=False, lines=1, max_lines=6, autofocus=True
                    )
                    self.ask = gr.Button(elem_id="ask", variant="primary", scale=0)
                    self.stop = gr.Button(elem_id="stop", scale=0, visible=False)
            with gr.Column(elem_id="side"), gr.Tabs(elem_id="tabs", selected="evidence") as self.tabs:
                with gr.Tab("Evidence", id="evidence") as self.evidence_tab:
                    self.panel = _html("panel", _PANEL, ["scroller"])
                with gr.Tab("Articles", id="articles") as self.articles_tab:
                    self._lay_out_articles()

    def _lay_out_articles(self) -> None:
        with gr.Column(elem_id="articles", elem_classes=["scroller"]):
            with gr.Row(elem_id="adding"):
                self.upload = gr.UploadButton(
                    elem_id="upload", file_count="multiple", file_types=_FILES, size="sm", scale=0
                )
                self.formats = gr.HTML(elem_id="formats")
            with gr.Accordion("Paste", open=False, elem_id="paste") as self.pasting:
                self.title = gr.Textbox(elem_id="paste-title", show_label=False, container=False)
                self.body = gr.Textbox(elem_id="paste-body", show_label=False, container=False, lines=5, max_lines=12)
                self.add = gr.Button(elem_id="add", size="sm")
            self.added = gr.HTML(elem_id="added")
            self.find = gr.Textbox(elem_id="find", show_label=False, container=False)
            self.shelf = _html("shelf")

    # ---- painting

    def paint(self, session: Session, *names: str) -> Painted:
        """The named parts as they now stand."""
        return {getattr(self, name): self._painters[name](session) for name in names}

    def _relabel(self, session: Session) -> Painted:
        """Every part in the session's language."""

        def word(key: str) -> str:
            return text(key, session.language)

        return self.paint(session, *self._painters) | {
            self.chat: gr.Chatbot(self._painters["chat"](session), label=word("chat")),
            self.question: gr.Textbox(placeholder=word("question"), label=word("question")),
            self.evidence_tab: gr.Tab(label=word("evidence")),
            self.articles_tab: self._articles_label(session),
            self.upload: gr.UploadButton(label=word("upload")),
            self.formats: f"<span>{word('formats')}</span>",
            self.pasting: gr.Accordion(label=word("paste_toggle")),
            self.title: gr.Textbox(placeholder=word("paste_title"), label=word("paste_title")),
            self.body: gr.Textbox(placeholder=word("paste"), label=word("paste")),
            self.add: gr.Button(word("add")),
            self.find: gr.Textbox(placeholder=word("find"), label=word("find")),
        }

    def _articles_label(self, session: Session) -> Any:
        return gr.Tab(label=text("articles_count", session.language, count=f"{len(self.service.heads()):,}"))

    def _welcome(self, session: Session) -> str:
        if session.turns:
            return ""
        counts = len(self.service.samples()), len(self.service.heads())
        return masthead.welcome(self.service.examples(), *counts, session.samples_doomed, session.language)

    def _scope(self, session: Session) -> str:
        papers = sorted({head.publisher for head in self.service.heads() if head.publisher}) if session.unfolded else []
        return masthead.scope(session.filters, session.scope, session.unfolded, papers, session.language)

    def _panel(self, session: Session) -> str:
        if session.reading is not None:
            shown = panel.reading(session.reading, session.language)
        else:
            shown = panel.evidence(session.shown, session.language)
        close = text("close", session.language)
        shut = f'<button type="button" class="shut" data-page="close" aria-label="{close}">×</button>'
        return f'<div data-opened="{session.opened}">{shut}{shown}</div>'

    def _shelf(self, session: Session) -> str:
        return shelf.shelf(
            self.service.heads(), query=session.query, asked=session.doomed,
            samples=set(self.service.samples()), language=session.language,
        )  # fmt: skip

    # ---- what the reader does

    def _wire(self) -> None:
        everything = [*(getattr(self, name) for name in self._painters), self.question, self.evidence_tab]
        everything += [self.articles_tab, self.upload, self.formats, self.pasting, self.title, self.body, self.add]
        everything += [self.find, self.tabs, self.timer]
        self.blocks.load(self.enter, self.token, everything, js="() => window.geungeo.token()", **_QUIET)
        self.blocks.unload(self.leave)
        self.timer.tick(self.look, None, [self.masthead, self.timer], **_QUIET)
        talk = [self.question, self.welcome, self.chat, self.panel, self.tabs, self.ask, self.stop, self.masthead]
        gr.on(
            [self.ask.click, self.question.submit], self.asked, self.question, talk, trigger_mode="multiple", **_QUIET
        )
        self.welcome.submit(self.example, None, talk, trigger_mode="multiple", **_QUIET)
        self.stop.click(self.stopped, None, None, queue=False, trigger_mode="multiple", **_QUIET)
        for part in (self.masthead, self.welcome, self.scope, self.panel, self.shelf):
            part.click(self.act, None, everything, trigger_mode="multiple", **_QUIET)
        self.find.input(self.search, self.find, self.shelf, trigger_mode="always_last", **_QUIET)
        stock = [self.title, self.body, self.added, self.shelf, self.welcome, self.scope, self.articles_tab]
        self.upload.upload(self.uploaded, self.upload, stock, **_QUIET)
        self.add.click(self.pasted, [self.body, self.title], stock, **_QUIET)

    def enter(self, token: str, request: gr.Request) -> Painted:
        language = preferred(request.headers.get("accept-language"))
        return self._relabel(self.sessions.enter(request.session_hash, token, language))

    def leave(self, request: gr.Request) -> None:
        self.sessions.of(request.session_hash).leave(request.session_hash)

    def look(self, request: gr.Request) -> Painted:
        """Show how the models do, until none is on its way any more."""
        waiting = not masthead.settled(self.service.states())
        return self.paint(self.sessions.of(request.session_hash), "masthead") | {self.timer: gr.Timer(active=waiting)}

    async def asked(self, question: str, request: gr.Request) -> AsyncIterator[Painted]:
        session = self.sessions.of(request.session_hash)
        if not question.strip():
            return
        session.ask(question.strip())
        yield {self.question: ""} | self.paint(session, "welcome", "chat", "ask", "stop")
        async for painted in self._answered(session, request.session_hash):
            yield painted

    async def example(self, event: gr.EventData, request: gr.Request) -> AsyncIterator[Painted]:
        session = self.sessions.of(request.session_hash)
        given = event._data or {}
        questions = self.service.examples().get(given.get("language"), ())
        number = acts.whole(given.get("n"))
        if number is None or number >= len(questions):
            return
        session.ask(questions[number])
        yield self.paint(session, "welcome", "chat")
        async for painted in self._answered(session, request.session_hash):
            yield painted

    async def _answered(self, session: Session, owner: str) -> AsyncIterator[Painted]:
        evidence = None
        async for turn in answer_all(self.service, session, owner):
            painted = self.paint(session, "chat", "ask", "stop")
            listed = (turn.number, turn.state, turn.citations)
            if listed != evidence:  # the list changes with its numbers, not with every word of the draft
                evidence = listed
                painted |= self.paint(session, "panel", "masthead")
            if turn.state == "searching":
                painted[self.tabs] = gr.Tabs(selected="evidence")
            yield painted

    def stopped(self, request: gr.Request) -> None:
        self.sessions.of(request.session_hash).stop()

    def act(self, event: gr.EventData, request: gr.Request) -> Painted:
        """A button or field of one of the HTML parts."""
        session = self.sessions.of(request.session_hash)
        changed = acts.act(self.service, session, event._data or {})
        if "everything" in changed.parts:
            painted = self._relabel(session)
        else:
            painted = self.paint(session, *changed.parts)
        if "shelf" in changed.parts:
            painted[self.articles_tab] = self._articles_label(session)
        if changed.tab:
            painted[self.tabs] = gr.Tabs(selected=changed.tab)
        return painted or {self.timer: gr.skip()}

    def search(self, query: str, request: gr.Request) -> str:
        session = self.sessions.of(request.session_hash)
        session.query = query
        return self._shelf(session)

    def uploaded(self, paths: list[str] | None, request: gr.Request) -> Iterator[Painted]:
        yield from self._add(adding.uploaded(paths or []), request)

    def pasted(self, body: str, title: str, request: gr.Request) -> Iterator[Painted]:
        yield from self._add(adding.pasted(body, title), request, {self.body: "", self.title: ""} if body.strip() else {})

    def _add(self, documents: Iterator[Any], request: gr.Request, cleared: Painted | None = None) -> Iterator[Painted]:
        session = self.sessions.of(request.session_hash)
        for line in adding.add(self.service, documents, session.language):
            session.added = line
            yield {self.added: line}
        stock = self.paint(session, "shelf", "welcome", "scope")
        yield stock | {self.articles_tab: self._articles_label(session)} | (cleared or {})


def _html(name: str, js: str = _PART, classes: list[str] | None = None) -> gr.HTML:
    return gr.HTML(elem_id=name, elem_classes=classes, js_on_load=js, apply_default_css=False)


def build(service: Service) -> gr.Blocks:
    """The page over `service`; each browser tab has a conversation of its own."""
    return Page(service).blocks
