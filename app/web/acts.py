"""What a button or field of the page does to the session, and which parts of the page it changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from app.web import panel
from app.web.panel import Reading
from app.web.service import Service
from app.web.session import Session
from app.web.texts import LANGUAGES
from app.web.turns import failure_line
from ingest.errors import GeungeoError, NotFound
from ingest.records import Article, Filters


@dataclass(frozen=True, slots=True)
class Changed:
    parts: tuple[str, ...] = ()  # names of parts to paint anew; "everything" for all
    tab: str | None = None  # the tab to bring to the front


def act(service: Service, session: Session, given: Mapping[str, Any]) -> Changed:
    """Do what the browser asks. It may send anything: what has no meaning changes nothing."""
    done = _ACTS.get(str(given.get("act")))
    if done is None:
        return Changed()
    try:
        return done(service, session, given)
    except GeungeoError as failure:
        session.added = failure_line(failure, session.language, "error_LibraryError")
        return Changed(("added", "shelf", "articles_tab", "welcome"), "articles")


def whole(given: object) -> int | None:
    """A whole number as the browser writes it."""
    written = str(given)
    return int(written) if written.isascii() and written.isdigit() and len(written) < 10 else None


def _language(service: Service, session: Session, given: Mapping[str, Any]) -> Changed:
    if given.get("id") not in LANGUAGES:
        return Changed()
    session.language = given["id"]
    return Changed(("everything",))


def _cite(service: Service, session: Session, given: Mapping[str, Any]) -> Changed:
    turn = session.turn(whole(given.get("turn")) or 0)
    citation = turn.citation(whole(given.get("n")) or 0) if turn else None
    if turn is None or citation is None:
        return Changed()
    session.shown = turn
    others = panel.ranges(turn, citation.article)
    copies = _copies(service, citation.article, citation.quote, citation.copies)
    view = Reading(citation.article, citation.start, citation.end, copies=copies, others=others)
    return _read(service, session, view)


def _evidence(service: Service, session: Session, given: Mapping[str, Any]) -> Changed:
    turn, index = session.turn(whole(given.get("turn")) or 0), whole(given.get("n"))
    if turn is None or index is None or index >= len(turn.evidence or ()):
        return Changed()
    item = turn.evidence[index]
    session.shown = turn
    others = panel.ranges(turn, item.article)
    copies = _copies(service, item.article, item.text, item.copies)
    view = Reading(item.article, item.sentence.start, item.sentence.end, copies=copies, others=others)
    return _read(service, session, view)


def _copies(service: Service, article: Article, sentence: str, count: int) -> tuple[Article, ...]:
    return tuple(service.copies(article.id, sentence)) if count else ()


def _copy(service: Service, session: Session, given: Mapping[str, Any]) -> Changed:
    """Open another article that has the sentence that is marked; the way back leads to the evidence as before."""
    view, n = session.reading, whole(given.get("n"))
    if view is None or n is None or n >= len(view.copies):
        return Changed()
    copy, sentence = view.copies[n], view.article.text[view.start : view.end]
    start = max(0, copy.text.find(sentence))
    end = start + len(sentence) if copy.text.startswith(sentence, start) else start
    rest = tuple(one for one in (view.article, *view.copies) if one.id != copy.id)
    return _read(service, session, Reading(copy, start, end, copies=rest))


def _evidence_list(service: Service, session: Session, given: Mapping[str, Any]) -> Changed:
    turn = session.turn(whole(given.get("turn")) or 0)
    if turn is None:
        return Changed()
    session.shown = turn
    session.open(None)
    return Changed(("panel",), "evidence")


def _read_article(service: Service, session: Session, given: Mapping[str, Any]) -> Changed:
    return _read(service, session, Reading(service.article(str(given.get("id"))), back="articles"))


def _read(service: Service, session: Session, view: Reading) -> Changed:
    """Open an article, knowing whether the library still has it and in which version."""
    newest = _newest(service, view.article)
    session.open(replace(view, newest=newest))
    return Changed(("panel",), "evidence")


def _newest(service: Service, article: Article) -> int | None:
    try:
        return service.article(article.id).version
    except NotFound:
        return None


def _back(service: Service, session: Session, given: Mapping[str, Any]) -> Changed:
    tab = session.reading.back if session.reading else "evidence"
    session.open(None)
    return Changed(("panel",), tab)


def _scope(service: Service, session: Session, given: Mapping[str, Any]) -> Changed:
    article = service.article(str(given.get("id")))
    session.narrow(article.id, article.title)
    return Changed(("scope",))


def _unscope(service: Service, session: Session, given: Mapping[str, Any]) -> Changed:
    session.narrow(None, None)
    return Changed(("scope",))


def _unfold(service: Service, session: Session, given: Mapping[str, Any]) -> Changed:
    session.unfolded = not session.unfolded
    return Changed(("scope",))


def _filter(service: Service, session: Session, given: Mapping[str, Any]) -> Changed:
    name, value = given.get("name"), str(given.get("value") or "") or None
    if name not in ("since", "until", "publisher", "language") or (
        name == "language" and value not in (*LANGUAGES, None)
    ):
        return Changed()
    session.filters = replace(session.filters, **{name: value})
    return Changed(("scope",))


def _unfilter(service: Service, session: Session, given: Mapping[str, Any]) -> Changed:
    session.filters = Filters(articles=session.filters.articles)
    return Changed(("scope",))


def _sure(service: Service, session: Session, given: Mapping[str, Any]) -> Changed:
    session.doomed = str(given.get("id"))
    return Changed(("shelf",))


def _keep(service: Service, session: Session, given: Mapping[str, Any]) -> Changed:
    session.doomed = None
    return Changed(("shelf",))


def _remove(service: Service, session: Session, given: Mapping[str, Any]) -> Changed:
    if session.doomed is None or given.get("id") != session.doomed:
        return Changed()  # removing takes two steps, and the second names what the first did
    return _gone(service, session, [session.doomed])


def _samples_sure(service: Service, session: Session, given: Mapping[str, Any]) -> Changed:
    session.samples_doomed = True
    return Changed(("welcome",))


def _samples_no(service: Service, session: Session, given: Mapping[str, Any]) -> Changed:
    session.samples_doomed = False
    return Changed(("welcome",))


def _samples_yes(service: Service, session: Session, given: Mapping[str, Any]) -> Changed:
    if not session.samples_doomed:
        return Changed()
    return _gone(service, session, list(service.samples()))


def _gone(service: Service, session: Session, ids: list[str]) -> Changed:
    session.doomed, session.samples_doomed = None, False
    service.remove(ids)
    if set(ids) & set(session.filters.articles):
        session.narrow(None, None)
    if session.reading is not None and session.reading.article.id in ids:
        session.reading = replace(session.reading, newest=None)
    return Changed(("shelf", "articles_tab", "welcome", "scope", "panel"))


def _articles(service: Service, session: Session, given: Mapping[str, Any]) -> Changed:
    return Changed((), "articles")


_ACTS: dict[str, Callable[[Service, Session, Mapping[str, Any]], Changed]] = {
    "language": _language,
    "cite": _cite,
    "copy": _copy,
    "evidence": _evidence,
    "evidence-list": _evidence_list,
    "read": _read_article,
    "back": _back,
    "scope": _scope,
    "unscope": _unscope,
    "filters": _unfold,
    "filter": _filter,
    "filters-clear": _unfilter,
    "sure": _sure,
    "keep": _keep,
    "remove": _remove,
    "samples-sure": _samples_sure,
    "samples-no": _samples_no,
    "samples-yes": _samples_yes,
    "articles": _articles,
}
