"""The sentence of its article that says in full whom a cited one means by a surname alone."""

from __future__ import annotations

import re
from dataclasses import replace

from app.records import Evidence
from ingest.introductions import introductions
from ingest.korean_names import SPELLINGS, split_person
from ingest.names import Aliases, missing_names
from ingest.records import Article, Language, Sentence
from ingest.sentences import split
from ingest.sound import sound_score

_SURE = 0.9  # how alike two spellings of a person must sound: 한지선 is not Han Ji-su
_HANGUL = re.compile("[가-힣]")


def in_full(claim: str, language: Language, item: Evidence, aliases: Aliases) -> Evidence:
    """`item`, and with it, where it, or what it leans on, has a surname alone and `claim` the full name, the sentence that gives that name.
    One sentence is given, of one person: where the claim names anybody else whom the item does not, nothing makes up for it."""
    written_in = item.article.language
    missing = [] if item.who else missing_names(claim, language, item.support, written_in, aliases)
    spoken = f"{item.before_text} {item.text}".lstrip()  # 표 시장은 ... 그는 ...
    for one in introductions(spoken, written_in, item.article.text) if missing else ():
        if all(_same(name.text, one.name, aliases) for name in missing):
            return replace(item, who=_sentence_at(one.start, item.article))
    return item


def _same(name: str, full: str, aliases: Aliases) -> bool:
    """Whether these are one person's full name: stricter than for mentions, which may leave out or blur a part of it."""
    if any(_key(form) == _key(full) for form in aliases.forms(name)):
        return True
    if bool(_HANGUL.search(name)) == bool(_HANGUL.search(full)):
        return False
    hangul, latin = (name, full) if _HANGUL.search(name) else (full, name)
    if parts := split_person(hangul):
        words = latin.split()
        surname = len(words) > 1 and words[0].lower() in SPELLINGS[parts[0]]
        return surname and sound_score(parts[1], "".join(words[1:])) >= _SURE
    return len(hangul.split()) == len(latin.split()) > 1 and sound_score(hangul, latin) >= _SURE


def _key(name: str) -> str:
    return re.sub(r"[\s-]", "", name).lower()


def _sentence_at(place: int, article: Article) -> Sentence | None:
    begin = article.text.rfind("\n", 0, place) + 1
    end = article.text.find("\n", place)
    line = article.text[begin : end if end >= 0 else None]
    spans = ((begin + start, begin + stop) for start, stop in split(line))
    return next((Sentence(article.id, article.version, *span) for span in spans if span[0] <= place < span[1]), None)
