"""Offices and callings by which news names people, in both languages: who is the CEO of X wants someone called so."""

from __future__ import annotations

import re

# Korean and English words for one role. A compound stands before its part where the part alone would mean less.
_ROLES = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        r"\bCEOs?\b|chief executive|최고 ?경영자|대표이사|대표(?=[ ,은는이가의를도와]|$)",
        r"\bCFO\b|chief financial|최고 ?재무 ?책임자|재무 ?담당",
        r"\bCTO\b|chief technolog|최고 ?기술 ?책임자",
        r"\bchair(?:man|woman|person)?\b|회장|의장|위원장|이사장",
        r"(?<!vice )\bpresidents?\b|대통령|총장|사장|회장",
        r"vice[- ]president|부통령|부사장|부회장",
        r"prime minister|premier|총리|수상",
        r"(?<!prime )\bministers?\b|(?<!personal )(?<!private )(?<!executive )\bsecretar(?:y|ies)\b|장관|비서관",
        r"\b(?:personal|private|executive) (?:secretar(?:y|ies)|assistants?)\b|비서(?![관실진])",
        r"\bgovernors?\b|지사|총재",
        r"\bmayors?\b|시장(?=[ ,은는이가의을도와]|$)",
        r"\bsenators?\b|\brepresentatives?\b|\blawmakers?\b|\bcongress(?:man|woman)\b|\bMPs?\b|의원",
        r"\bambassadors?\b|대사",
        r"\bprofessors?\b|교수",
        r"\banalysts?\b|애널리스트|분석가|연구원",
        r"\b(?:head )?coach(?:es)?\b|\bmanagers?\b|감독|코치|매니저",
        r"\bcaptains?\b|주장|선장|기장",
        r"\bdirectors?\b|국장|이사|감독|소장|원장|실장",
        r"\bfounders?\b|창업자|설립자|창립자",
        r"\bowners?\b|구단주|소유주|주인",
        r"\bspokes(?:man|woman|person)\b|대변인",
        r"\bjudges?\b|\bjustices?\b|판사|대법관|재판관",
        r"\bprosecutors?\b|검사|검찰",
        r"\bking\b|\bqueen\b|\bprince(?:ss)?\b|국왕|여왕|왕자|공주|왕세자",
        r"\bpopes?\b|교황",
        r"\bauthors?\b|\bwriters?\b|작가|저자|소설가",
        r"\bsingers?\b|가수",
        r"\bactors?\b|\bactress(?:es)?\b|배우",
    )
)


def roles_in(text: str) -> frozenset[int]:
    """The roles that `text` speaks of, as numbers that mean the same for both languages."""
    return frozenset(number for number, pattern in enumerate(_ROLES) if pattern.search(text))
