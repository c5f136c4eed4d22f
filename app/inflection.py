"""The forms that an English word takes in a text: of a verb, a noun and an adjective alike. What no text holds does no harm."""

from __future__ import annotations

import re
from functools import cache

_VOWELS = "aeiou"
_DOUBLED = re.compile(r"^[^aeiou]*(?:[aeiou]|qui)[bdgklmnprtz]$")  # cut, cutting; of longer words those below
_LONGER = frozenset("permit admit commit omit refer defer deter rebut repel expel compel control propel acquit".split())
# Past and participle, where they are not regular; a form may be shared ("cut").
_IRREGULAR = {
    line.split()[0]: tuple(line.split()[1:])
    for line in """
    arise arose arisen|awake awoke awoken|beat beaten|become became|begin began begun|bind bound|bite bit bitten|blow blew blown|break broke broken
    breed bred|bring brought|build built|burn burnt|burst|buy bought|cast|catch caught|choose chose chosen|come came|cost|creep crept|cut
    deal dealt|dig dug|draw drew drawn|drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|feed fed|feel felt|fight fought
    find found|flee fled|fly flew flown|forbid forbade forbidden|forget forgot forgotten|forgive forgave forgiven|freeze froze frozen|get got gotten
    give gave given|go went gone|grow grew grown|hang hung|have had|hear heard|hide hid hidden|hit|hold held|hurt|keep kept|know knew known
    lay laid|lead led|leave left|lend lent|let|light lit|lose lost|make made|mean meant|meet met|outgrow outgrew outgrown|overcome overcame
    oversee oversaw overseen|overthrow overthrew overthrown|overturn|pay paid|plead pled|put|quit|read|ride rode ridden|ring rang rung
    rise rose risen|run ran|say said|see saw seen|seek sought|sell sold|send sent|set|shake shook shaken|shed|shine shone|shoot shot
    show shown|shrink shrank shrunk|shut|sing sang sung|sink sank sunk|sit sat|sleep slept|slide slid|speak spoke spoken|speed sped
    spend spent|spin spun|split|spread|spring sprang sprung|stand stood|steal stole stolen|stick stuck|strike struck stricken|swear swore sworn
    sweep swept|swell swollen|swim swam swum|swing swung|take took taken|teach taught|tear tore torn|tell told|think thought
    throw threw thrown|undo undid undone|unwind unwound|uphold upheld|wake woke woken|wear wore worn|win won|wind wound
    withdraw withdrew withdrawn|withhold withheld|withstand withstood|write wrote written|do did done|be is are was were been being
    """.replace("\n", "|").split("|")
    if line.split()
}  # fmt: skip


@cache
def forms(word: str) -> tuple[str, ...]:
    """`word` itself first: grow, grows, growing, grower, growest, grew, grown."""
    found = [word, _plural(word)]
    if word != "be":
        stem = word[:-1] if word.endswith("e") and not word.endswith(("ee", "oe", "ye")) else word
        if _DOUBLED.match(word) or word in _LONGER:
            stem += word[-1]
        found.append("dying" if word == "die" else stem + "ing")
        past = word[:-1] if word.endswith("e") else _last_y(stem)
        found += [past + ending for ending in ("ed", "er", "est")]
    return tuple(dict.fromkeys([*found, *_IRREGULAR.get(word, ())]))


def _plural(word: str) -> str:
    return _last_y(word) + ("es" if re.search(r"(?:s|sh|ch|x|z)$|[^aeiou]y$", word) else "s")


def _last_y(word: str) -> str:
    return word[:-1] + "i" if word.endswith("y") and word[-2:-1] not in _VOWELS else word
