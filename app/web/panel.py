"""The evidence panel as HTML: the sentences found for a turn, or one article opened at a sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.records import Evidence
from app.web.markup import byline, day, escape, outside
from app.web.texts import counted, text
from app.web.turns import Turn
from ingest.records import Article, Language

_BREAKS = re.compile("&#10;(?: *&#10;)*")  # line breaks, escaped


@dataclass(frozen=True, slots=True)
class Reading:
    """An article opened in the panel."""

    article: Article
    start: int = 0  # code points into article.text; nothing is marked where start == end
    end: int = 0
    back: str = "evidence"  # what the way back leads to: "evidence" or "articles"
    newest: int | None = None  # the version now in the library; None where the article has been removed
    copies: tuple[Article, ...] = ()  # other articles that have the sentence too
    others: tuple[
        tuple[int, int], ...
    ] = ()  # other ranges of this article, cited or saying who is meant, marked more faintly


def reading(view: Reading, language: Language) -> str:
    """The article, its head always in sight; of one that has been removed only the head, and that it is gone."""
    article = view.article
    back = escape(text("back" if view.back == "evidence" else "back_articles", language))
    links = outside(article.url, text("original", language)) + _ask_this(view, language)
    body = f'<div class="text" lang="{article.language}">{_marked(view)}</div>' if view.newest is not None else ""
    return (
        '<article class="reading"><header><button type="button" class="back" data-act="back">'
        f'<span aria-hidden="true">←</span> {back}</button>'
        f'<h2 class="title" lang="{article.language}">{escape(article.title)}</h2>'
        f'<p class="meta">{_meta(article, language)}</p><p class="links">{links}</p>{_listed(view, language)}</header>'
        f"{_note(view, language)}{body}</article>"
    )


def _listed(view: Reading, language: Language) -> str:
    """The other articles that have the sentence, on demand; each opens at it."""
    if not view.copies:
        return ""
    rows = "".join(
        f'<li><button type="button" class="quiet" data-act="copy" data-n="{n}" lang="{article.language}">'
        f'{escape(article.title)}</button> <span class="where">{byline(article.publisher, day(article.published, language))}</span></li>'
        for n, article in enumerate(view.copies)
    )
    summary = escape(counted("copies", language, len(view.copies)))
    return f'<details class="copies"><summary>{summary}</summary><ul>{rows}</ul></details>'


def _meta(article: Article, language: Language) -> str:
    version = text("version", language, n=article.version) if article.version > 1 else None
    return byline(article.publisher, ", ".join(article.authors), day(article.published, language), version)


def _ask_this(view: Reading, language: Language) -> str:
    if view.newest is None:
        return ""
    return (
        f'<button type="button" class="quiet" data-act="scope" data-id="{escape(view.article.id)}">'
        f"{escape(text('ask_this', language))}</button>"
    )


def _note(view: Reading, language: Language) -> str:
    if view.newest is None:
        return f'<p class="note">{escape(text("removed", language))}</p>'
    if view.newest != view.article.version:
        return f'<p class="note">{escape(text("version_old", language, n=view.article.version))}</p>'
    return ""


def _marked(view: Reading) -> str:
    """The whole text, escaped, its cited ranges marked: ranges are code points, so the slicing is done here."""
    body = view.article.text
    ranges = [(view.start, view.end, "target")] if view.end > view.start else []
    ranges += [(start, end, "other") for start, end in view.others if end <= view.start or start >= view.end]
    parts, at = [], 0
    for start, end, name in sorted(ranges):
        if start < at:
            continue
        parts.append(f'{_lines(body[at:start])}<mark class="{name}">{_lines(body[start:end])}</mark>')
        at = end
    return "".join(parts) + _lines(body[at:])


def _lines(text: str) -> str:
    """Line breaks, one or several, look alike: some sources leave a line between paragraphs and some do not."""
    return _BREAKS.sub(r'<span class="line">\g<0></span>', escape(text))


def evidence(turn: Turn | None, language: Language) -> str:
    """The sentences found for the question, best first; the cited ones carry the number they have in the answer."""
    if turn is None or turn.state == "waiting":
        return _empty(text("evidence_empty", language))
    if turn.evidence is None:
        note = "" if turn.over else f'<p class="doing">{escape(text("searching", language))}</p>'
        return f'<section class="found">{_asked(turn)}{note}</section>'
    if not turn.evidence:
        return f'<section class="found">{_asked(turn)}{_empty(text("evidence_none", language))}</section>'
    cards = "".join(_card(turn, index, item, language) for index, item in enumerate(turn.evidence))
    listed = f"<ol>{cards}</ol>"
    note = escape(text("nearby_note" if turn.refused else "evidence_note", language))
    if turn.refused:  # that they answer nothing is read before them
        heading = f"<h2>{escape(text('nearby', language))}</h2>"
        return f'<section class="found nearby">{_asked(turn)}{heading}<p class="note">{note}</p>{listed}</section>'
    return f'<section class="found">{_asked(turn)}{listed}<p class="note">{note}</p></section>'


def _asked(turn: Turn) -> str:
    return f'<p class="asked">{escape(turn.question)}</p>'


def _empty(message: str) -> str:
    return f'<p class="empty">{escape(message)}</p>'


def _card(turn: Turn, index: int, item: Evidence, language: Language) -> str:
    article = item.article
    numbers = "".join(f'<span class="number">{n}</span>' for n in cited(turn, item))
    speaker = escape(text("said_by", language, who=item.sentence.speaker)) if item.sentence.speaker else ""
    speaker = f'<span class="speaker">{speaker}</span>' if speaker else ""
    where = byline(article.publisher, day(article.published, language))
    return (
        f'<li><button type="button" class="card{" cited" if numbers else ""}" data-act="evidence" '
        f'data-turn="{turn.number}" data-n="{index}"><span class="sentence" lang="{article.language}">{numbers}'
        f'{escape(item.text)}</span>{speaker}<span class="source"><span class="of">{escape(article.title)}</span>'
        f'<span class="where">{where}</span></span>{_copies(item.copies, language)}</button></li>'
    )


def _copies(count: int, language: Language) -> str:
    return f'<span class="copies">{escape(counted("copies", language, count))}</span>' if count else ""


def cited(turn: Turn, item: Evidence) -> list[int]:
    """The numbers of the turn's citations that overlap this sentence."""
    sentence = item.sentence
    return [
        citation.n
        for citation in turn.citations
        if (citation.article.id, citation.article.version) == (sentence.article_id, sentence.version)
        and citation.start < sentence.end
        and sentence.start < citation.end
    ]


def ranges(turn: Turn, article: Article) -> tuple[tuple[int, int], ...]:
    """All ranges of this version of the article that the turn cites, and of the sentences that say whom those mean."""
    here = [
        citation
        for citation in turn.citations
        if (citation.article.id, citation.article.version) == (article.id, article.version)
    ]
    cited = [(citation.start, citation.end) for citation in here]
    meant = [(citation.who.start, citation.who.end) for citation in here if citation.who]
    return tuple(dict.fromkeys([*cited, *meant]))
