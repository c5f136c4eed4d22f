"""What a question takes for known: its names may stand in another sentence of the article than the one that answers.

The question itself is no source: the sentence that gives the name is cited, too. And nobody takes the place of another: where the sentence
that answers, or one that it goes on from, names somebody else, or leans on what is said before, its own names are what it speaks of.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from app.leaning import leans
from app.question import Question
from app.records import Evidence
from ingest.common_words import COMMON
from ingest.known import table
from ingest.language import detect
from ingest.name import Name
from ingest.names import Aliases, find_names, holds
from ingest.records import Article, Sentence

_GOES_ON_FROM = 2  # sentences before, of which it may still speak
_RESOLVED = 3  # sentences before, in which a pronoun finds whom it means
_PERSONAL = re.compile(r"(?:He|She|그는|그녀는) ")
_TELLS = re.compile(r"(?: \S+?)?에 (?:따르면|의하면)")  # behind a name
_BY = re.compile(r"\baccording to (?:the )?$", re.I)  # before it
_ACTORS = ("person", "organisation")


@dataclass(frozen=True, slots=True)
class Known:
    question: Question
    sentences: Callable[[Article], Sequence[Sentence]]  # of a whole article, in its order
    aliases: Aliases

    def asked(self, name: str) -> bool:
        """Whether the question names it, in full or in part."""
        named = [one.text for one in (*self.question.names, *self.question.known)]
        return any(name == text or name in text.split() for text in named)

    def of_asked(self, item: Evidence) -> bool:
        """Whether its article has every name of the question, or a word of it: a figure alone says nothing of what it is of. Places may go without
        saying, and who tells it is no part of it."""
        whole = f"{item.article.publisher or ''}\n{item.article.title}\n{item.article.text}"
        return all(
            any(holds(part, whole, self.aliases) for part in (name.text, *name.text.split()) if len(part) > 1)
            for name in self.question.names
            if name.kind != "place" and not self._tells(name)
        )

    def _tells(self, name: Name) -> bool:
        text = self.question.text
        return bool(_TELLS.match(text[name.end :]) or _BY.search(text[: name.start]))

    def around(self, item: Evidence) -> list[Evidence]:
        """All sentences of its article, in their order."""
        return [replace(item, sentence=sentence, before=None) for sentence in self.sentences(item.article)]

    def beside(self, item: Evidence, claim: str, missing: Sequence[str]) -> list[Evidence]:
        """The sentences of the article that may give `missing` names of `claim`: those before, the last one first, then those after."""
        others = [one for one in self.around(item) if one.sentence.start != item.sentence.start]
        before = [one for one in others if one.sentence.start < item.sentence.start]
        ordered = [*reversed(before), *others[len(before) :]]
        if leans(item.text):
            return self._meant(item, missing, before)
        if self._another(claim, missing, [item, *ordered[: min(_GOES_ON_FROM, len(before))]]):
            return []
        return ordered

    def stands_for(self, item: Evidence, missing: Sequence[str]) -> bool:
        """Whether a pronoun of the sentence, or a part of the name that nobody else in the article has, means whom `missing` names. The sentence
        that says so is then context, as the one before is, and not cited."""
        if _PERSONAL.match(item.text):
            return True
        here = [name.text for name in find_names(item.text, item.article.language)]
        return all(any(self._means(part, name, item.article) for part in here) for name in missing)

    def _means(self, part: str, name: str, article: Article) -> bool:
        """Rose means Rose Leslie; not where a Rose Tyler is told of, too, and no common word means anybody."""
        if (
            part not in name.split()
            or part == name
            or part.lower() in COMMON
            or table().english(part)
            or table().korean(part)
        ):
            return False
        others = [one.text for one in find_names(article.text, article.language) if part in one.text.split()]
        return all(other == part or self.aliases.same(other, name) for other in others)

    def _meant(self, item: Evidence, missing: Sequence[str], before: Sequence[Evidence]) -> list[Evidence]:
        """The sentence that says whom the pronoun means that it begins with: the last one before that names somebody, if only one."""
        if not _PERSONAL.match(item.text):
            return []
        for one in reversed(before[-_RESOLVED:]):
            named = [name for name in find_names(one.text, one.article.language) if name.kind in ("person", "other")]
            if named:
                alike = all(self.aliases.same(name.text, wanted) for name in named for wanted in missing)
                return [one] if alike else []
        return []

    def _another(self, claim: str, missing: Sequence[str], told: Sequence[Evidence]) -> bool:
        """Whether somebody else is told of, who may be the one that the claim has taken `missing` for."""
        if all(self._is_place(claim, name) or self._begun(name, told[0].text) for name in missing):
            return False
        ours = [name.text for name in find_names(claim, self.question.language)]
        return any(not any(self.aliases.same(theirs, one) for one in ours) for theirs in _actors(told))

    def _is_place(self, claim: str, name: str) -> bool:
        found = find_names(claim, self.question.language)
        return any(one.text == name and one.kind == "place" for one in found)

    def _begun(self, name: str, text: str) -> bool:
        """Whether a part of the name stands in the text already: Rose, for Rose Leslie."""
        words = name.split()
        # 레슬리의: particles stand against the name. Two syllables may begin another word.
        held = [word in text.split() or (detect(word) == "ko" and len(word) > 2 and word in text) for word in words]
        return len(words) > 1 and any(held)


def _actors(told: Sequence[Evidence]) -> Iterator[str]:
    """Those named, but for who merely says it."""
    for item in told:
        for name in find_names(item.text, item.article.language):
            if name.kind in _ACTORS and name.text != item.sentence.speaker:
                yield name.text
