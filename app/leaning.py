"""Sentences that lean on the one before: they begin with a word that stands for somebody or something named there."""

from __future__ import annotations

import re

from ingest.kiwi import tokens
from ingest.language import detect
from ingest.mentions_ko import KOREAN_TITLES
from ingest.names import find_names
from ingest.quotation import quotations

_LEANS = re.compile(
    r"^(?:그는|그녀는|그들은|그가|그녀가|그의|그녀의|그러면서|그러나 그는|이에|이는|이어|이를|이 같은|이러한|또한?|특히|다만|회사는|회사 측|이 회사|이 업체"
    r"|업체는|He|She|They|It|This|That|These|Those|His|Her|Their|Its"
    r"|The (?:company|firm|move|decision|report|plan|group|official))\b|^[\"'“‘]"
)
_PRONOUN = re.compile(r"\b(?:he|she|his|her)\b")


def leans(sentence: str) -> bool:
    """Whether it has a word that stands for what an earlier sentence names."""
    if _LEANS.match(sentence):
        return True
    return bool(_PRONOUN.search(sentence)) and not find_names(sentence, "en")


# "Union chiefs there", but not "there is". What is counted has been spoken of: neither will close, all four did.
_POINTS = re.compile(
    r"^(?:Neither|Both|Either|Another|Others|All (?:of them|those|these|two|three|four|five|six|seven|eight|nine|ten)|(?:One|Two|Three|Some|Most|None) of (?:them|these|those))\b"
    r"|^(?:If|When|Once|While|Because|Although|Though|After|Before|Until|Should) (?:that|this|it|he|she|they|these|those)\b"
    rf"|^(?:\w+ ){{0,2}}(?:이|그) (?![일년월주달날때곳것중]|(?:[가-힣]{{2,6}} )?(?:{KOREAN_TITLES}))[가-힣]{{1,5}}(?:은|는|이|가|의|을|를|도|에서?)(?= )"
    r"|\bthere\b(?! (?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|seem|appear))"
)
_MARKED = frozenset(["JKS", "JX", "JC"])  # a particle that may mark a subject
_OBLIQUE = frozenset(["JKB", "JKG", "JKO"])


def goes_on(sentence: str) -> bool:
    """Whether it speaks on of what stands before it, in any way: it leans on that, points to it, or, in Korean, has no subject."""
    if leans(sentence) or _POINTS.search(sentence):
        return True
    return detect(sentence) == "ko" and not _has_subject(sentence)


def _has_subject(sentence: str) -> bool:
    """물음에는 답하지 않았다 has none: 는 stands behind another particle. What is quoted has its own."""
    for start, end in reversed(quotations(sentence)):
        sentence = sentence[:start] + sentence[end:]
    read = [tag.split("-")[0] for _, tag, _, _ in tokens(sentence)]
    return any(tag in _MARKED and before not in _OBLIQUE for before, tag in zip(["", *read], read, strict=False))
