"""The forms that an English word takes in a text: as a verb and a noun, and as an adjective where it is
listed as one.

A form that is no word ("cutted") does no harm; one that is another word does (diver, divest, leader,
banner), so only adjectives are compared, and a noun for who does it stands in its own list."""

from __future__ import annotations

import re
from functools import cache

_VOWELS = "aeiou"
_DOUBLED = re.compile(r"^[^aeiou]*(?:[aeiou]|qui)[bdgklmnprtz]$")  # cut, cutting; of longer words those below
_LONGER = frozenset(
    """permit admit commit omit refer defer deter rebut repel expel compel control propel acquit annul begin
    forbid upset outbid outrun rerun regret prefer transfer confer infer occur concur recur incur abet allot
    submit emit remit transmit enrol fulfil instil distil excel rebel dispel patrol kidnap handicap equip
    outfit offset reset unplug overlap""".split()
)
# Doubled in British spelling, single in American.
_EITHER = frozenset(
    """cancel travel label model fuel signal level quarrel tunnel total rival dial equal marshal counsel
    channel panel fulfill initial pedal""".split()
)
# Compared by -er and -est; what is compared by another word (good, better) stands in lists of its own.
_ADJECTIVES = frozenset(
    """ample angry bold brief bright broad busy calm cheap clean clear cold cool costly dark dear deep dirty
    dry early easy fair fast fine firm free full gentle grim happy hard harsh heavy high hot humble icy keen
    large late light long loud low mild narrow near new noisy old poor pure quick quiet rare rich risky safe
    scarce severe short simple slow small soft steep strict strong sure tall thick thin tight tiny tough
    ugly warm weak wealthy wet wide young""".split()
)
_PREFIXES = ("re", "over", "mis", "un", "out", "under", "with", "fore", "up")  # rebuilt, overtook, misled
# Past and participle, where they are not regular; a form may be shared ("cut").
_IRREGULAR = {
    line.split()[0]: tuple(line.split()[1:])
    for line in """
    arise arose arisen|awake awoke awoken|beat beaten|become became|begin began begun|bind bound
    bite bit bitten|blow blew blown|break broke broken|breed bred|bring brought|build built|burn burnt
    burst|buy bought|cast|catch caught|choose chose chosen|cling clung|come came|cost|creep crept|cut
    deal dealt|dig dug|do did done|draw drew drawn|drink drank drunk|drive drove driven|eat ate eaten
    fall fell fallen|feed fed|feel felt|fight fought|find found|flee fled|fling flung|fly flew flown
    forbid forbade forbidden|forget forgot forgotten|forgive forgave forgiven|freeze froze frozen
    get got gotten|give gave given|go went gone|grind ground|grow grew grown|hang hung|have had
    hear heard|hide hid hidden|hit|hold held|hurt|keep kept|know knew known|lay laid|lead led|lean leant
    leap leapt|learn learnt|leave left|lend lent|let|light lit|lose lost|make made|mean meant|meet met
    pay paid|plead pled|put|quit|read|ride rode ridden|ring rang rung|rise rose risen|run ran|say said
    see saw seen|seek sought|sell sold|send sent|set|shake shook shaken|shed|shine shone|shoot shot
    show shown|shrink shrank shrunk|shut|sing sang sung|sink sank sunk|sit sat|slay slew slain
    sleep slept|slide slid|speak spoke spoken|speed sped|spend spent|spin spun|spit spat|split
    spoil spoilt|spread|spring sprang sprung|stand stood|steal stole stolen|stick stuck|sting stung
    stink stank stunk|strike struck stricken|strive strove striven|swear swore sworn|sweep swept
    swell swollen|swim swam swum|swing swung|take took taken|teach taught|tear tore torn|tell told
    think thought|throw threw thrown|wake woke woken|wear wore worn|weave wove woven|win won|wind wound
    write wrote written
    be is are was were been being
    """.replace("\n", "|").split("|")
    if line.split()
}


@cache
def forms(word: str) -> tuple[str, ...]:
    """`word` itself first: grow, grows, growing, growed, grew, grown; cheap, cheaper, cheapest beside its
    forms as a verb."""
    found = [word, _plural(word)]
    if word != "be":
        for stem in _stems(word):
            found += ["dying" if word == "die" else stem + "ing"]
            past = word[:-1] if word.endswith("e") else _last_y(stem)
            found += [past + ending for ending in (("ed", "er", "est") if word in _ADJECTIVES else ("ed",))]
    return tuple(dict.fromkeys([*found, *_irregular(word)]))


def _stems(word: str) -> tuple[str, ...]:
    """What endings with a vowel are put to: cut, cutt; grow; rise, ris."""
    if word in _EITHER:
        return word, word + word[-1]
    if _DOUBLED.match(word) or word in _LONGER:
        return (word + word[-1],)
    return (word[:-1] if word.endswith("e") and not word.endswith(("ee", "oe", "ye")) else word,)


def _irregular(word: str) -> tuple[str, ...]:
    """Of the word, or of what its prefix stands before: overtake as take."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    for prefix in _PREFIXES:
        if word.startswith(prefix) and word.removeprefix(prefix) in _IRREGULAR:
            return tuple(prefix + form for form in _IRREGULAR[word.removeprefix(prefix)])
    return ()


def _plural(word: str) -> str:
    return _last_y(word) + ("es" if re.search(r"(?:s|sh|ch|x|z)$|[^aeiou]y$", word) else "s")


def _last_y(word: str) -> str:
    return word[:-1] + "i" if word.endswith("y") and word[-2:-1] not in _VOWELS else word
