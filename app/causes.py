"""Why: a claim that gives a cause needs a source that gives one.

Two things told side by side are no cause and effect; a model that is asked why makes them so. What counts as giving a cause is wide on the
side of the source, where "after", "as" and a purpose may be meant as one, and narrow on the side of the claim.
"""

from __future__ import annotations

import re

from ingest.kiwi import tokens
from ingest.records import Language

_CLAIMED: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"\bbecause\b|\b(?:the )?reasons? (?:is|was|why|for|that)\b|\bdue to\b|\bowing to\b|\bas a result of\b|\b(?:was|were|is|are) caused by\b",
        re.I,
    ),
    "ko": re.compile(r"때문|(?<![가-힣])이유[는가로]|(?<![가-힣])원인[은이으]|탓[에이]|덕분|로 인해"),
}
_GIVEN: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:because|since|as|due|owing|thanks|reasons?|why|caus\w+|results?|resulted|resulting|led|leads?|leading|prompt\w*|trigger\w*|after|following|amid"
        r"|over|so|to|for|by|from|with|given|driven|forc\w+|therefore|hence|spark\w*|blam\w+|attribut\w+|aim\w*|means?|meant|if|when|out of)\b",
        re.I,
    ),
    "ko": re.compile(
        r"때문|이유|원인|탓|덕|따라|따르|위[해한]|인[해한]|여파|영향|결과|계기|배경"
        r"|[하되]여|비롯|불거|유발|초래|야기|촉발|일으[키켰킨]|차원|목적|빌미|책임|(?<![0-9%원명개건대곳일월년러])(?<![0-9원명개건대곳일월년러]으)로(?:[ ,])"
    ),
}


# Endings that link two clauses so, as the analyser tells them from 부서, 교도소에서 and 남자.
_LINKS = frozenset(
    """아서 어서 여서 라서 니까 으니까 므로 으므로 느라 길래 기에 자 자마자 면서 으면서 며 으며 도록 려고 으려고 려 으려 고자""".split()
)
_LINKS_STATES = frozenset("아 어 라".split())  # behind an adjective or a copula; 공장을 사들여 넓혔다 gives no cause


def unfounded(claim: str, language: Language, source: str, written_in: Language) -> str | None:
    """The words by which `claim` gives a cause, where `source` gives none."""
    given = _CLAIMED[language].search(claim)
    if not given or _GIVEN[written_in].search(source) or (written_in == "ko" and _linked(source)):
        return None
    return given[0]


def _linked(source: str) -> bool:
    """아파 쉬었다, 시장이라 늦었다: an ending that links two clauses as cause and effect; 아파 왔다 is one verb."""
    read = [(form, tag.split("-")[0]) for form, tag, _, _ in tokens(source)]
    for (_, before), (form, tag), (_, following) in zip([("", ""), *read], read, [*read[1:], ("", "")], strict=False):
        states = form in _LINKS_STATES and before in ("VA", "VCP")
        if tag == "EC" and (form in _LINKS or states) and following != "VX":
            return True
    return False
