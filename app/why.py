"""Why an article was found, for a person to read."""

from __future__ import annotations

from app.question import Question
from app.readable import as_written
from app.records import Hit
from app.sought import Sought
from ingest.records import Article, Passage

_TITLE = 2.0  # standard deviations above strangers, from which a title is near the question


def matched(question: Question, words: Sought, article: Article, passage: Passage) -> dict[str, tuple[str, ...]]:
    """By word of the question, in its order, what stands for it in the passage or the title: itself, or a translation, a name
    in the other script or what sounds like one. Words for which nothing does are left out."""
    standing = as_written(article.text[passage.start : passage.end])
    standing |= {term: word for term, word in as_written(article.title).items() if term not in standing}
    asked = as_written(question.text)
    forms = {term: (term,) for term in words.own} | {forms[0]: forms for forms in words.foreign}
    found = {}
    for term in question.terms:
        word = asked.get(term, term)
        # The same term is the same word, whatever its plural or case.
        there = dict.fromkeys(word if form == term else standing[form] for form in forms[term] if form in standing)
        if there:
            found[word] = tuple(there)
    return found


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
