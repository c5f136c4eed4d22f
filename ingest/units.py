"""Units as Korean and English news write them, and which of them can stand for the same thing."""

from __future__ import annotations

import re
from fractions import Fraction

from ingest.quantity import TIME_UNITS

CURRENCIES = frozenset("USD KRW CNY JPY EUR GBP AUD CAD HKD TWD SGD RUB INR BRL TRY CHF MXN SEK VND".split())

# What a counter counts. 대, 채, 척 and the like keep their family, so that nine ships are not nine people.
_KO = {
    "USD": "미국 달러|미국달러|미 달러|미달러|달러|불", "AUD": "호주 달러|호주달러", "CAD": "캐나다 달러|캐나다달러",
    "HKD": "홍콩 달러|홍콩달러", "TWD": "대만 달러|대만달러", "SGD": "싱가포르 달러|싱가포르달러", "KRW": "원",
    "CNY": "중국 위안|위안화|위안", "JPY": "일본 엔|엔화|엔", "EUR": "유로화|유로", "GBP": "영국 파운드|파운드화|파운드", "RUB": "루블",
    "INR": "루피", "BRL": "헤알", "TRY": "리라", "CHF": "스위스프랑|스위스 프랑", "MXN": "페소", "SEK": "크로나", "VND": "동",
    "cent": "센트", "percent": "%|퍼센트|프로", "percentage_point": "%p|%P|%포인트|% 포인트|퍼센트포인트|퍼센트 포인트",
    "basis_point": "bp|bps|베이시스포인트|베이시스 포인트", "times": "배", "person": "명|사람|인|여명", "animal": "마리",
    "thing": "개|가지|건|곳|군데|개소|점포|팀|장|벌|켤레|쌍|잔|병|발|줄|판|세트|그룹|종류|종|부문|분야|단계",
    "count:company": "개사|개 사", "count:country": "개국|개 국", "count:household": "가구|세대", "count:state": "개 주",
    "count:vehicle": "대", "count:ship": "척", "count:book": "권", "count:house": "채", "count:building": "동",
    "count:tree": "그루", "count:vote": "표", "count:page": "페이지|쪽", "count:film": "편", "count:song": "곡",
    "count:seat": "석", "count:quarter": "개 분기|개분기|분기", "count:goal": "골", "count:game": "경기|게임", "count:win": "연승|승", "count:time": "번|회|차례",
    "count:round": "라운드", "count:hole": "홀", "count:word": "마디|글자|자",
    "point": "포인트|점", "year": "년|해|개년|주년", "month": "개월|달", "week": "주일|주간|주", "day": "일", "count:night": "박", "hour": "시간", "minute": "분",
    "second": "초", "age": "세|살", "ordinal": "번째|위|등|차|호|층|학년|기|번가|등급|회차|대째|심|급",
    "km": "km|㎞|킬로미터|킬로", "m": "m|미터", "cm": "cm|㎝|센티미터|센티", "mm": "mm|㎜|밀리미터", "mile": "마일", "foot": "피트",
    "inch": "인치", "yard": "야드", "acre": "에이커", "hectare": "헥타르|ha|㏊", "pyeong": "평",
    "m2": "㎡|제곱미터|평방미터|평방 미터|제곱 미터", "km2": "㎢|제곱킬로미터|평방킬로미터|제곱 킬로미터|평방 킬로미터",
    "mile2": "제곱마일|평방마일|평방 마일|제곱 마일", "foot2": "제곱피트|평방피트|평방 피트|제곱 피트",
    "m3": "㎥|세제곱미터|입방미터|세제곱 미터|입방 미터", "kg": "kg|㎏|킬로그램", "g": "g|그램", "ton": "t|톤", "liter": "리터|ℓ|L",
    "gallon": "갤런", "barrel": "배럴|베럴", "mph": "mph", "kmh": "km/h|㎞/h", "knot": "노트", "degree": "도|℃|°C|°F|℉|°",
    "kw": "kW|㎾|킬로와트", "mw": "MW|㎿|메가와트", "gw": "GW|기가와트", "kwh": "kWh|킬로와트시", "nm": "nm|나노미터", "gb": "GB|기가바이트",
    "tb": "TB|테라바이트", "mb": "MB|메가바이트", "ghz": "GHz|기가헤르츠", "mhz": "MHz|메가헤르츠",
}  # fmt: skip

