"""Whom a claim has speaking. An article is read for its speakers with care, a claim for whoever it may mean: a name that the analyser does
not know (이네스 오카포르는 ... 말했다) is one if the article that it is held against has it."""

from __future__ import annotations

import re
from functools import lru_cache

from ingest.dictionary import translations
from ingest.known import table
from ingest.korean_names import is_korean_name
from ingest.names import Aliases, holds
from ingest.records import Language
from ingest.statements import speakers

_TOPIC = re.compile(r"^(?:[가-힣]+(?:의|에서) ){0,2}(?P<name>[가-힣]{2,5}(?: [가-힣]{2,6})?)(?:은|는|이|가) ")
_SAYS = re.compile(
    r"[다라냐자]고 (?:[가-힣]+[게히] )?(?:말|설명|주장|강조|지적|언급|비판|경고|전망|예상|분석|평가|반박|답|답변|우려|덧붙|밝|전|내다)[가-힣]*다\.?$"
)
_GROUPS = re.compile(
    r"(?:은행|위원회|그룹|회사|기업|정부|부|청|시|군|구|협회|연구소|연구팀|병원|재단|대학|당|측|들|노조|법원|검찰|경찰|대변인|관계자|전문가)$"
)


def claimed_speaker(claim: str, language: Language, article: str, aliases: Aliases) -> str | None:
    """The name, as the claim writes it; None where nobody is said to speak."""
    if (known := _read(claim, language)) or language == "en":
        return known
    topic = _TOPIC.match(claim)
    if not topic or not _SAYS.search(claim):
        return None
    name = topic["name"]
    words = name.split()
    if _GROUPS.search(name) or any(translations(word) or table().korean(word) for word in words):
        return None
    if len(words) == 1 and is_korean_name(name):
        return name
    return name if len(words) > 1 and holds(name, article, aliases) else None


@lru_cache(maxsize=20_000)
def _read(claim: str, language: Language) -> str | None:
    return speakers(claim, [(0, len(claim))], language)[0]
