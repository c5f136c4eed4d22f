"""Lines that a page or a copy of it puts around an article: rights, bylines, credits, advertisements, links to others.

Every rule looks at a whole line and leaves it alone if it reads like a sentence, as an article may well be about copyright.
"""

from __future__ import annotations

import re

_CLOSING = r"[\"'”’»」』)\]]*"
_SENTENCE_END = re.compile(rf"(?:[다요죠까네음함]|[a-z0-9%)\"'”’])[.!?]{_CLOSING}$")
# What may be the article's own text below a list of others: better a headline of another kept than a sentence lost.
_MAY_BE_TEXT = re.compile(rf"(?:[.!?…。]|[다요죠]){_CLOSING}$")
_FULL_STOP = re.compile(rf"[.。]{_CLOSING}$")
_MARKS = r"[\s▶▷►☞※■◆◇●○•·*#\-–—>|\[\]<(〈【]*"

_ALWAYS = re.compile(
    # rights, which end in a full stop in English
    r"(?:copyright\s*)?(?:[ⓒ©Ⓒ]|\(c\)).{0,100}(?:무단|재배포|all rights reserved|금지).{0,60}"
    r"|copyright\s.{0,80}all rights reserved\.?"
    r"|all rights reserved\.?"
    rf"|{_MARKS}(?:광고|AD|Advertisement|ADVERTISEMENT|Sponsored|스폰서)\s*[\]>)】]?"
    rf"|{_MARKS}(?:.{{0,30}})(?:제보는|제보하기|구독하기|구독 신청|채널 추가|바로가기|앱 다운로드)\s*[\]>)】]?"
    r"|(?:공유하기|스크랩|인쇄|프린트|글자\s?크기|글씨\s?크기|기사\s?듣기|댓글(?:\s?\d+)?|좋아요(?:\s?\d+)?|페이스북|트위터|카카오톡|URL\s?복사|기사\s?저장)"
    r"|\(?Reporting by .{3,120}; ?[Ee]diting by .{3,120}\)?\.?"
    r"|\(?Photo(?:graph)? by .{3,80}\)?",
    re.IGNORECASE,
)
_UNLESS_SENTENCE = re.compile(
    rf"{_MARKS}(?:ⓒ|©|Ⓒ|저작권자|Copyright\b).{{0,100}}"
    rf"|{_MARKS}무단\s?(?:전재|복제|배포).{{0,60}}"
    r"|.{0,40}[\w.+-]+@[\w-]+(?:\.[\w-]+)+[\s)\]>]*"
    rf"|{_MARKS}[가-힣]{{2,4}}(?:[·,]\s?[가-힣]{{2,4}})*\s?(?:선임|수습|인턴|전문|객원)?\s?(?:기자|특파원)[\s)\]>=]*"
    rf"|{_MARKS}(?:사진|자료|그래픽|이미지|영상|출처|일러스트)\s?(?:제공|출처)?\s?[=:|].{{0,50}}"
    rf"|▲.{{0,120}}(?:사진|자료|그래픽)\s?(?:제공)?\s?[=:].{{0,40}}"
    r"|(?:Photo|Image|Credit|Source|Illustration)\s?:.{0,60}",
    re.IGNORECASE,
)
_CREDIT_TAIL = re.compile(
    r"(?<!\s)\s*+[/(\[<]\s*(?:사진|자료|그래픽|이미지)\s?(?:제공|출처)?\s?=[^.()\[\]]{1,30}[)\]>]?$"
)
_OTHERS = re.compile(
    rf"{_MARKS}(?:관련|추천|인기|주요|이 시각|많이 본|함께 보면 좋은|다른)\s?(?:기사|뉴스)(?:\s?(?:더\s?)?보기)?[\s\]>:：)】]*"
    rf"|{_MARKS}(?:Related|Recommended|Most read|Read more|Read next|More on this|More stories)"
    r"(?: (?:articles|stories|topics|news|story))?[\s\]>:)]*",
    re.IGNORECASE,
)
_BULLET = re.compile(r"[▶▷►☞※■◆◇●○•·*\-–—>]\s*\S|\d{1,2}[.)]\s")


def without_boilerplate(lines: list[str]) -> list[str]:
    """The lines that belong to the article, in order, blank ones kept."""
    return [_CREDIT_TAIL.sub("", line) for line in _without_others(lines) if not _is_boilerplate(line)]


def _is_boilerplate(line: str) -> bool:
    if not line:
        return False
    return bool(_ALWAYS.fullmatch(line) or (_UNLESS_SENTENCE.fullmatch(line) and not _SENTENCE_END.search(line)))


def _without_others(lines: list[str]) -> list[str]:
    """Without the headlines of other articles: to the end if nothing but headlines follows, else only the marked ones."""
    kept: list[str] = []
    last_text = max((at for at, line in enumerate(lines) if _is_text(line)), default=-1)
    position = 0
    while position < len(lines):
        if not _OTHERS.fullmatch(lines[position]):
            kept.append(lines[position])
            position += 1
            continue
        if position > last_text:
            return kept
        position += 1
        while position < len(lines) and (not lines[position] or _is_listed(lines[position])):
            position += 1
    return kept


def _is_text(line: str) -> bool:
    return bool(_MAY_BE_TEXT.search(line)) and not _is_boilerplate(line) and not _is_listed(line)


def _is_listed(line: str) -> bool:
    """Whether `line` is a headline of a list, which may ask or break off but does not end in a full stop."""
    return bool(_BULLET.match(line)) and not _FULL_STOP.search(line)