# A unit that begins another word is not that unit: 3대회, 5분의, 2주택, 3인치, 20세기.
_KO_NOT = {
    "대": "회|학|륙|양|통령|표|응|상|비|출", "주": "택|식|주|자|기|차|요|말", "인": "치|조|상|근|도|기|터|류|간|플|종", "프로": "그|젝|세|듀|토|포|필|모|야|농|축|골|스",
    "세": "기|트|제|대|력|금|율|계|션", "배": "우|터|송|럴|분|급|당|경", "분": "기|의 ?[0-9일이삼사오육칠팔구]|야|석|류|포|쟁", "일": "본|부|대|반|정|자리|환|상|찍|치|등",
    "점": "포|유|령|심|검|차적|진", "회": "사|의|원|장|담|견|복|전|계|로", "차": "량|례|원|별|이|관|선|지", "호": "텔|주|소|응|실|전", "동": "안|시|일|료|생|의|네|반|결|남|북",
    "원": "자|천|래|인|칙|유|전|조|심|정|고|숭|활|만", "장": "관|소|기|치|비|애|면|례|르|착|점", "종": "교|합|목|료|일|전|사", "건": "물|강|설|국|축",
    "위": "원|험|치|협|안|반|기|성|해", "등": "급|장|록|산|교|의|을|이|은|도|에|과|으", "기": "업|간|자|관|술|록|존|준|본|반|사|온|타|가|소|금|후", "번": "째|가|지|호|역|영",
    "도": "시|로|착|움|망|전|입|의|네|쿄|대체|중|매|둑|지|심|약|구", "발": "표|생|전|언|견|행|매|송|의|휘|사|부", "판": "매|결|사|정|단", "석": "유|방|탄|사|좌", "승": "인|리|용|객|진|자|부|격",
    "자": "동|리|녀|신|본|금|유|체|연|주|살|치|료|회|택|전", "부": "터", "표": "현|정|면|적|시|준", "m": "[A-Za-z0-9/]", "g": "[A-Za-z0-9]", "t": "[A-Za-z0-9]", "L": "[A-Za-z0-9]",
    "달": "러|성|리|라|했|하|려|해", "해": "외|당|결|양|안|상|군|고|야|서|도|석", "년": "대|생|도별", "개": "발|인|선|최|혁|월|국|년|막|봉|편|설|입|통|시|척", "살": "인|해|아|리|림|펴|균",
    "층": "위", "평": "가|균|화|범|소|양|창|등|론|일", "동 ": "", "초": "반|기|대|과|등|중|미|안|점|보|선", "권": "한|력|리|고|위|유", "쪽": "", "편": "의|성|집|견|안|향|입", "홀": "로", "벌": "금|써|이",
    "엔": "진|비|터|지|씨|저", "불": "과|구|법|만|안|편|리|공|가|이|확|신|교|빛", "팀": "장", "시간": "표", "박": "사|물|스|수|람|자", "급": "등|락|증|감|히|상|격|여|식|성|변|속", "심": "사|리|장|각|한|혈|부|하|야", "점포": "", "게임": "즈", "가구": "업|점", "골": "프|드|키|절|목", "명": "령|예|단|확|칭|백|분|절|소|성", "잔": "류|디|해|고|액|인", "병": "원|력|사|상|행", "줄": "어|이|곧|기|었|였", "세트": "장", "단계": "", "석 ": "", "킬로": "그|와|미|바|헤", "곳": "곳", "대째": "", "동물": "",
    "그루": "", "차례": "차", "사람": "", "종류": "", "승리": "", "그룹": "", "노트": "북", "리라": "", "조": "", "학년": "", "페이지": "", "마디": "", "곡": "물|선|식", "채": "권|용|소|택|널|무|우|팅", "척": "추|결|도", "쌍": "용|방|둥", "시": "", "마리": "오|아", "마일": "리", "인치": "",
}  # fmt: skip

KO_UNITS = {word: unit for unit, words in _KO.items() for word in words.split("|")}
_KO_PATTERN = re.compile(
    "|".join(
        re.escape(w) + (f"(?!{_KO_NOT[w]})" if _KO_NOT.get(w) else "") for w in sorted(KO_UNITS, key=len, reverse=True)
    )
)

