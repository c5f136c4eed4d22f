"""Asking by HTTP: POST /api/ask, /api/search and /api/verify, on the address of the page and under its names and passwords.

JSON in, the JSON of the command line out; docs/api.md says which. A request that cannot be met gets one line of JSON that says why and
what to do. Only `application/json` is taken: another site's page can then not send a reader's browser here without asking first, and
app/web/hosts.py turns it away however it comes. On a shared machine there is --auth.
"""

from __future__ import annotations

import asyncio
import base64
import hmac
import json
import logging
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from app import json_form
from app.records import Done
from app.web.service import Service
from ingest.errors import GeungeoError, NotFound, SourceError
from ingest.records import Filters

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

log = logging.getLogger(__name__)

MAX_BODY = 64 * 1024  # bytes; a question with a thousand article ids fits
MAX_TEXT = 4_000  # characters of a question or claim
MAX_HITS = 1_000
_AT_ONCE = 4  # calls that are worked on; more wait, so that the page's readers have threads left
_PAUSE = 0.25  # seconds between looks whether the caller is still there
_JSON = "application/json"

Form = dict[str, Any]
Call = Callable[[Service, Form, threading.Event], Form]


class Refused(Exception):
    """A request that is not met: its status, why, and what to do."""

    def __init__(self, status: int, what: str, do: str) -> None:
        super().__init__(what)
        self.status, self.what, self.do = status, what, do


class Api:
    """The calls over one service."""

    def __init__(self, service: Service, auth: Sequence[tuple[str, str]] = ()) -> None:
        self._service, self._auth = service, list(auth)
        self._free = asyncio.Semaphore(_AT_ONCE)

    async def answer(self, request: Request) -> Response:
        from starlette.requests import ClientDisconnect

        try:
            self._admit(request)
            call = _CALLS[request.path_params["name"]]
            given = await _read(request)
            return _reply(200, await self._run(request, call, given))
        except Refused as refused:
            return _reply(refused.status, {"error": refused.what, "do": refused.do})
        except GeungeoError as failure:
            return _reply(_status(failure), {"error": failure.what, "do": failure.do})
        except ClientDisconnect:
            raise  # nobody is left to be told; app/web/server.py notes it
        except Exception:  # a server's last frame: the caller is told, the log says what
            log.exception("An API call failed.")
            return _reply(500, {"error": "Something unexpected went wrong.", "do": "See the server's log."})

    def _admit(self, request: Request) -> None:
        if self._auth and not _known(request.headers.get("authorization", ""), self._auth):
            raise Refused(
                401, "A name and password are asked for.", "Send one of those given with --auth, as HTTP Basic."
            )
        if request.path_params["name"] not in _CALLS:
            raise Refused(404, "There is no such call.", f"Calls: {', '.join(f'/api/{name}' for name in _CALLS)}.")
        if request.method != "POST":
            raise Refused(405, f"{request.method} is not taken here.", "Send a POST with JSON.")
        if request.headers.get("content-type", "").split(";")[0].strip().lower() != _JSON:
            raise Refused(415, "The content type is not JSON.", f"Send Content-Type: {_JSON}.")

    async def _run(self, request: Request, call: Call, given: Form) -> Form:
        """Work on the call in a thread; a caller who goes away stops it."""
        from starlette.concurrency import run_in_threadpool

        cancel = threading.Event()
        async with self._free:
            working = asyncio.ensure_future(run_in_threadpool(call, self._service, given, cancel))
            try:
                while not working.done():
                    await asyncio.wait([working], timeout=_PAUSE)
                    if not working.done() and await request.is_disconnected():
                        cancel.set()
                return working.result()
            finally:
                cancel.set()  # also where the server itself goes down


def _ask(service: Service, given: Form, cancel: threading.Event) -> Form:
    _only(given, "question", "id", "articles", "since", "until", "publisher", "no_llm")
    question, filters = _text(given, "question"), _filters(service, given)
    use_model = not _flag(given, "no_llm")
    for event in service.stream(question, filters=filters, cancel=cancel, use_model=use_model):
        if isinstance(event, Done):
            return json_form.answer(replace(event.answer, id=given.get("id")))
    raise Refused(503, "The question was stopped.", "Ask again.")


def _search(service: Service, given: Form, cancel: threading.Event) -> Form:
    _only(given, "question", "id", "articles", "since", "until", "publisher", "k")
    limit = given.get("k", 10)
    if not isinstance(limit, int) or isinstance(limit, bool) or not 1 <= limit <= MAX_HITS:
        raise Refused(400, f'"k" is no whole number from 1 to {MAX_HITS:,}.', 'Write "k": 10.')
    found = service.search(_text(given, "question"), filters=_filters(service, given), limit=limit)
    return json_form.hits(given.get("id"), found)


