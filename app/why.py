"""Why an article was found, for a person to read."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from app.question import Question
from app.readable import as_written
from app.records import Hit
from app.sought import Sought
from ingest.records import Article, Passage

_TITLE = 2.0  # standard deviations above strangers, from which a title is near the question


def matched(
    question: Question,
    words: Sought,
    article: Article,
    passage: Passage,
    held: tuple[str, str],
) -> dict[str, tuple[str, ...]]:
    """By word of the question, in its order, what stands for it in the passage or the title: itself, or a translation, a name
    in the other script or what sounds like one. Words for which nothing does are left out.

    `held`: the terms of the title and those of the passage, a space between two.
    """
    forms = {term: (term,) for term in words.own} | {forms[0]: forms for forms in words.foreign}
    title, body = (_among([form for each in forms.values() for form in each], terms) for terms in held)
    others = {form for each in words.foreign for form in each[1:]}
    sentences = [article.text[one.start : one.end] for one in passage.sentences]
    written = as_written([article.title], others & title) | as_written(sentences, others & body)
    asked = _asked(question.text, question.terms)
    found = {}
    for term in question.terms:
        word = asked[term]
        standing = [form for form in forms[term] if form in body or form in title]
        # The same term is the same word, whatever its plural or case.
        if there := dict.fromkeys(word if form == term else written[form] for form in standing):
            found[word] = tuple(there)
    return found


def _among(forms: Iterable[str], terms: str) -> set[str]:
    """Those that stand there, as they do for the index: one of several words where these stand side by side."""
    return {form for form in forms if f" {form} " in f" {terms} "}


@lru_cache(maxsize=16)  # asked for each hit
def _asked(text: str, terms: tuple[str, ...]) -> dict[str, str]:
    return as_written([text], terms)


def why(hit: Hit) -> str:
    """One line: by what it was found, and what stands in it of the question's words: "meaning; words: R1, 훈련 (training)"."""
    reasons = ["meaning"] if "dense" in hit.found_by else []
    if hit.matched:
        reasons.append("words: " + ", ".join(_told(word, there) for word, there in hit.matched.items()))
    if hit.said_by:
        reasons.append("said by " + " and ".join(hit.said_by))
    if hit.scores["title"] >= _TITLE:
        reasons.append("title")
    return "; ".join(reasons)


def _told(word: str, there: tuple[str, ...]) -> str:
    return word if there == (word,) else f"{'/'.join(there)} ({word})"
