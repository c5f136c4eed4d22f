"""Every text of the page, in Korean and English."""

from __future__ import annotations

from ingest.records import Language

LANGUAGES: tuple[Language, ...] = ("ko", "en")

TEXTS: dict[str, dict[Language, str]] = {
    # masthead
    "promise": {
        "ko": "모아 둔 기사에서만 답하고, 문장마다 그 근거를 보여 줍니다.",
        "en": "Answers only from your articles, and shows the sentence behind every sentence.",
    },
    "language": {"ko": "언어", "en": "Language"},
    "side": {"ko": "근거와 기사", "en": "Evidence"},
    "close": {"ko": "닫기", "en": "Close"},
    "state_loading": {"ko": "모델을 불러오는 중", "en": "Loading models"},
    "state_ready": {"ko": "준비됨", "en": "Ready"},
    "state_off": {
        "ko": "글쓰기 모델 꺼짐 · 인용문으로 답합니다",
        "en": "Writing model off · answers are quotations",
    },
    "state_missing": {
        "ko": "글쓰기 모델 없음 · 인용문으로 답합니다",
        "en": "No writing model · answers are quotations",
    },
    "state_failed": {
        "ko": "글쓰기 모델 오류 · 인용문으로 답합니다",
        "en": "Writing model failed · answers are quotations",
    },
    "encoder_missing": {"ko": "검색 모델이 없습니다", "en": "The search model is missing"},
    "encoder_failed": {"ko": "검색 모델을 열지 못했습니다", "en": "The search model failed to load"},
    # empty page
    "welcome": {"ko": "기사에 무엇을 물어볼까요?", "en": "What would you like to ask the articles?"},
    "welcome_empty": {"ko": "먼저 기사를 넣어 주세요", "en": "Add some articles to begin"},
    "welcome_empty_more": {
        "ko": "글·HTML 파일을 올리거나 기사를 붙여 넣으면 바로 물어볼 수 있습니다.",
        "en": "Upload text or HTML files, or paste an article, and ask right away.",
    },
    "samples": {
        "ko": "처음 써 보실 수 있게 샘플 기사 {count}편을 넣어 두었습니다.",
        "en": "{count} sample articles are included so that you can try it out.",
    },
    "samples_remove": {"ko": "샘플 모두 빼기", "en": "Remove all samples"},
    "samples_sure": {"ko": "샘플 {count}편을 뺄까요?", "en": "Remove {count} samples?"},
    # asking
    "question": {"ko": "기사에 대해 물어보세요", "en": "Ask about the articles"},
    "ask": {"ko": "묻기", "en": "Ask"},
    "stop": {"ko": "멈춤", "en": "Stop"},
    "scope": {"ko": "이 기사에만 묻기", "en": "Asking one article"},
    "scope_all": {"ko": "모든 기사에 묻기", "en": "All articles"},
    "scope_clear": {"ko": "모든 기사로 되돌리기", "en": "Back to all articles"},
    "filters": {"ko": "범위 좁히기", "en": "Filter"},
    "filters_clear": {"ko": "지우기", "en": "Clear"},
    "since": {"ko": "시작일", "en": "From"},
    "until": {"ko": "종료일", "en": "To"},
    "publisher": {"ko": "언론사", "en": "Publisher"},
    "article_language": {"ko": "기사 언어", "en": "Language"},
    "any": {"ko": "모두", "en": "Any"},
    "ko": {"ko": "한국어", "en": "Korean"},
    "en": {"ko": "영어", "en": "English"},
    # a turn
    "chat": {"ko": "대화", "en": "Conversation"},
    "waiting": {"ko": "앞 질문 다음에 답합니다", "en": "Next in line"},
    "searching": {"ko": "기사를 찾는 중", "en": "Searching the articles"},
    "writing": {"ko": "답을 쓰는 중", "en": "Writing the answer"},
    "checking": {"ko": "확인 중", "en": "checking"},
    "grounds": {"ko": "근거 문장 {count}개", "en": "{count} evidence sentences"},
    "grounds_one": {"ko": "근거 문장 1개", "en": "1 evidence sentence"},
    "nearby_count": {"ko": "가까운 문장 {count}개", "en": "{count} nearby sentences"},
    "nearby_count_one": {"ko": "가까운 문장 1개", "en": "1 nearby sentence"},
    "mark": {"ko": "근거 {n}: {what}", "en": "Evidence {n}: {what}"},
    "partial": {
        "ko": "질문의 일부만 기사에서 확인했습니다. 나머지는 확인하지 못했습니다.",
        "en": "This answers part of the question. The rest could not be confirmed.",
    },
    "no_model": {
        "ko": "글쓰기 모델이 없어 기사 문장을 그대로 인용합니다.",
        "en": "There is no writing model, so the articles are quoted as they stand.",
    },
    "model_failed": {
        "ko": "글쓰기 모델이 답하지 못해 기사 문장을 그대로 인용합니다.",
        "en": "The writing model did not answer, so the articles are quoted as they stand.",
    },
    "nothing_survived": {
        "ko": "쓴 문장이 근거 확인을 통과하지 못해 기사 문장을 그대로 인용합니다.",
        "en": "No drafted sentence passed its check, so the articles are quoted as they stand.",
    },
    "not_found": {"ko": "기사에서 답을 찾지 못했습니다.", "en": "The articles do not answer this."},
    "not_found_more": {
        "ko": "함께 보인 문장은 가장 가까운 문장일 뿐, 답의 근거가 아닙니다.",
        "en": "The sentences shown with this are the nearest ones, not evidence.",
    },
    "translation": {"ko": "번역", "en": "Translation"},
    "stopped": {"ko": "멈췄습니다.", "en": "Stopped."},
    "withheld": {
        "ko": "초안 문장 {count}개는 싣지 않았습니다: {why}",
        "en": "{count} draft sentences were not shown, because of {why}",
    },
    "withheld_one": {
        "ko": "초안 문장 1개는 싣지 않았습니다: {why}",
        "en": "1 draft sentence was not shown, because of {why}",
    },
    "copy": {"ko": "답과 출처 복사", "en": "Copy with sources"},
    "copied": {"ko": "복사했습니다", "en": "Copied"},
    "sources": {"ko": "출처", "en": "Sources"},
    # why a drafted sentence was withheld
    "problem_number": {"ko": "근거에 없는 숫자", "en": "a number that the evidence does not hold"},
    "problem_date": {"ko": "근거에 없는 날짜", "en": "a date that the evidence does not hold"},
    "problem_name": {"ko": "근거에 없는 이름", "en": "a name that the evidence does not hold"},
    "problem_speaker": {"ko": "다른 사람의 말", "en": "words of another speaker"},
    "problem_negation": {"ko": "긍정과 부정이 뒤바뀜", "en": "a denial turned around"},
    "problem_quotation": {"ko": "근거에 없는 인용", "en": "a quotation that the evidence does not hold"},
    "problem_meaning": {"ko": "근거와 다른 뜻", "en": "a meaning away from the evidence"},
    "problem_no_evidence": {"ko": "근거 문장 없음", "en": "no sentence to rest on"},
    "problem_language": {"ko": "질문과 다른 언어", "en": "another language than the question's"},
    # failures; the detail that follows is the program's own, in English
    "error": {"ko": "답하지 못했습니다.", "en": "No answer this time."},
    "error_unknown": {
        "ko": "예상하지 못한 문제가 생겼습니다. 다시 물어 주세요. 자세한 내용은 서버 기록에 있습니다.",
        "en": "Something unexpected went wrong. Please ask again; the details are in the server's log.",
    },
    "error_Busy": {"ko": "다른 프로그램이 기사를 쓰고 있습니다.", "en": "Another process is writing."},
    "error_LibraryError": {"ko": "기사 보관함을 열지 못했습니다.", "en": "The library cannot be used."},
    "error_NotFound": {"ko": "그 기사가 보관함에 없습니다.", "en": "The library does not hold that article."},
    "error_IndexMismatch": {"ko": "검색 색인이 맞지 않습니다.", "en": "The search index does not match."},
    "error_ModelError": {"ko": "모델을 쓸 수 없습니다.", "en": "A model cannot be used."},
    "error_SettingError": {"ko": "설정값이 올바르지 않습니다.", "en": "A setting is wrong."},
    "error_SourceError": {"ko": "기사를 읽지 못했습니다.", "en": "The article could not be read."},
    # evidence
    "evidence": {"ko": "근거", "en": "Evidence"},
    "evidence_empty": {
        "ko": "답에 붙은 번호를 누르면 그 문장이 실린 기사가 여기에 열립니다.",
        "en": "Choose a number in an answer, and the article opens here at that very sentence.",
    },
    "evidence_note": {
        "ko": "번호가 붙은 문장이 답에 쓰였습니다. 누르면 기사가 열립니다.",
        "en": "Numbered sentences are cited in the answer. Choose one to open its article.",
    },
    "evidence_none": {"ko": "가까운 문장이 없습니다.", "en": "No sentence comes near."},
    "nearby": {"ko": "가까운 문장", "en": "Nearby"},
    "nearby_note": {
        "ko": "질문의 답이 아니라, 기사에서 가장 가까운 문장입니다.",
        "en": "The nearest sentences in the articles. They do not answer the question.",
    },
    "said_by": {"ko": "{who}의 말", "en": "{who} speaking"},
    "copies": {"ko": "같은 기사 {count}건 더", "en": "and {count} more copies"},
    "copies_one": {"ko": "같은 기사 1건 더", "en": "and 1 more copy"},
    "back": {"ko": "근거 목록", "en": "All evidence"},
    "back_articles": {"ko": "기사 목록", "en": "All articles"},
    "original": {"ko": "원문 보기", "en": "Original"},
    "ask_this": {"ko": "이 기사에만 묻기", "en": "Ask only this"},
    "version": {"ko": "{n}판", "en": "version {n}"},
    "version_old": {
        "ko": "그 뒤로 바뀐 기사의 {n}판입니다. 인용할 때의 글 그대로입니다.",
        "en": "This is version {n}, as it was cited. The article has changed since.",
    },
    "removed": {
        "ko": "이 기사는 보관함에서 빠졌습니다.",
        "en": "This article has been removed from the library.",
    },
    # articles
    "articles": {"ko": "기사", "en": "Articles"},
    "articles_count": {"ko": "기사 {count}", "en": "Articles {count}"},
    "upload": {"ko": "파일 올리기", "en": "Upload files"},
    "paste": {"ko": "기사를 붙여 넣으세요", "en": "Paste an article"},
    "paste_title": {"ko": "제목 (선택)", "en": "Title (optional)"},
    "paste_toggle": {"ko": "붙여 넣기", "en": "Paste text"},
    "add": {"ko": "넣기", "en": "Add"},
    "find": {"ko": "제목이나 언론사로 찾기", "en": "Find by title or publisher"},
    "formats": {
        "ko": ".txt .md .html .jsonl · 20 MB까지",
        "en": ".txt .md .html .jsonl · up to 20 MB",
    },
    "reading": {"ko": "읽는 중", "en": "Reading"},
    "adding": {"ko": "{done}편 처리함 · {name}", "en": "{done} done · {name}"},
    "new": {"ko": "새 기사 {count}편", "en": "{count} added"},
    "updated": {"ko": "새 판 {count}편", "en": "{count} updated"},
    "unchanged": {"ko": "그대로 {count}편", "en": "{count} unchanged"},
    "failed": {"ko": "실패 {count}편", "en": "{count} failed"},
    "nothing_added": {"ko": "넣을 기사가 없습니다.", "en": "There was nothing to add."},
    "remove": {"ko": "빼기", "en": "Remove"},
    "remove_sure": {"ko": "정말 뺄까요?", "en": "Remove it?"},
    "yes": {"ko": "빼기", "en": "Remove"},
    "no": {"ko": "그대로 두기", "en": "Keep"},
    "more": {"ko": "외 {count}편. 제목으로 찾아보세요.", "en": "and {count} more. Search by title."},
    "none": {"ko": "맞는 기사가 없습니다.", "en": "No article matches."},
    "shelf_empty": {"ko": "아직 기사가 없습니다.", "en": "No articles yet."},
    "sample": {"ko": "샘플", "en": "sample"},
    # in place of the page, for who asks for it by another name or from another site's page
    "refused_name": {
        "ko": "이 서버의 이름에 {name}은(는) 없으므로 다른 사이트의 요청으로 봅니다.",
        "en": "This server is not known as {name}, so the request is taken for another site's.",
    },
    "refused_name_do": {
        "ko": "{address} 처럼 서버의 주소로 열거나, 서버를 --name NAME 으로 실행하세요.",
        "en": "Open it by its address, as {address}, or serve with --name NAME.",
    },
    "refused_page": {
        "ko": "이 서버의 것이 아닌 페이지 {page}에서 보낸 요청입니다.",
        "en": "The request comes from a page of {page}, which is not of this server.",
    },
    "refused_site": {
        "ko": "다른 사이트의 페이지에서 보낸 요청입니다.",
        "en": "The request comes from a page of another site.",
    },
    "refused_page_do": {
        "ko": "이 서버의 페이지를 여세요. 프록시 뒤라면 그 이름을 주어 --name NAME 으로 실행하세요.",
        "en": "Open this server's own page, or send no Origin; for the name of a proxy serve with --name NAME.",
    },
}


def text(key: str, language: Language, **values: object) -> str:
    """The text named `key`, with its values put in. They are not escaped."""
    return TEXTS[key][language].format(**values)


def counted(key: str, language: Language, count: int, **values: object) -> str:
    """The text named `key`, or the one for a single thing."""
    if count == 1 and f"{key}_one" in TEXTS:
        return text(f"{key}_one", language, **values)
    return text(key, language, count=count, **values)


def preferred(accept_language: str | None) -> Language:
    """The page's language for an Accept-Language header: Korean where it is the first choice of the two, else English."""
    best: tuple[float, Language] = (0.0, "en")
    for part in (accept_language or "").split(","):
        tag, _, weight = part.strip().partition(";q=")
        try:
            quality = float(weight) if weight else 1.0
        except ValueError:
            continue
        for language in LANGUAGES:
            if tag.lower().split("-")[0] == language and quality > best[0]:
                best = (quality, language)
    return best[1]
