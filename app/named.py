"""Which of a question's names stand in a sentence, in all that was chosen of an article, or nowhere."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from app.question import Question
from app.records import Evidence
from ingest.introductions import introductions
from ingest.known import is_home
from ingest.names import Aliases, missing_names
from ingest.records import Article, Sentence

_PRONOUN = re.compile(r"(?:He|She|His|Her|They|Their|그는|그녀는|그의|그녀의|그들은|그들의) ")
_REACH = 300  # code points before it: of the whole sentences among them one is of whom it speaks
_STOP = re.compile(r"[.?!]\W*\s")
_HOME = 0.25  # of another name: what stands in the press of a country need not say that it is of there


def named_in(article: Article, sentence: Sentence) -> str:
    """Where its names are looked for: the title, the sentence, who says it, whom a "he said" does not name, and, where it begins with a
    pronoun, what stands before it."""
    text = article.text[sentence.start : sentence.end]
    earlier = article.text[max(0, sentence.start - _REACH) : sentence.start] if _PRONOUN.match(text) else ""
    if sentence.start > _REACH:
        earlier = earlier[broken.end() :] if (broken := _STOP.search(earlier)) else ""
    return "\n".join([article.title, sentence.speaker or "", earlier, text])


def share_of_names(question: Question, article: Article, sentences: Sequence[Sentence], aliases: Aliases) -> float:
    """0..1: the names of the question that these sentences of an article hold in any script; 1 where it has none. The country of the
    press is asked of the article alone: no sentence need repeat it."""
    missing = _missing(question, article, sentences, aliases) if question.names else set()
    return _share(question, missing, home=0.0)


def share_without(question: Question, missing: Collection[str]) -> float:
    """0..1: of the question's names, the country of the press counting less, those that are not missing; 1 where it has none."""
    return _share(question, missing, _HOME)


def _share(question: Question, missing: Collection[str], home: float) -> float:
    weight = {name: home if is_home(name) else 1.0 for name in {*missing, *(name.text for name in question.names)}}
    whole = sum(weight.values())
    return 1 - sum(weight[name] for name in missing) / whole if whole else 1.0


def missing_together(question: Question, best: Sequence[Evidence], aliases: Aliases) -> dict[str, set[str]]:
    """By article id, the names of the question that nothing holds of all that was chosen of it: they rarely stand in one sentence."""
    chosen: dict[str, list[Sentence]] = {}
    for item in best:
        chosen.setdefault(item.article.id, []).append(item.sentence)
    articles = {item.article.id: item.article for item in best}
    return {
        key: _missing(question, articles[key], chosen[key], aliases) if question.names else set() for key in articles
    }


def names_nowhere(question: Question, evidence: Sequence[Evidence], aliases: Aliases) -> list[str]:
    names = list(dict.fromkeys(name.text for name in question.names))
    for item in evidence if names else ():
        absent = _missing(question, item.article, [item.sentence], aliases)
        names = [name for name in names if name in absent]
    return names


def _missing(question: Question, article: Article, sentences: Sequence[Sentence], aliases: Aliases) -> set[str]:
    """A person may stand there by the surname alone: 표 시장, whom the article calls 표지훈."""
    text = "\n".join(named_in(article, sentence) for sentence in sentences)
    missing = _not_in(text, question, article, aliases)
    if missing:
        known = [one.name for one in introductions(text, article.language, article.text)]
        missing = _not_in("\n".join([text, *known]), question, article, aliases) if known else missing
    return missing


def _not_in(text: str, question: Question, article: Article, aliases: Aliases) -> set[str]:
    return {name.text for name in missing_names(question.text, question.language, text, article.language, aliases)}