_EN = {
    "percentage_point": "percentage points?|percentage-points?|per cent points?|ppts?|pp", "percent": "percent|per cent|pct|%",
    "basis_point": "basis points?|basis-points?|bps|bp", "year": "years?|yrs?", "decades": "decades?", "centuries": "centuries", "millennia": "millenni(?:a|um)", "month": "months?", "week": "weeks?|wks?",
    "day": "days?", "hour": "hours?|hrs?", "minute": "minutes?|mins?", "second": "seconds?|secs?",
    "km2": "square (?:kilometers?|kilometres?|km)|sq\\.? km|km2|km²", "m2": "square (?:meters?|metres?)|sq m|m2|m²",
    "mile2": "square miles?|sq miles?", "foot2": "square (?:feet|foot)|sq\\.? ?ft", "m3": "cubic (?:meters?|metres?)",
    "mph": "miles per hour|miles an hour|mph", "kmh": "kilometers per hour|kilometres per hour|km/h|kph|kmh",
    "km": "kilometers?|kilometres?|kms?", "cm": "centimeters?|centimetres?|cm", "mm": "millimeters?|millimetres?|mm",
    "nm": "nanometers?|nanometres?|nm", "m": "meters?|metres?|m", "mile": "miles?", "foot": "feet|foot|ft", "inch": "inch(?:es)?",
    "yard": "yards?|yds?", "acre": "acres?", "hectare": "hectares?|ha", "kg": "kilograms?|kilos?|kg", "g": "grams?|g",
    "ton": "metric tons?|tons?|tonnes?", "liter": "liters?|litres?|l", "gallon": "gallons?", "barrel": "barrels?", "knot": "knots?",
    "degree": "degrees?(?: (?:celsius|fahrenheit))?|°[CF]?|℃", "kwh": "kwh|kilowatt[- ]hours?", "kw": "kilowatts?|kw", "mw": "megawatts?|mw",
    "gw": "gigawatts?|gw", "gb": "gigabytes?|gb", "tb": "terabytes?|tb", "mb": "megabytes?|mb", "ghz": "gigahertz|ghz", "mhz": "megahertz|mhz",
    "USD": "(?:US |U\\.S\\. )?dollars?|bucks|USD", "AUD": "Australian dollars?|AUD", "CAD": "Canadian dollars?|CAD", "HKD": "Hong Kong dollars?|HKD",
    "KRW": "(?:South )?(?:Korean )?won|KRW", "CNY": "(?:Chinese )?yuan|renminbi|RMB|CNY", "JPY": "(?:Japanese )?yen|JPY", "EUR": "euros?|EUR",
    "GBP": "pounds? sterling|pounds?|quid|GBP", "RUB": "rubles?|roubles?", "INR": "rupees?", "BRL": "reais|real\\b(?! )", "TRY": "lira", "CHF": "Swiss francs?|CHF",
    "MXN": "pesos?", "SEK": "kronor|krona", "VND": "dong", "cent": "cents?|pence|p", "times": "times(?= (?:as|more|higher|larger|bigger|greater|the|"
    "faster|better|less|lower|that|its|their))|-?fold", "point": "points?|pts",
}  # fmt: skip


def _may_begin(words: str, letter: str) -> bool:
    return any(
        re.sub(r"^[-(?:]+(?=.)|\\(?=.)", "", w).lower().startswith(letter) or w.startswith(letter)
        for w in re.split(r"\||\(\?:|\)\?", words)
    )


EN_UNITS = [(unit, re.compile(rf"(?:{words})(?![A-Za-z0-9])", re.I)) for unit, words in _EN.items()]
_EN_BY_LETTER = {
    letter: [(u, p) for u, p in EN_UNITS if _may_begin(_EN[u], letter)] for letter in "abcdefghijklmnopqrstuvwxyz%-°℃"
}
SIGNS = {
    "US$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "HK$": "HKD", "NT$": "TWD", "S$": "SGD", "$": "USD",
    "₩": "KRW", "€": "EUR", "£": "GBP", "¥": "JPY", "CN¥": "CNY", "₹": "INR", "₽": "RUB", "USD": "USD", "EUR": "EUR", "GBP": "GBP",
    "KRW": "KRW", "JPY": "JPY", "CNY": "CNY", "RMB": "CNY",
}  # fmt: skip
SIGN = re.compile(
    "(?<![A-Za-z])(?:" + "|".join(re.escape(s) for s in sorted(SIGNS, key=len, reverse=True)) + r") ?(?=[0-9])"
)

