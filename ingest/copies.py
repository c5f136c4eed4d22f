"""Near copies: articles that several publishers took over from one agency, whole, cut short or slightly edited.

Two texts are compared by their shingles, every run of a few words (English) or characters (Korean, whose words come in
too many forms), as in A. Z. Broder, "On the resemblance and containment of documents" (SEQUENCES 1997). A few of the
shingles, chosen by their hashes alone, are kept where they can be looked up: texts that share many share some of those.
What says the same but for a figure, a name or a "not" is no copy: to cite one for the other would be wrong.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from ingest.quantity import Quantity
from ingest.records import Language

SEED = 1997  # of the hashes; with another, what is kept in libraries would have to be made again

_WIDTH: dict[Language, int] = {"en": 5, "ko": 8}  # of a shingle, in words and in characters
# Of so many shingles one is kept for look-up (Broder's MOD sketch, which finds what is contained) ...
_ONE_IN: dict[Language, int] = {"en": 8, "ko": 24}
_LEAST = 8  # ... and at least so many, the lowest (his MIN sketch, which finds texts of a few sentences),
_MOST = 1_000  # and at most so many: enough for a book.
RESEMBLANCE = 0.7  # share of all shingles of two texts that both have, from which they are copies
CONTAINMENT = 0.85  # share of the shorter one's shingles that the longer one has, from which it is a part
SHORTEST_PART = 0.2  # of the longer one; less is a quotation or an entry of a round-up
# Of less, a word or two are most of what is told: all of the shorter text must be in the longer and be half of it.
_SHORT: dict[Language, int] = {"en": 50, "ko": 100}
_EDITED = 0.5  # share of the shorter sentence's words, from which two sentences are one that was edited
_KEPT = 0.7  # of a sentence's words, from which another is the same but for its style
_TO_DENY = 4  # words that a sentence gets when it is denied (did not fall, 하지 않았다), and one to spare

_WORD = re.compile(r"\w+")
_DIGITS = re.compile(r"\d+")
_DENIAL: dict[Language, re.Pattern[str]] = {
    "en": re.compile(r"\b(?:not?|never|cannot|neither|nor|without)\b|n['’]t\b", re.I),
    "ko": re.compile(r"않|못|없|아니|(?<![가-힣])안(?= )"),
}


@dataclass(frozen=True)  # without slots, for its cached properties
class Story:
    """What is compared of an article."""

    language: Language
    sentences: tuple[str, ...]

    @cached_property
    def text(self) -> str:
        return "\n".join(self.sentences)

    @cached_property
    def words(self) -> frozenset[str]:
        return _words(self.text)

    @cached_property
    def shingles(self) -> np.ndarray:
        """Hashes of the different shingles, uint64 [n], ascending; one for a text that is shorter than a shingle."""
        words = _WORD.findall(self.text.casefold()) or [self.text]
        if self.language == "ko":
            codes = np.frombuffer("".join(words).encode("utf-32-le"), "<u4").astype(np.uint64)
        else:
            codes = np.array([zlib.crc32(word.encode()) for word in words], np.uint64)
        return np.unique(_hashed(codes, _WIDTH[self.language]))

    @cached_property
    def _each(self) -> list[frozenset[str]]:
        return [_words(sentence) for sentence in self.sentences]

    @cached_property
    def _plain(self) -> str:
        return _plain(self.text)

    def has(self, sentence: str) -> bool:
        """Does this article, a copy of the sentence's own, have it too? Style and line breaks may differ."""
        if _plain(sentence) in self._plain:
            return True
        words = _words(sentence)
        return any(len(words & others) >= _KEPT * len(words) for others in self._each)

    @property
    def sketch(self) -> list[int]:
        """The shingles by which it is found, as whole numbers of 31 bits (of which SQLite stores four bytes each)."""
        limit = np.uint64(2**64 // _ONE_IN[self.language])
        count = min(max(_LEAST, int(np.searchsorted(self.shingles, limit))), _MOST)
        return list({int(one) & 0x7FFFFFFF for one in self.shingles[:count]})


def copies(one: Story, other: Story) -> bool:
    """Does one of the articles say what the other says, in the same words, or most of it?"""
    return one.language == other.language and _much_shared(one, other) and not _contradict(one, other)


def _hashed(codes: np.ndarray, width: int) -> np.ndarray:
    """A hash, uint64, of every run of `width` codes; of them all together where there are fewer."""
    width = min(width, len(codes))
    with np.errstate(over="ignore"):  # to wrap around is what a hash does
        mixed = np.full(len(codes) - width + 1, SEED, np.uint64)
        for place in range(width):
            mixed = _mixed(mixed + codes[place : len(codes) - width + 1 + place])
    return mixed


def _mixed(numbers: np.ndarray) -> np.ndarray:
    """The finaliser of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014): every bit depends on every other."""
    numbers = numbers + np.uint64(0x9E3779B97F4A7C15)
    numbers = (numbers ^ (numbers >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    numbers = (numbers ^ (numbers >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return numbers ^ (numbers >> np.uint64(31))


def _much_shared(one: Story, other: Story) -> bool:
    shorter, longer = sorted((len(one.shingles), len(other.shingles)))
    shared = len(np.intersect1d(one.shingles, other.shingles, assume_unique=True))
    if shorter < _SHORT[one.language]:
        return shared == shorter >= longer / 2
    alike = shared >= RESEMBLANCE * (shorter + longer - shared)
    return alike or (shared >= CONTAINMENT * shorter and shorter >= SHORTEST_PART * longer)


def _contradict(one: Story, other: Story) -> bool:
    """Is there a sentence that the other article has with another figure or name, or denied?"""
    pairs = list(_edited(one.sentences, other.sentences))
    return (
        any(_other_figures(mine, theirs, one.language) for mine, theirs in pairs)
        or any(_denied(mine, theirs, one.language) for mine, theirs in pairs)
        or any(_other_names(mine, theirs, one, other) for mine, theirs in pairs)  # last, as it takes longest
    )


def _edited(mine: Sequence[str], theirs: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Sentences that only one of two texts has, each with the one of the other text that it was made from, or that was
    made from it. Those that were added or left out are in no pair."""
    shared = Counter(map(_plain, mine)) & Counter(map(_plain, theirs))  # counted, as pages may have a sentence twice
    left, right = _rest(mine, shared), _rest(theirs, shared)
    for sentence, words in left:
        shares = [len(words & others) / min(len(words), len(others)) for _, others in right]
        if shares and (best := max(shares)) >= _EDITED:
            yield sentence, right[shares.index(best)][0]


def _rest(sentences: Sequence[str], shared: Counter[str]) -> list[tuple[str, frozenset[str]]]:
    """The sentences that are not among the shared ones, with their words."""
    left, rest = Counter(shared), []
    for sentence in sentences:
        plain = _plain(sentence)
        if left[plain]:
            left[plain] -= 1
        elif words := _words(sentence):
            rest.append((sentence, words))
    return rest


def _plain(sentence: str) -> str:
    return "".join(_WORD.findall(sentence)).casefold()


def _words(sentence: str) -> frozenset[str]:
    """Without their digits, as figures are what may differ."""
    return frozenset(_DIGITS.sub("", word).casefold() for word in _WORD.findall(sentence))


def _denied(mine: str, theirs: str, language: Language) -> bool:
    """Is one the other with a "not"? What has many words more is two sentences in one, and either may be denied."""
    fewer, more = sorted((mine, theirs), key=lambda sentence: len(_DENIAL[language].findall(sentence)))
    if len(_DENIAL[language].findall(fewer)) == len(_DENIAL[language].findall(more)):
        return False
    added = Counter(_WORD.findall(more.casefold())) - Counter(_WORD.findall(fewer.casefold()))
    return added.total() <= _TO_DENY


def _other_figures(mine: str, theirs: str, language: Language) -> bool:
    """Has each a figure where the other has another? One that only one of them has was added or left out."""
    left, right = _figures(mine, language), _figures(theirs, language)
    return not _in_order(left, right) and not _in_order(right, left)


def _figures(sentence: str, language: Language) -> list[Quantity | str]:
    """In order of place: quantities, and the digits of names (GPT-4)."""
    from ingest import quantities  # here, as it takes a while and only ingest needs it

    found = quantities.parse(sentence, language)
    digits = list(_DIGITS.finditer(sentence))
    loose = [d for d in digits if not any(q.start < d.end() and d.start() < q.end for q in found)]
    placed = [(q.start, q) for q in found] + [(d.start(), d.group()) for d in loose]
    return [figure for _, figure in sorted(placed, key=lambda item: item[0])]


def _in_order(some: Sequence[Quantity | str], all_: Sequence[Quantity | str]) -> bool:
    """Are `some` among `all_`, in that order?"""
    rest = iter(all_)
    return all(any(_same(one, other) for other in rest) for one in some)


def _same(one: Quantity | str, other: Quantity | str) -> bool:
    """The value alone: "more than 80" is another figure than 83 here, and 3 percent is 3%."""
    if isinstance(one, str) or isinstance(other, str):
        return one == other
    if one.moment or other.moment:
        from ingest import quantities

        return quantities.same(one, other) or quantities.same(other, one)  # with the year or without
    return (one.low, one.high) == (other.low, other.high)


def _other_names(mine: str, theirs: str, one: Story, other: Story) -> bool:
    """Has each a name that the other article has nowhere? A template with another town, a suspect put right."""
    if not (_words(mine) - other.words and _words(theirs) - one.words):
        return False  # so far in no time: a dateline was put before a sentence, or a clause left out
    from ingest.aliases import Aliases
    from ingest.name_check import missing_names

    language, none = one.language, Aliases(())
    return bool(
        missing_names(mine, language, other.text, language, none)
        and missing_names(theirs, language, one.text, language, none)
    )
