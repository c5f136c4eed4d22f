"""What a text has that leads out of it or acts on a page: addresses, links, images, tags, characters that nobody sees.

All text is shown escaped, and none of these acts there. Still a sentence of ours with one that its source has not is the work of
whoever planted it, or an invention: no answer shows it, and no draft.
"""

from __future__ import annotations

import re
import unicodedata

Span = tuple[int, int]  # half-open range of code points

# By which a name without a scheme passes for an address. Endings that are English words ("in", "me", "is"), which may also come after a
# full stop without its space, count only before a path: t.me/x.
_ENDINGS = (
    "com|net|org|info|biz|edu|gov|mil|int|io|ai|app|dev|xyz|site|online|shop|club|tech|blog|click|icu|cloud|website|zip|onion"
    "|kr|jp|cn|uk|de|fr|ru|eu|ca|au|tv|cc|ly|co|gg|nl|se|ch|br|mx|tw|hk|sg|vn|한국"
)
_ELEMENTS = (
    "a|abbr|applet|audio|b|base|body|br|button|canvas|center|code|details|div|embed|em|font|form|frame|frameset|h[1-6]|head|hr|html|i"
    "|iframe|img|input|label|li|link|marquee|math|meta|nav|noscript|object|ol|option|p|pre|s|script|section|select|small|source|span"
    "|strong|style|sub|summary|sup|svg|table|tbody|td|template|textarea|th|title|tr|track|u|ul|video|xml"
)
_TAIL = r"""[^\s<>"'“”‘’()\[\]{}가-힣]*"""  # of an address; a Korean particle is none of it
_NAME = r"(?<![a-z0-9@.-])(?:[a-z0-9가-힣-]{1,63}\.){1,6}"
_ACTING = re.compile(
    "|".join(
        (
            r"!?\[[^\[\]\n]{0,200}\]\([^)\n]{0,500}\)?|\[[^\[\]\n]{1,200}\]:\s*<?(?:[a-z]+:)?//\S+",  # Markdown
            rf"<!--.*?(?:-->|$)|</?(?:{_ELEMENTS})(?=[\s/>])[^<>\n]*(?:>|$)|<[a-z][^<>\n]*\s[a-z-]+=[^<>\n]*(?:>|$)",  # HTML
            r"&(?:#\d+|#x[0-9a-f]+|[a-z]{2,8});",
            rf"(?<![a-z0-9+.-])(?:[a-z][a-z0-9+.-]{{0,20}}://|javascript:|vbscript:|data:[a-z]+/|blob:|file:/|mailto:|tel:(?=\+?\d)){_TAIL}",
            r"(?<![a-z0-9._+-])[a-z0-9._+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})+",
            rf"(?<![a-z0-9])www\.{_TAIL}|{_NAME}(?:{_ENDINGS})(?![a-z0-9-])(?:[/:?#]{_TAIL})?|{_NAME}[a-z]{{2,}}/{_TAIL}",
            rf"(?<![\d.])\d{{1,3}}(?:\.\d{{1,3}}){{3}}(?![\d.]|\.\d)(?:[/:]{_TAIL})?",  # IPv4
        )
    ),
    re.I,
)
_SCHEME = re.compile(r"^(?:[a-z][a-z0-9+.-]*:/*)?(?:www\.)?", re.I)
_BLANK = frozenset("\u034f\u115f\u1160\u2800\u3164\uffa0")  # letters and signs that show nothing


def acting(text: str) -> list[Span]:
    """Where `text` has such things, in order."""
    found = [match.span() for match in _ACTING.finditer(text)]
    found = [(start, start + len(text[start:end].rstrip(".,:!?…"))) for start, end in found]
    return sorted([*found, *((at, at + 1) for at, character in enumerate(text) if is_unseen(character))])


def added(text: str, source: str) -> list[Span]:
    """Those of `text` that `source` has not. An address of the source may stand without its scheme, its "www." or its path."""
    spans = acting(text)
    if not spans:
        return []
    held = {form for start, end in acting(source) for form in _forms(source[start:end])}
    return [(start, end) for start, end in spans if _plain(text[start:end]) not in held]


def is_unseen(character: str) -> bool:
    """Zero width, direction, control, tag and filler characters; not what joins the parts of an emoji."""
    if character in _BLANK or "\U000e0000" <= character <= "\U000e01ef":
        return True
    kind = unicodedata.category(character)
    return (kind in ("Cc", "Cf", "Cs", "Co")) and character not in "\n\t\u200d"


def _plain(part: str) -> str:
    return _SCHEME.sub("", part).rstrip("/").casefold()


def _forms(part: str) -> set[str]:
    whole = _plain(part)
    return {whole, re.split("[/?#:]", whole)[0]}
