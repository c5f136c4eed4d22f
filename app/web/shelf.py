"""The list of articles as HTML: find one, read it, ask only it, remove it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from app.web.markup import byline, day, escape
from app.web.service import Head
from app.web.texts import text
from ingest.records import Language

SHOWN = 60  # rows; a library may hold a hundred thousand articles, and a list of them all helps nobody


def matching(heads: Sequence[Head], query: str) -> list[Head]:
    """The articles whose title or publisher holds every word of the query, the newest first."""
    words = query.casefold().split()
    found = [h for h in heads if all(word in f"{h.title} {h.publisher or ''}".casefold() for word in words)]
    return sorted(found, key=lambda head: head.published or "", reverse=True)


def shelf(heads: Sequence[Head], *, query: str, asked: str | None, samples: Collection[str], language: Language) -> str:
    """`asked` is the id whose removal waits for a yes; `samples` are the ids that came with the program."""
    if not heads:
        return f'<p class="empty">{escape(text("shelf_empty", language))}</p>'
    found = matching(heads, query)
    if not found:
        return f'<p class="empty">{escape(text("none", language))}</p>'
    rows = "".join(_row(head, head.id == asked, head.id in samples, language) for head in found[:SHOWN])
    more = len(found) - SHOWN
    rest = f'<p class="note">{escape(text("more", language, count=f"{more:,}"))}</p>' if more > 0 else ""
    return f'<ul class="shelf">{rows}</ul>{rest}'


def _row(head: Head, asked: bool, sample: bool, language: Language) -> str:
    where = byline(
        head.publisher,
        day(head.published, language),
        text("version", language, n=head.version) if head.version > 1 else None,
        text("sample", language) if sample else None,
    )
    name = escape(head.id)
    return (
        f'<li><button type="button" class="of" data-act="read" data-id="{name}">{escape(head.title)}</button>'
        f'<span class="where">{where}</span><span class="acts">{_acts(name, asked, language)}</span></li>'
    )


def _acts(name: str, asked: bool, language: Language) -> str:
    if asked:
        return (
            f'<span class="sure">{escape(text("remove_sure", language))}</span>'
            f"{button('remove', text('yes', language), name, 'danger')}{button('keep', text('no', language), name)}"
        )
    return f"{button('scope', text('ask_this', language), name)}{button('sure', text('remove', language), name)}"


def button(act: str, label: str, name: str = "", kind: str = "quiet") -> str:
    """A button that tells the server `act`, on the article named `name` (already escaped)."""
    return f'<button type="button" class="{kind}" data-act="{act}" data-id="{name}">{escape(label)}</button>'
