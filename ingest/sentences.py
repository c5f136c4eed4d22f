"""Where the sentences of a text begin and end.

A paragraph is a line, or what markup left in a text makes one, and a sentence never leaves its paragraph. Korean paragraphs are cut by
Kiwi and by punctuation, with the cuts inside quoted speech taken back; English ones by rules (`ingest.english_sentences`); what stands
behind a sentence in brackets (`ingest.asides`), or is only run on (`ingest.splices`), is another one. Spans slice back exactly, never
overlap, and leave out nothing but white space.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ingest import asides, english_sentences, splices
from ingest.kiwi import morphemes
from ingest.language import detect
from ingest.quotation import is_open, quotations

_PARAGRAPH = re.compile(r"[^\n]+")
# The end of a block of HTML in a text that ought to hold none, and what closes the quotation that it stands in.
_BLOCK_END = re.compile(
    r"</(?:address|article|aside|blockquote|body|caption|dd|div|dl|dt|figcaption|figure|footer|form|h[1-6]|head|header|html|li|main|nav|ol|p|pre"
    r"|script|section|style|table|tbody|td|tfoot|th|thead|title|tr|ul)>[\"”'’)\]]*\s+(?!</)",
    re.IGNORECASE,
)
_ENDED = re.compile(r"(?:[.!?…。]|[다요죠까네음함임])[\"”'’)\]」]*\s*$")
_FULL_STOP = re.compile(r"(?:(?<=[다요죠까네])\s?|(?<=[가-힣]{2})|(?<=[가-힣%][)\]]))[.!?]+[\"”'’)\]」]*\s+(?=[^\s.,])")
_TRAILS_OFF = re.compile(
    r"(?<!\S)(?:그리고|그런데|그러나|하지만|또는|혹은|및|또)\s?(?:\.{2,}|…)\s*$"
)  # into what follows
_MAX_FOR_KIWI = 2000  # characters; more without a full stop is no prose
# What follows a quotation that is part of a sentence: a particle at once, or a quotative after a space.
_GOES_ON = re.compile(r"[가-힣,·]|\s+(?:이?라[고며는]|고\s|며\s|면서\s|하고\s|등[은이의을]?\s)")
_QUOTATIVE = re.compile(r"이?라(?:고|며|면서)\s")  # nothing begins with it, whatever became of the marks before
_HANGUL = re.compile("[가-힣]")
_WORDS_OF_A_SENTENCE = 3
_LONGEST_ATTRIBUTION = 60  # characters
_SAYS = re.compile(r"\s*[^.!?\"“”‘’]{1,40}(?:말|덧붙|물|전|밝|설명|강조|답|외)[가-힣]{0,5}(?:다|까|죠|요)\s*[.!?]?\s*$")


def split(text: str) -> list[tuple[int, int]]:
    """Half-open spans of code points, in order."""
    return [
        (found.start() + start, found.start() + end)
        for found in _PARAGRAPH.finditer(text)
        for start, end in _line(found.group())
    ]


def _line(line: str) -> Iterator[tuple[int, int]]:
    blocks = [block.end() for block in _BLOCK_END.finditer(line)] if "</" in line else []
    for begin, finish in pairwise([0, *blocks, len(line)]):
        yield from ((begin + start, begin + end) for start, end in _paragraph(line[begin:finish]))


def _paragraph(line: str) -> Iterator[tuple[int, int]]:
    waiting = _pieces(line, 0, len(line))
    while waiting:
        begin, end = waiting.pop()
        piece = line[begin:end].strip()
        if not piece:
            continue
        begin += len(line[begin:end]) - len(line[begin:end].lstrip())
        if aside := asides.begins(piece, end < len(line)):
            waiting += [*_pieces(line, begin + aside, end), (begin, begin + aside)]
        elif run_on := splices.begins(piece):
            waiting += [(begin + run_on, end), (begin, begin + run_on)]
        else:
            yield begin, begin + len(piece)


def _pieces(line: str, begin: int, end: int) -> list[tuple[int, int]]:
    """What the stops cut a part of a line into, the last first."""
    part = line[begin:end]
    if not part.strip():
        return []
    cuts = _korean_cuts(part) if detect(part) == "ko" else english_sentences.cuts(part)
    return [(begin + start, begin + stop) for start, stop in pairwise([0, *cuts, len(part)])][::-1]


def _korean_cuts(line: str) -> list[int]:
    """Positions at which a new sentence begins, in order."""
    stops = {stop.end() for stop in _FULL_STOP.finditer(line)}
    found = {cut for cut in _kiwi_cuts(line, sorted(stops)) if _ENDED.search(line[max(0, cut - 20) : cut])} | stops
    found |= set(_english_cuts(line, found))
    found = {
        cut for cut in found if not (_QUOTATIVE.match(line, cut) or _TRAILS_OFF.search(line[max(0, cut - 20) : cut]))
    }
    for start, end in quotations(line):
        if goes_on := _GOES_ON.match(line, end):
            found = {cut for cut in found if not start < cut <= goes_on.end()}
    return _with_attributions(line, sorted(found))


def _english_cuts(line: str, cuts: set[int]) -> Iterator[int]:
    """Where a sentence without a Hangul letter ends; "Co." and "U.S." within a Korean one end none."""
    begin = 0
    for cut in sorted({*english_sentences.cuts(line), *cuts}):
        piece = line[begin:cut]
        if cut in cuts:
            begin = cut
        elif len(piece.split()) >= _WORDS_OF_A_SENTENCE and not _HANGUL.search(piece):
            begin = cut
            yield cut


def _kiwi_cuts(line: str, stops: list[int]) -> Iterator[int]:
    """Kiwi's own cuts; a very long line goes to it in pieces, as its time grows faster than the length."""
    begin = 0
    for end, after in pairwise([*stops, len(line), len(line)]):
        if after - begin > _MAX_FOR_KIWI or end == len(line):
            if 0 < end - begin <= _MAX_FOR_KIWI:
                found = morphemes(line[begin:end])
                yield from (begin + one.start for last, one in pairwise(found) if one.sentence != last.sentence)
            begin = end


