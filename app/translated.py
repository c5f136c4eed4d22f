"""Does a translation say what its sentence says? Whatever it says may be borne out, and the half of it be gone: a small model that does not
understand a word leaves it out, or says something else for it."""

from __future__ import annotations

from app.check import Share

# Of the words of the sentence, the least share that stands in its translation. Of twelve by the default model seven were wrong and had .23 to .50;
# the right ones, and three that are wrong in a word, .67 and more. It is a strict rule: people translate freely, and half of theirs have less.
# What it takes is quoted instead.
_LEAST = 0.52


def leaves_out(translation: str, sentence: str, covered: Share | None) -> bool:
    """Whether most of what the sentence says is not in its translation; never without a way to compare words."""
    return covered is not None and covered.share(sentence, translation, "") < _LEAST
