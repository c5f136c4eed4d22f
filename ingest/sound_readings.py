"""What letters a Korean sound may stand for, and what each reading costs in an alignment.

A line is the jamo (a coda carries an underscore, two or three jamo are one sound together), then Latin letters: exact readings,
"|" possible ones, "|" doubtful ones. Set by hand from the transliteration rules (외래어 표기법, Revised Romanisation).
"""

from __future__ import annotations

COSTS = (0.0, 0.12, 0.5)  # of an exact, a possible and a doubtful reading; a wrong consonant is about 1

_READINGS = """
ㄱ g gg gh gu k | c | ck ch x
ㄲ kk | k g c ck
ㄴ n nn kn gn | ng | m
ㄷ d dd | th dh | t
ㄸ tt | t d | th
ㄹ l ll r rr rh wr | lh | n
ㅁ m mm | mb mn | n
ㅂ b bb v | bh p vv | w f
ㅃ pp | p b | v
ㅅ s ss sh c sc sch | x th ti ci si ce ps | ch z t tz
ㅆ ss s | c x | sh th z
ㅈ j z g zh dg dj | x ch dz ds zz s di | c ts gi ti q
ㅉ jj | j z tz zz | ts ch
ㅊ ch tch cz | c ts tz zz q z ci | t j x cs s kc
ㅋ k c ck q cc kk kh | ch qu | g x
ㅌ t tt th | dt | d
ㅍ p f ph ff pp | pf | v b
ㅎ h wh | kh ch j f x | g
ㄱ_ k c ck g q cc | ch gh kk | x
ㄴ_ n nn ne | nt nd | m ng
ㄷ_ t d | dd tt | s
ㄹ_ l ll le | lle r rl el |
ㅁ_ m mm mb me | mn n |
ㅂ_ p b pp | pe v bb | f
ㅅ_ t s tt | d te th ts ss st | z c
ㅇ_ ng n | gn nk | m
ㅏ a ah aa ar | o u er ou e au or ia | ai i eo
ㅐ a e ae ai | ea ay | i
ㅑ ya ia ja | ea yo iya | a
ㅒ ya yae | |
ㅓ eo er or ur u ou ir ear | o a e ar oe oo re ou ie ea | i y au
ㅔ e ai ay ei ae ea ey a | ee he eh | i y oe
ㅕ yeo you ye | yu iu io yo ier | u ia
ㅖ ye ie je | e |
ㅗ o oa ow oh oe eau au | ou aw al or a oo ough | u
ㅘ wa oi oua ua | hua wi oa | o
ㅙ wa wai oae | we |
ㅚ oe oi | we eu o ue |
ㅛ yo io | eo jo yao | o
ㅜ u oo ou ew w woo | o wo ue oe ui | e y
ㅝ wo wa wor war | ua uo wer | o
ㅞ we whe ue | wei uai wa | e
ㅟ wi ui ü whi | hui wee we ee u wy i ea | y
ㅠ u ew you yu | iu ue eu yoo hu | ou
ㅡ eu | u e ue | o i a y
ㅢ ui eui | i | e
ㅣ i ee ea e y ie ey | ei ii hi yi ih j | a u ai
ㅏㅣ i y ai ie igh ei ay | uy eye ey |
ㅔㅣ a ai ay ey ei | ea e eigh aye |
ㅏㅜ ow ou au ao | aw |
ㅗㅣ oi oy eu | oui |
ㅜㅓ oo our ure oor | ower ua uer |
ㅣㅓ ear eer ier ir | ia io ea eo ere |
ㅔㅓ air are ar | ear ere |
ㅣㅏ ia ya ea | ja |
ㅠㅣ ewi ui | |
ㅏㅣㅓ ire yre ier | iar yer |
ㅏㅜㅓ our ower | |
ㄱ_ㅅ x | |
ㄱ_ㅆ x | |
ㅋㅡㅅ x | |
ㄱㅡㅈ x | |
ㄹ_ㄹ l ll | r rl lr |
ㅁ_ㅁ m mm | |
ㄴ_ㄴ n nn | |
ㅅㅣ ci sy c | xi |
ㅈㅣ ge gi gy dge | | |
ㅊㅣ ch tch ci | c | k
ㅅㅕ tio cia sha sho tia | |
ㅅㅠ shu chou | |
ㅋㅟ qui | |
"""


def _prices() -> dict[str, dict[str, float]]:
    table: dict[str, dict[str, float]] = {}
    for line in _READINGS.strip().splitlines():
        jamo, readings = line.split(" ", 1)
        table[jamo] = {
            letters: cost
            for cost, group in reversed(list(zip(COSTS, readings.split("|"), strict=False)))
            for letters in group.split()
        }
    return table


PRICES = _prices()
JOINT = frozenset(jamo for jamo in PRICES if len(jamo.replace("_", "")) > 1)
