"""Sentences that lean on the one before: they begin with a word that stands for somebody or something named there."""

from __future__ import annotations

import re

_LEANS = re.compile(
    r"^(?:그는|그녀는|그들은|그가|그녀가|그러면서|그러나 그는|이에|이는|이어|이를|이 같은|이러한|또한?|특히|다만|He|She|They|It|This|That|These|Those"
    r"|The (?:company|firm|move|decision|report|plan|group|official))\b|^[\"'“‘]"
)


def leans(sentence: str) -> bool:
    return bool(_LEANS.match(sentence))
