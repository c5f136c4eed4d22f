"""The conversation of one browser tab. It lives here, on the server; the page only shows it."""

from __future__ import annotations

import secrets
import threading
from collections import OrderedDict, deque
from dataclasses import dataclass, field, replace

from app.records import Answer
from app.web.panel import Reading
from app.web.turns import Turn
from ingest.records import Filters, Language

KEPT = 500  # conversations; the least recently used goes first


@dataclass(slots=True)
class Session:
    language: Language = "en"
    turns: list[Turn] = field(default_factory=list)
    waiting: deque[Turn] = field(default_factory=deque)
    running: Turn | None = None
    cancel: threading.Event | None = None  # of the running turn
    owner: str | None = None  # the page that asked the running question
    filters: Filters = field(default_factory=Filters)
    scope: str | None = None  # the title of the one article asked, whose id is in the filters
    unfolded: bool = False  # whether the filters are shown
    shown: Turn | None = None  # whose evidence the panel lists
    reading: Reading | None = None  # the article open in the panel, if one is
    query: str = ""  # what the list of articles is searched for
    doomed: str | None = None  # the article whose removal waits for a yes
    samples_doomed: bool = False
    added: str = ""  # how the last adding of articles went, as HTML
    opened: int = 0  # counts openings of the panel, so that opening the same place again scrolls to it again

    def ask(self, question: str) -> Turn:
        """A new turn at the end of the line."""
        turn = Turn(len(self.turns) + 1, question, filters=self.filters, within=self.scope or "")
        self.turns.append(turn)
        self.waiting.append(turn)
        return turn

    def turn(self, number: int) -> Turn | None:
        return self.turns[number - 1] if 0 < number <= len(self.turns) else None

    def previous(self, turn: Turn) -> Answer | None:
        """The answer that a follow-up refers to: of the nearest earlier turn that has one."""
        earlier = (other.answer for other in reversed(self.turns[: turn.number - 1]))
        return next((answer for answer in earlier if answer is not None), None)

    def stop(self) -> None:
        """Abort the running question; what it has settled stays."""
        if self.cancel is not None:
            self.cancel.set()
        if self.running is not None:
            self.running.stop()

    def leave(self, owner: str | None) -> None:
        """The page `owner` is gone: abort what it asked and drop what it had in line."""
        if self.owner == owner:
            while self.waiting:
                self.waiting.popleft().stop()
            self.stop()

    def narrow(self, article: str | None, title: str | None) -> None:
        """Ask one article from now on, or all of them."""
        self.filters = replace(self.filters, articles=(article,) if article else ())
        self.scope = title if article else None

    def open(self, view: Reading | None) -> None:
        self.reading = view
        self.opened += 1


class Sessions:
    """All conversations, by the tab's token. A reloaded tab finds its own again; a restarted program has none."""

    def __init__(self) -> None:
        self._by_token: OrderedDict[str, Session] = OrderedDict()
        self._tokens: OrderedDict[str, str] = OrderedDict()  # from the page's session hash
        self._lock = threading.Lock()

    def enter(self, page: str, token: str | None, language: Language) -> Session:
        """The session of a tab whose page has just loaded."""
        with self._lock:
            token = token or secrets.token_hex(16)
            session = self._by_token.setdefault(token, Session(language=language))
            self._by_token.move_to_end(token)
            self._tokens[page] = token
            while len(self._by_token) > KEPT:
                self._by_token.popitem(last=False)
            while len(self._tokens) > 4 * KEPT:
                self._tokens.popitem(last=False)
            return session

    def of(self, page: str) -> Session:
        """The session of a page; a page from before a restart gets a fresh one."""
        with self._lock:
            token = self._tokens.setdefault(page, page)
            session = self._by_token.setdefault(token, Session())
            self._by_token.move_to_end(token)
            return session
