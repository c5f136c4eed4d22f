"""Ways of saying when that are no date: yesterday, at the end of the century, before dawn, 다음 주 초, 그날 밤.

Only what tells a time by itself. Words that stand in every other sentence of news and tell none (now, soon,
then, recently, 최근, 이날, 당시, 곧) are left out, and so are spans without an end (for three years, 3년 동안,
3년 만에) and what is so day by day (every day, at night).
"""

from __future__ import annotations

import re

from ingest.records import Language

_SPAN = (
    r"(?:seconds?|minutes?|hours?|days?|nights?|weeks?|weekends?|months?|quarters?|years?|decades?"
    r"|centur(?:y|ies))"
)
_RECURS = (
    r"(?:week|weekend|month|year|decade|century|millennium|season|semester|term|quarter|spring|summer|autumn"
    r"|winter)"
)
_PERIOD = rf"(?:{_RECURS}|day|night|morning|afternoon|evening)"
_SOME = (
    r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[0-9]+|some|several|many|a few"
    r"|few|a couple(?: of)?)"
)
_DAYTIME = (
    r"(?:dawn|daybreak|sunrise|noon|midday|lunchtime|dusk|sunset|nightfall|bedtime"
    r"|breakfast|lunch|dinner)"
)
_FEAST = (
    r"(?:Christmas|Easter|Thanksgiving|Halloween|Ramadan|Diwali|Hanukkah|Passover|Chuseok|Seollal"
    r"|the (?:Lunar )?New Year|(?:Lunar )?New Year|the holidays|the holiday season)"
)
_FEAST_DAY = r"(?:(?:Christmas|New Year['’]?s?|Easter) (?:Eve|Day|Sunday|Monday))"
_EVENT = (
    r"(?:(?:[\w-]+ )?war|pandemic|(?:[\w-]+ )?elections?|half-?time|school (?:year|holidays)|season|holidays"
    r"|Middle Ages)"
)
_EDGE = (
    r"(?:end|start|beginning|middle|turn|close|dawn|first half|second half"
    r"|(?:first|last|final|opening) (?:days?|weeks?|months?|years?))"
)
_WITHIN = r"(?:the|this|that|next|last|his|her|their|its|each|every)"
_NO_DOUBT = r"(?!(?<=\bat the )end of the day\b)"  # "at the end of the day, it is money that counts"
_COMING = r"(?:coming|next|following)"
_MANY = r"(?:hours|days|weeks|months|years|decades|centuries)"
_ENGLISH = (
    r"\b(?:yesterday|tomorrow|tonight|overnight|today(?!['’]s))\b",
    r"\b(?:(?:early|earlier|late|later) )?(?:last|this|next|that|the (?:following|next|previous|coming|same)"
    rf"|every other) {_PERIOD}\b|\bevery {_RECURS}\b",
    rf"\b{_NO_DOUBT}{_EDGE} of (?:{_WITHIN} )?(?:[\w-]+ )?"
    rf"(?:{_PERIOD}|session|war|reign|game|match|race|trial)\b",
    r"\bmid-?(?:day|week|morning|afternoon|winter|summer|season|century)\b",
    rf"\b(?:early|late) (?:in the|this|that|last|next) {_PERIOD}\b",
    rf"\b(?:in|within|over|during) the (?:(?:{_COMING}|first|last|final) )?(?:{_SOME} )?{_MANY}"
    r"(?= (?:after|before|ahead|to come|that followed|leading|since)\b)",
    rf"\b(?:in|within|over) the {_COMING} (?:{_SOME} )?{_SPAN}\b",
    rf"\bwithin (?:{_SOME} )?{_SPAN}\b|\bin {_SOME} {_SPAN}['’] time\b",
    rf"\b(?:(?:{_SOME} )?{_SPAN}) (?:ago|later|earlier|before|after(?:wards)?|from now)\b",
    rf"\bthe (?:day|night|week|month|year|morning|evening) (?:before|after)\b|\bevery {_SOME} {_SPAN}\b",
    r"\b(?:in|by|since|until|till|through|throughout|during|before|after|early in|late in|mid)"
    r" (?:the |early |late )?(?:spring|summer|autumn|winter)\b",
    r"\bin the fall\b(?! of\b)",
    rf"\b(?:at|by|before|after|until|around|towards?|near|since) {_DAYTIME}\b",
    r"\bin the (?:early |late |small |middle of the )?(?:morning|afternoon|evening|night|hours)\b",
    rf"\bat the weekend\b|\b{_FEAST_DAY}\b",
    r"\b(?:on|before|after|until|since|around|last|this|next|every)"
    r" (?:[A-Z][\w'’]+ )?[A-Z][\w'’]+ Day\b(?= |[.,;]|$)",
    rf"\b(?:at|by|before|after|on|until|since|over|during|around) {_FEAST}\b",
    rf"\b(?:before|after|during|since|until|following) the {_EVENT}\b|\bin the Middle Ages\b",
    r"\b(?:after|during|since|before) World War\b",
    r"\bat (?:the )?age (?:of )?\w+|\bas a (?:child|teenager|boy|girl|baby)\b",
    r"\bwhen (?:he|she|they|I) (?:was|were) "
    r"(?:[0-9]+|a (?:child|boy|girl|teenager|student|baby)|\w+(?:-\w+)? years old)\b",
    r"\bin (?:his|her|their) (?:childhood|youth|teens|(?:early |mid-?|late )?[a-z]+ties|[2-9]0s)\b",
    r"\b[0-9]+ (?:BC|AD|BCE|CE)\b",
    r"\b(?:in|since|by|until|from|around|about|circa) (?:the year )?[1-9][0-9]{2}\b(?= AD| BC)",
    r"(?:\b(?:in|since|until|from) (?:the year )?|\((?:in )?)1[0-4][0-9]{2}\b"
    r"(?![,.]?[0-9]| (?:people|men|women|children|of|\w+s)\b)",
    r"\bin the [0-9]{1,3}(?:st|nd|rd|th) minute\b|\bin (?:stoppage|injury|extra) time\b",
    r"\b(?:wartime|peacetime)\b|\bthese days\b",
)