PEOPLE = frozenset(
    """people person persons man men woman women child children kid kids boy boys girl girls student students teacher
    teachers soldier soldiers troops officer officers policeman policemen worker workers employee employees staff
    member members senator senators lawmaker lawmakers voter voters patient patients victim victims passenger passengers
    player players resident residents citizen citizens protester protesters demonstrators migrants refugees prisoners
    inmates detainees doctors nurses scientists researchers participants respondents customers users subscribers visitors
    tourists fans spectators viewers investors analysts journalists reporters candidates delegates adults teenagers
    teens infants babies survivors witnesses suspects defendants friends brothers sisters sons daughters parents
    husbands wives actors actresses directors executives owners drivers pilots firefighters engineers artists singers
    volunteers supporters followers republicans democrats lawyers judges jurors justices ministers presidents pupil pupils
    commuters tenants shoppers diners farmers sailors miners athletes runners swimmers climbers hikers cyclists pedestrians motorists
    homeowners graduates undergraduates apprentices trainees interns retirees pensioners veterans civilians hostages militants
    insurgents settlers immigrants evacuees guests attendees contestants competitors finalists donors applicants claimants readers
    listeners councillors councilors staffers guards detectives paramedics surgeons physicians caregivers midwives experts specialists
    economists historians professors lecturers authors writers musicians dancers performers chefs vendors shareholders youths youngsters
    teenager toddlers newborns grandchildren relatives neighbours neighbors villagers islanders""".split()
)  # fmt: skip
# Before -men and -women: no list of all such words, and not Yemen or specimen.
_MEN = re.compile(
    r"(?:fisher|sports|states|business|gun|fire|police|service|crafts|trades|chair|camera|clergy|law|news|sales|spokes|frontier|country|gentle"
    r"|crew|middle|oars|bats|guards|rifle|work|weather|door|mail|milk|front|con|strong|hench|congress|assembly|council|alder|jury|air|sea|post|fore|horse|line|marks|swords|anchor|repair|ombuds|longshore|yachts|infantry|stunt|noble)(?:men|women)"
)
ANIMALS = frozenset("animals dogs cats cows pigs chickens birds horses sheep cattle fish whales bears".split())
VEHICLES = frozenset(
    "cars vehicles trucks buses planes aircraft jets helicopters tanks trains drones ships boats vessels".split()
)
_HARD = {"person", "animal", "country", "vote", "goal", "vehicle"}


def counts_people(noun: str) -> bool:
    """Whether an English noun, in small letters, is one for people: a listed one, or made with -men or -women (fishermen)."""
    return noun in PEOPLE or bool(_MEN.fullmatch(noun))


def read_ko(text: str, at: int) -> tuple[str, int] | None:
    """The unit that begins at `at` (no space before it) and its end."""
    found = _KO_PATTERN.match(text, at)
    return (KO_UNITS[found[0]], found.end()) if found else None


def read_en(text: str, at: int) -> tuple[str, int] | None:
    for unit, pattern in _EN_BY_LETTER.get(text[at : at + 1].lower(), ()):
        found = pattern.match(text, at)
        if found:
            return unit, found.end()
    return None


def is_count(unit: str) -> bool:
    return unit in ("person", "thing", "animal", "") or unit.startswith("count:")


def family(unit: str) -> str:
    """The kind of thing that a count unit counts, where two kinds cannot be one: person, animal, country, ..."""
    noun = unit.removeprefix("count:")
    if noun in ("ship", "vehicle") or noun + "s" in VEHICLES:
        return "vehicle"
    if noun + "s" in ANIMALS:
        return "animal"
    return noun if noun in _HARD else "thing"


_SECONDS = {"second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800}
_MONTHS = {"month": 1, "year": 12}
# Pairs that news in one language uses where the other uses its own word.
_LOOSE = [
    {"age", "year"}, {"ordinal", "count:time"}, {"times", "count:time"}, {"point", "thing"}, {"point", "score"}, {"score", ""},
    {"age", ""}, {"ordinal", ""}, {"point", ""}, {"point", "count:goal"}, {"ordinal", "year"}, {"degree", ""}, {"ordinal", "age"}, {"ordinal", "minute"}, {"times", ""},
    {"percentage_point", "point"}, {"score", "thing"}, {"score", "person"}, {"score", "count:vote"}, {"point", "percent"},
]  # fmt: skip


def factor(claim: str, source: str) -> Fraction | None:
    """What to multiply a source value by to count it in the claim's unit; None where the units cannot meet."""
    if claim == source:
        return Fraction(1)
    for scale in (_SECONDS, _MONTHS):
        if claim in scale and source in scale:
            return Fraction(scale[source], scale[claim])
    if {claim, source} == {"percent", "fraction"}:
        return Fraction(100) if claim == "percent" else Fraction(1, 100)
    if {claim, source} == {"times", "fraction"} or {claim, source} in _LOOSE:
        return Fraction(1)
    if {claim, source} == {"percentage_point", "basis_point"}:
        return Fraction(1, 100) if claim == "percentage_point" else Fraction(100)
    if "point" in (claim, source) and any(unit.startswith("count:") for unit in (claim, source)):
        return Fraction(1)  # 점 counts works of art, shops and other things as well as points
    if is_count(claim) and is_count(source):
        a, b = family(claim), family(source)
        return Fraction(1) if a == b or "thing" in (a, b) or "" in (claim, source) else None
    if "" in (claim, source) and {claim, source} & TIME_UNITS:
        return Fraction(1)
    return None
