"""The head of the page, the empty page, and the line above the question, as HTML."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.web.markup import escape
from app.web.service import ModelState
from app.web.shelf import button
from app.web.texts import LANGUAGES, counted, text
from ingest.records import Filters, Language

EXAMPLES = 3  # shown in each language
PUBLISHERS = 300  # choices; a longer list is no help


def masthead(states: Mapping[str, ModelState], language: Language) -> str:
    return (
        f'<header class="masthead" lang="{language}"><div class="name"><h1><span lang="ko">근거</span> <span class="latin">geungeo</span></h1>'
        f'<p>{escape(text("promise", language))}</p></div><div class="tools">{_state(states, language)}'
        f'<div class="languages" role="group" aria-label="{escape(text("language", language))}">'
        f"{''.join(_choice(choice, language) for choice in LANGUAGES)}</div>"
        f'<button type="button" class="quiet opener" data-page="open">{escape(text("side", language))}</button>'
        "</div></header>"
    )


def _choice(choice: Language, language: Language) -> str:
    label = {"ko": "한국어", "en": "English"}[choice]
    pressed = "true" if choice == language else "false"
    return (
        f'<button type="button" lang="{choice}" aria-pressed="{pressed}" data-act="language" data-id="{choice}">'
        f"{label}</button>"
    )


def _state(states: Mapping[str, ModelState], language: Language) -> str:
    key, state = _worst(states)
    detail = escape(f"{state.name} {state.detail}".strip()) if state else ""
    kind = state.state if state else "ready"
    return (
        f'<span class="state {escape(kind)}" role="status" title="{detail}"><i aria-hidden="true"></i>'
        f"{escape(text(key, language))}</span>"
    )


def _worst(states: Mapping[str, ModelState]) -> tuple[str, ModelState | None]:
    """The one thing worth saying: without an encoder nothing is found, so it goes first."""
    encoder, chat = states.get("encoder"), states.get("chat")
    if encoder and encoder.state in ("missing", "failed"):
        return f"encoder_{encoder.state}", encoder
    for state in (encoder, chat):
        if state and state.state == "loading":
            return "state_loading", state
    return (f"state_{chat.state}", chat) if chat else ("state_ready", None)


def settled(states: Mapping[str, ModelState]) -> bool:
    """Whether no model is still on its way."""
    return all(state.state != "loading" for state in states.values())


def welcome(
    examples: Mapping[Language, Sequence[str]], samples: int, articles: int, sure: bool, language: Language
) -> str:
    """The empty page: what can be asked, in both languages, the reader's own first."""
    if not articles:
        head, more = text("welcome_empty", language), text("welcome_empty_more", language)
        opener = button("articles", text("articles", language), kind="primary")
        return f'<section class="welcome"><h2>{escape(head)}</h2><p>{escape(more)}</p>{opener}</section>'
    first, second = (language, "en" if language == "ko" else "ko")
    lists = "".join(_examples(examples.get(choice, ()), choice) for choice in (first, second))
    return (
        f'<section class="welcome"><h2>{escape(text("welcome", language))}</h2>'
        f'<div class="examples">{lists}</div>{_samples(samples, sure, language)}</section>'
    )


def _examples(questions: Sequence[str], language: Language) -> str:
    rows = "".join(
        f'<li><button type="button" class="example" data-act="ask" data-language="{language}" data-n="{n}">'
        f"{escape(question)}</button></li>"
        for n, question in enumerate(questions[:EXAMPLES])
    )
    return f'<ul lang="{language}">{rows}</ul>' if rows else ""


def _samples(count: int, sure: bool, language: Language) -> str:
    if not count:
        return ""
    if sure:
        line = counted("samples_sure", language, count)
        acts = button("samples-yes", text("yes", language), kind="danger") + button("samples-no", text("no", language))
    else:
        line, acts = (
            counted("samples", language, count),
            button("samples-sure", text("samples_remove", language)),
        )
    return f'<p class="samples">{escape(line)} {acts}</p>'


def scope(filters: Filters, title: str | None, unfolded: bool, publishers: Sequence[str], language: Language) -> str:
    """What the next question is asked of: all articles or one, and the filters, folded away until wanted."""
    if title is not None:
        what = (
            f'<span class="chip"><span class="label">{escape(text("scope", language))}</span>'
            f'<span class="of">{escape(title)}</span><button type="button" data-act="unscope" '
            f'aria-label="{escape(text("scope_clear", language))}">×</button></span>'
        )
    else:
        what = f'<span class="all">{escape(text("scope_all", language))}</span>'
    narrowed = sum(bool(part) for part in (filters.since, filters.until, filters.publisher, filters.language))
    label = text("filters", language) + (f" · {narrowed}" if narrowed else "")
    toggle = f'<button type="button" class="quiet" data-act="filters" aria-expanded="{str(unfolded).lower()}">{escape(label)}</button>'
    fields = _fields(filters, publishers, bool(narrowed), language) if unfolded else ""
    return f'<div class="scope"><div class="line">{what}{toggle}</div>{fields}</div>'


def _fields(filters: Filters, publishers: Sequence[str], narrowed: bool, language: Language) -> str:
    tongues = [(choice, text(choice, language)) for choice in LANGUAGES]
    papers = [(name, name) for name in publishers[:PUBLISHERS]]
    clear = button("filters-clear", text("filters_clear", language)) if narrowed else ""
    return (
        '<div class="fields">'
        f"{_date('since', filters.since, language)}{_date('until', filters.until, language)}"
        f"{_select('publisher', 'publisher', papers, filters.publisher, language)}"
        f"{_select('language', 'article_language', tongues, filters.language, language)}{clear}</div>"
    )


def _date(name: str, value: str | None, language: Language) -> str:
    return (
        f'<label>{escape(text(name, language))}<input type="date" name="{name}" data-field="{name}" '
        f'value="{escape(value or "")}"></label>'
    )


def _select(name: str, key: str, choices: Sequence[tuple[str, str]], value: str | None, language: Language) -> str:
    options = "".join(
        f'<option value="{escape(choice)}"{" selected" if choice == value else ""}>{escape(label)}</option>'
        for choice, label in (("", text("any", language)), *choices)
    )
    return f'<label>{escape(text(key, language))}<select name="{name}" data-field="{name}">{options}</select></label>'
