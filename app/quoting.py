"""Text of others as a model may be told it: between marks that it cannot hold, and without what chat templates are made of.

llama.cpp reads the special tokens of a chat template out of the content of a message, too: "<|im_end|>" in an article would end the
user's turn, and what follows it would be the next one.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Sequence

_MARK = 5  # hex digits, a token each for most models; what they are not to be found in is looked at, so few do
# Special tokens as the chat models of the day write them: <|im_end|> and <s> (Qwen, Llama), <start_of_turn> (Gemma), [INST] and
# [TOOL_CALLS] (Mistral), [|user|] (EXAONE), <｜User｜> and ▁ for spaces (DeepSeek), <<SYS>>. None holds a space. 〈기생충〉 and
# <기생충>, as Korean writes titles, are none of them.
_TEMPLATE = re.compile(
    r"<{1,2}/?[|｜]?[A-Za-z_][!-;=?-~｜▁]{0,60}?[|｜]?>+|<[|｜][!-;=?-~｜▁]{0,60}?[|｜]>"
    r"|\[\|[^\[\]|\s]{1,60}\|\]|\[/?(?:INST|SYS|IMG|gMASK|[A-Z]+(?:_[A-Z]+)+)\]"
)
_RUN = re.compile("<{3,}")  # no token begins so, and a long one would be looked at from each of its signs
_UNSEEN = re.compile(
    "[\u034f\u115f\u1160\u180b-\u180f\u2800\u3164\uffa0\ufe00-\ufe0f\U000e0100-\U000e01ef]"
)  # fillers and selectors


def told(text: str) -> str:
    """`text` on one line, with nothing in it that a reader does not see or that a chat template would act on."""
    seen = _UNSEEN.sub("", _RUN.sub("<<", text))
    seen = "".join(c for c in seen if c.isspace() or unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Co"))
    # A space in its place: taken out, what stood around it could make up another.
    return " ".join(_TEMPLATE.sub(" ", seen).split())


def mark(texts: Sequence[str]) -> str:
    """Digits that none of `texts` holds, to stand before and behind them. The same texts get the same, and texts that begin
    with the same one nearly always do: so drafts repeat, and a retry on the first of them finds it read already.
    """
    digest = texts[0] if texts else ""
    held = "\n".join(texts).casefold()
    while True:
        digest = hashlib.sha256(digest.encode()).hexdigest()
        if digest[:_MARK] not in held:
            return digest[:_MARK]