_PARTS = r"(?:새벽|아침|오전|점심|낮|오후|저녁|밤)"
_LONG = r"(?:시간|일|주일|주|달|개월|년|해|세기|분)"
_FEW = r"(?:[0-9]+|몇|수|두|세|네|한|하루|이틀|사흘|나흘|며칠|열흘|보름|반년|일주일)"
_BEHIND = r"은는,. ]|부터|까지|께|쯤|경|엔|이나|이면|중|내|안|초|말|이다|입니다|$)"
_AT = rf"(?=[에의{_BEHIND}"
_ON = rf"(?=[에{_BEHIND}"  # today's menu tells no time

_KOREAN = (
    rf"(?<![가-힣])(?:어제|오늘|내일|모레|그저께|그제|엊그제|오늘밤){_ON}",
    rf"(?<![가-힣])(?:간밤|지난밤|어젯밤|다음 ?날|이튿날|전날){_AT}",
    rf"(?:이날|그날|당일|전날|같은 날|다음 ?날|어제|오늘|내일|주말|평일) ?(?:늦은 |이른 )?{_PARTS}",
    r"(?<![가-힣])(?:올해|내년|내후년|작년|재작년|지난해|금년|이듬해|이듬달|그해|같은 해|새해|연내|연말|연초|월말|월초"
    r"|이달|지난달|다음 ?달|내달|금주|내주|차주|지난주|다음주|이번주|주초|주말|상반기|하반기|학기 ?[초말]"
    rf"|세기 ?(?:초반?|말|중반|후반)|금세기){_AT}",
    r"(?<![가-힣])(?:지난|이번|다음|오는|저번|올|매) ?"
    rf"(?:주말?|달|해|학기|분기|시즌|세기|봄|여름|가을|겨울|연말|명절|연휴|방학){_AT}",
    rf"(?<![가-힣])(?:매주|매월|매달|매년|해마다|달마다|주마다){_AT}",
    rf"[0-9]+{_LONG}마다|(?:몇|두|세|네) ?{_LONG}마다",
    r"(?<![가-힣])(?:초|늦|한)?(?:봄|여름|가을|겨울)(?=에|부터|까지|철|께|쯤|이면|방학)",
    r"(?<![가-힣])(?:한밤중|심야|한낮|동틀 ?녘|해 ?질 ?녘|동트기 전|해 ?뜨기 전|해가 지)",
    r"(?<![가-힣])(?:새벽|오전|오후)(?=에|[,. ]|부터|까지|께|쯤|녘|$)",
    r"(?<![가-힣])(?:아침|점심|낮|저녁|밤)(?=에|부터|까지|께|쯤|늦게|사이)",
    rf"{_FEW} ?{_LONG}?(?: ?(?:이내|안에|안으로|내로|내에)| (?:내|전|뒤|후)(?=[에의엔 ,.]|$))",
    rf"(?:앞으로|향후) (?:몇|수|[0-9]+|두|세|네) ?{_LONG}(?! ?동안|간)|조만간",
    r"[가-힣]{2,}(?:\) )? ?(?:직후|직전|무렵)(?=[에의까부,. ]|$)",
    r"(?:어릴|어렸을|젊었을|젊을) ?(?:적|때)|(?:[0-9]+|[가-힣]{1,4}) ?(?:살|세) ?(?:때|무렵|나이에)",
    r"(?:어린|학창|유년|대학|고교|재학|재임|현역|학생) ?시절|(?:초등학교|중학교|고등학교|대학교?) ?때",
    r"(?:전쟁|전시|대선|총선|선거|팬데믹|방학|임기|연휴|학기) ?(?:중|때|동안|기간)(?=[에의,. ]|$)",
    r"(?<![가-힣])(?:추석|설날|설(?= ?(?:연휴|명절|에|을 앞))|성탄절|크리스마스|부활절|추수감사절|광복절|현충일"
    r"|개천절|한글날|어린이날|어버이날|신정)(?=에|[,. ]|을|를|부터|까지|날|이브|전|이후|연휴|$)",
    r"(?:전반|후반|연장) ?(?:추가 ?시간|[0-9]+분)|기원전 ?[0-9]+|서기 ?[0-9]+",
    rf"(?:조선|고려|신라|백제|고구려|일제|중세|고대|근대) ?(?:시대|시기|강점기|말|초){_AT}",
)
_SAID: dict[Language, re.Pattern[str]] = {
    "en": re.compile("|".join(_ENGLISH)),
    "ko": re.compile("|".join(_KOREAN)),
}
_OPENING = re.compile(r"(?:^|(?<=[.!?] ))[A-Z]")


def tells_when(text: str, language: Language) -> bool:
    """Whether `text` says when, in words that are no date."""
    if language == "en":  # "Within two weeks": a capital that a sentence owes to its place
        text = _OPENING.sub(lambda found: found.group().lower(), text)
    return bool(_SAID[language].search(text))