def _with_attributions(line: str, cuts: list[int]) -> list[int]:
    """Without the cut between a quotation and the clause that says whose it is: "..." 김 씨가 말했다."""
    edges = [*cuts, len(line)]
    return [
        cut for cut, end in pairwise(edges) if not (line[:cut].rstrip()[-1:] in "\"”'’" and _SAYS.match(line, cut, end))
    ]


_MAY_HAVE_ENDED = re.compile(r"[.!?…。]\S*\s|\n")
_CLOSED = ".!?…。\"”'’)]」"
_GONE_ON = re.compile(r"[.!?…。]\S*\s+\S+\s|\n")


class SentenceStream:
    """Sentences of a text that is still being written.

    A sentence is given out once a whole word of the next one has come: "$5." waits for its "6 million", and a quotation
    for the 라고 that may follow.
    """

    def __init__(self) -> None:
        self._rest = ""

    def feed(self, delta: str) -> list[str]:
        """Take the next piece; returns the sentences that are surely complete, which may be none."""
        self._rest += delta
        if not _MAY_HAVE_ENDED.search(self._rest):
            return []  # nearly always, and much cheaper than asking
        done: list[tuple[int, int]] = []
        for (start, end), (after, _) in pairwise(split(self._rest)):
            if not self._begun(end, after):
                break
            done.append((start, end))
        sentences = [self._rest[start:end] for start, end in done]
        if done:
            self._rest = self._rest[done[-1][1] :]
        return sentences

    def _begun(self, end: int, after: int) -> bool:
        """Whether so much has come of the next sentence that it will stay one of its own."""
        if "\n" in self._rest[end:after]:
            return True
        if is_open(self._rest[self._rest.rfind("\n", 0, end) + 1 : end]):
            return False
        following = self._rest[after:]
        if following[0] == "(" or self._rest[end - 1] not in _CLOSED:  # it may yet turn out to be a part of this one
            return bool(_GONE_ON.search(following))
        if self._rest[end - 1] in "\"”'’":  # the clause that says whose words they are may follow
            return len(following) > _LONGEST_ATTRIBUTION or bool(re.search(r"[.!?]\s|\n", following))
        return bool(re.search(r"\S\s", following))

    def close(self) -> list[str]:
        """The sentences that are left."""
        rest, self._rest = self._rest, ""
        return [rest[start:end] for start, end in split(rest)]
