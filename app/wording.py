"""What the program itself says in an answer, in the language of the answer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ingest.records import Language

if TYPE_CHECKING:  # the command line words its errors without loading what reads sentences
    from app.candidate import Wanted

_WORDS: dict[Language, dict[str, str]] = {
    "en": {
        "not_found": "The articles do not say.",
        "looked_for": "Looked for: {terms}.",
        "missing": "Nowhere in what comes nearest: {terms}.",
        "lacking": "No sentence nearby gives {wanted}.",
        "money": "a sum of money",
        "amount": "such a figure",
        "when": "a date or a time",
        "where": "such a place",
        "who": "such a name",
        "organisation": "the name of such an organisation",
        "work": "such a title",
        "apart": "All of it stands nearby, but no sentence says what is asked.",
        "searched": "Articles searched: {count}.",
        "nearest": "The nearest sentences, which do not answer it:",
        "empty": "There are no articles yet. Add some, then ask again.",
        "filtered": "No article fits the filters. Widen or clear them, then ask again.",
        "choose": "Which article? Choose one, or name what it is about.",
        "partial": "This answers part of the question. The rest could not be confirmed.",
        "no_model": "No chat model is in use, so these are the sentences themselves.",
        "model_failed": "The chat model failed, so these are the sentences themselves.",
        "nothing_survived": "No sentence of the draft passed the check, so these are the sentences themselves.",
        "said": "{speaker}: “{quote}”",
        "quoted": "“{quote}”",
        "disagree": "Articles disagree: {each}.",
        "given": "{figure} ({source})",
    },
    "ko": {
        "not_found": "기사에 나와 있지 않습니다.",
        "looked_for": "찾아본 말: {terms}.",
        "missing": "가장 가까운 문장들에도 없는 말: {terms}.",
        "lacking": "가장 가까운 문장들에는 {wanted} 나오지 않습니다.",
        "money": "금액이",
        "amount": "그런 수치가",
        "when": "날짜나 때가",
        "where": "장소가",
        "who": "그런 이름이",
        "organisation": "그런 단체나 회사가",
        "work": "그런 제목이",
        "apart": "모두 가까이에 나오지만, 물은 것을 말해 주는 문장은 없습니다.",
        "searched": "살펴본 기사: {count}건.",
        "nearest": "답은 아니지만 가장 가까운 문장:",
        "empty": "아직 기사가 없습니다. 기사를 넣은 뒤 다시 물어보세요.",
        "filtered": "고른 범위에 맞는 기사가 없습니다. 범위를 넓히거나 지운 뒤 다시 물어보세요.",
        "choose": "어느 기사인가요? 기사를 고르거나 무엇에 관한 기사인지 알려 주세요.",
        "partial": "질문의 일부만 기사에서 확인했습니다. 나머지는 확인하지 못했습니다.",
        "no_model": "대화 모델을 쓰지 않아 기사의 문장을 그대로 보여 줍니다.",
        "model_failed": "대화 모델이 작동하지 않아 기사의 문장을 그대로 보여 줍니다.",
        "nothing_survived": "초안의 문장이 모두 확인을 통과하지 못해 기사의 문장을 그대로 보여 줍니다.",
        "said": "{speaker}: “{quote}”",
        "quoted": "“{quote}”",
        "disagree": "기사마다 다릅니다: {each}.",
        "given": "{figure} ({source})",
    },
}


def say(key: str, language: Language, **values: object) -> str:
    return _WORDS[language][key].format(**values)


def refusal(
    language: Language,
    looked_for: Sequence[str],
    missing: Sequence[str],
    articles: int,
    lacking: Wanted | None = None,
) -> str:
    """Why nothing is answered: what was looked for, what of it was nowhere, in how many articles.

    `lacking`: what is asked for, where no sentence nearby has anything of the kind.
    """
    parts = [say("not_found", language)]
    if looked_for:
        parts.append(say("looked_for", language, terms=", ".join(_whole(looked_for))))
    if missing:
        parts.append(say("missing", language, terms=", ".join(_whole(missing))))
    if lacking:
        parts.append(say("lacking", language, wanted=say(lacking, language)))
    if looked_for and not missing and not lacking:
        parts.append(say("apart", language))
    return " ".join([*parts, say("searched", language, count=articles)])


def disagreement(language: Language, given: Sequence[tuple[str, str, str]]) -> str:
    """Which article gives which figure: of each the figure, the source, and the day, which may be empty."""
    each = [
        say("given", language, figure=figure, source=", ".join(filter(None, (source, day))))
        for figure, source, day in given
    ]
    return say("disagree", language, each="; ".join(each))


def _whole(words: Sequence[str]) -> list[str]:
    """Each once, without the parts of a compound that is listed too: of 정리, 정리해고 and 해고 the second alone."""
    words = list(dict.fromkeys(words))
    parts = {part for word in words for part in _parts(word, words)}
    return [word for word in words if word not in parts]


def _parts(word: str, words: Sequence[str]) -> list[str]:
    """Those of the other words that make up `word` when written one after the other; empty where none do."""
    ways: dict[int, list[str]] = {0: []}  # by the length that is made up
    for length in range(len(word)):
        for part in words if length in ways else ():
            if part and part != word and word.startswith(part, length):
                ways.setdefault(length + len(part), [*ways[length], part])
    return ways.get(len(word), [])
