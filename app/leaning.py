"""Sentences that lean on the one before: they begin with a word that stands for somebody or something named there."""

from __future__ import annotations

import re

from ingest.names import find_names

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