def _verify(service: Service, given: Form, cancel: threading.Event) -> Form:
    _only(given, "claim", "id", "articles")
    return json_form.verification(
        service.verify(_text(given, "claim"), filters=_filters(service, given), id=given.get("id"))
    )


_CALLS: Mapping[str, Call] = {"ask": _ask, "search": _search, "verify": _verify}


def _only(given: Form, *keys: str) -> None:
    """Raises Refused for a key that means nothing: none is accepted and ignored."""
    if strange := [key for key in given if key not in keys]:
        raise Refused(
            400, f"{json.dumps(strange[0][:40], ensure_ascii=False)} means nothing here.", f"Keys: {', '.join(keys)}."
        )


def _text(given: Form, key: str) -> str:
    text = given.get(key)
    if not isinstance(text, str) or not text.strip():
        raise Refused(400, f"There is no {key}.", f'Write {{"{key}": "..."}}.')
    if len(text) > MAX_TEXT:
        raise Refused(400, f"The {key} has {len(text):,} characters.", f"Send at most {MAX_TEXT:,}.")
    return _whole(text)


def _filters(service: Service, given: Form) -> Filters:
    articles = given.get("articles")
    if articles is not None and not (isinstance(articles, list) and all(isinstance(one, str) for one in articles)):
        raise Refused(400, '"articles" is no list of ids.', 'Write "articles": ["ID", ...].')
    if articles == []:  # none may be asked; to take it for all would be the opposite
        raise Refused(400, '"articles" is an empty list.', 'Name one, or leave "articles" out to ask all.')
    for id_ in articles or ():
        service.article(_whole(id_))  # no answer would tell an unknown one from a refusal
    publisher = given.get("publisher")
    if publisher is not None and not (isinstance(publisher, str) and publisher.strip()):
        raise Refused(400, '"publisher" is no text.', 'Write "publisher": "...".')
    return Filters(
        articles=tuple(_whole(id_) for id_ in articles or ()),
        since=_day(given, "since"),
        until=_day(given, "until"),
        publisher=_whole(publisher) if publisher else None,
    )


def _day(given: Form, key: str) -> str | None:
    value = given.get(key)
    if value is None:
        return None
    try:
        return date.fromisoformat(value).isoformat()
    except (TypeError, ValueError) as error:
        raise Refused(400, f'"{key}" is no day.', f'Write "{key}": "2025-01-31".') from error


def _flag(given: Form, key: str) -> bool:
    value = given.get(key, False)
    if not isinstance(value, bool):
        raise Refused(400, f'"{key}" is neither true nor false.', f'Write "{key}": true.')
    return value


def _whole(text: str) -> str:
    r"""Half surrogate pairs, which JSON can write as "\ud83d", are no text."""
    return text.encode("utf-8", "replace").decode()


async def _read(request: Request) -> Form:
    """The object that the request holds, never more of it than is taken."""
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > MAX_BODY:
            raise Refused(413, "The request is too large.", f"Send at most {MAX_BODY:,} bytes.")
    try:
        given = json.loads(body.decode("utf-8"), parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise Refused(400, "The request is not JSON in UTF-8.", "Send one JSON object.") from error
    if not isinstance(given, dict):
        raise Refused(400, "The request is no JSON object.", 'Send an object, as {"question": "..."}.')
    return given


def _no_number(text: str) -> None:
    """NaN and Infinity are none in JSON."""
    raise ValueError(text)


def _known(header: str, auth: Sequence[tuple[str, str]]) -> bool:
    """HTTP Basic with one of the names and passwords; every one is compared, each in full."""
    kind, _, coded = header.partition(" ")
    try:
        name, _, password = base64.b64decode(coded, validate=True).decode("utf-8").partition(":")
    except ValueError:
        return False
    if kind.lower() != "basic":
        return False
    same = [hmac.compare_digest(f"{name}:{password}".encode(), f"{user}:{secret}".encode()) for user, secret in auth]
    return any(same)


def _status(failure: GeungeoError) -> int:
    if isinstance(failure, NotFound):
        return 404
    return 400 if isinstance(failure, SourceError) else 503


def _reply(status: int, form: Form) -> Response:
    from starlette.responses import Response

    headers = {"cache-control": "no-store"} | ({"www-authenticate": 'Basic realm="geungeo"'} if status == 401 else {})
    body = json.dumps(form, ensure_ascii=False).encode("utf-8", "replace") + b"\n"
    return Response(body, status, headers, media_type=_JSON)
