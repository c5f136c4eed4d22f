"""What each part of the page shows, from the session and the service alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any

import gradio as gr

from app.web import masthead, panel, shelf
from app.web.layout import Layout
from app.web.markup import escape
from app.web.service import Head, Service
from app.web.session import Session
from app.web.texts import text
from app.web.turns import messages

Painted = dict[Any, Any]  # components, and what they now show


class _Stock:
    """The articles, read once for all the parts of one painting that need them: a library may be large."""

    def __init__(self, service: Service) -> None:
        self._service = service

    @cached_property
    def heads(self) -> Sequence[Head]:
        return self._service.heads()

    @cached_property
    def samples(self) -> Sequence[str]:
        return self._service.samples()


class Painter:
    """Paints the parts of the layout by their names."""

    def __init__(self, service: Service, layout: Layout) -> None:
        self._service = service
        self._layout = layout
        self._painters: dict[str, Callable[[Session, _Stock], Any]] = {
            "masthead": lambda s, _: masthead.masthead(service.states(), s.language),
            "welcome": self._welcome,
            "chat": lambda s, _: [message for turn in s.turns for message in messages(turn, s.language)],
            "scope": self._scope,
            "panel": self._panel,
            "added": lambda s, _: s.added,
            "shelf": self._shelf,
            "articles_tab": self._articles_tab,
            "ask": lambda s, _: gr.Button(text("ask", s.language), visible=s.running is None),
            "stop": lambda s, _: gr.Button(text("stop", s.language), visible=s.running is not None),
        }

    def paint(self, session: Session, *names: str) -> Painted:
        """The named parts as they now stand."""
        stock = _Stock(self._service)
        return {getattr(self._layout, name): self._painters[name](session, stock) for name in names}

    def everything(self, session: Session) -> Painted:
        """The whole page, in the session's language."""
        return self.paint(session, *self._painters) | self._layout.labels(session.language)

    @property
    def components(self) -> list[Any]:
        """All that `everything` paints."""
        return [*(getattr(self._layout, name) for name in self._painters), *self._layout.labelled]

    def _welcome(self, session: Session, stock: _Stock) -> str:
        if session.turns:
            return ""
        counts = len(stock.samples), len(stock.heads)
        return masthead.welcome(self._service.examples(), *counts, session.samples_doomed, session.language)

    def _scope(self, session: Session, stock: _Stock) -> str:
        heads = stock.heads if session.unfolded else ()
        papers = sorted({head.publisher for head in heads if head.publisher})
        return masthead.scope(session.filters, session.scope, session.unfolded, papers, session.language)

    def _panel(self, session: Session, stock: _Stock) -> str:
        if session.reading is not None:
            shown = panel.reading(session.reading, session.language)
        else:
            shown = panel.evidence(session.shown, session.language)
        close = escape(text("close", session.language))
        shut = f'<button type="button" class="shut" data-page="close" aria-label="{close}">×</button>'
        return f'<div data-opened="{session.opened}">{shut}{shown}</div>'

    def _shelf(self, session: Session, stock: _Stock) -> str:
        return shelf.shelf(
            stock.heads,
            query=session.query,
            asked=session.doomed,
            samples=set(stock.samples),
            language=session.language,
        )

    def _articles_tab(self, session: Session, stock: _Stock) -> Any:
        return gr.Tab(label=text("articles_count", session.language, count=f"{len(stock.heads):,}"))
