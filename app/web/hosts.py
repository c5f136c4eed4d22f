"""Whom the server answers: who names it by a name of its own, from its own page or from no page.

A page elsewhere can have its name stand for this address while a reader looks at it (DNS rebinding); its
scripts then ask this server as if it were their own, and only the Host that the browser sends tells. A page
also sends its Origin with what it asks of another address, or says that in Sec-Fetch-Site (W3C's Fetch
Metadata). Starlette's TrustedHostMiddleware looks at neither, nor says what was wrong and what to do.

A password changes nothing of this: a page under a name of its own could try one after another at /login.
"""

from __future__ import annotations

import ipaddress
import json
import re
import socket
from collections.abc import Sequence
from typing import Any

from app.web.texts import LANGUAGES, text
from ingest.records import Language

API = "/api/"
_NAMED = re.compile(r"(\[[^\[\]]+\]|[^:\[\]/@\s]+)(?::(\d+))?")  # as in a Host: name or address, and port
_LABELS = re.compile(r"[a-z0-9_-]+(?:\.[a-z0-9_-]+)*")
_HEADERS = (b"host", b"origin", b"sec-fetch-site", b"sec-fetch-mode")
_PAGES = ("http", "https")  # what an Origin of this server's page begins with

# The texts that say what is wrong and what to do, and what goes into them.
Wrong = tuple[str, str, dict[str, str]]


class Hosts:
    """ASGI middleware that turns away requests with the Host or Origin of another site."""

    def __init__(self, app: Any, host: str, bound: str = "", names: Sequence[str] = ()) -> None:
        """`host`: what is listened on, as it was given; `bound`: the address that it came to, if known.

        `names`: further names and addresses that it is reached by. Raises ValueError for what is no name.
        """
        self.app = app
        self._host = canonical(host)
        self._bound = _address(bound or self._host)
        self._further = frozenset(map(canonical, names))
        self._own = {"localhost", self._host, *self._further}
        if not (self._host == "localhost" or (self._bound and self._bound.is_loopback)):
            self._own |= _own_names()
        self._addresses = {address for name in self._further if (address := _address(name))}

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        wrong = self._wrong(scope) if scope["type"] in ("http", "websocket") else None
        await (self.app if wrong is None else _refusal(scope, *wrong))(scope, receive, send)

    def _wrong(self, scope: Any) -> Wrong | None:
        hosts, origins, sites, modes = (_values(scope, name) for name in _HEADERS)
        asked = _name_and_port(hosts[0]) if len(hosts) == 1 else None
        if not (asked and self._is_ours(asked[0])) and not (_is_old(scope) and not hosts and not origins):
            do = {"address": self._shown(scope)}
            return "refused_name", "refused_name_do", {"name": _told(hosts), **do}
        if not all(self._is_our_page(origin, asked) for origin in origins):
            return "refused_page", "refused_page_do", {"page": _told(origins)}
        if not origins and "cross-site" in sites and "navigate" not in modes:
            return "refused_site", "refused_page_do", {}
        return None

    def _is_ours(self, name: str) -> bool:
        address = _address(name)
        if address is None:
            return name in self._own
        everywhere = bool(self._bound and self._bound.is_unspecified)
        return address.is_loopback or everywhere or address == self._bound or address in self._addresses

    def _is_our_page(self, origin: str, asked: tuple[str, str | None] | None) -> bool:
        """Of the Host that was asked for, or of a further name, since a proxy may ask by an address."""
        scheme, _, rest = origin.lower().partition("://")
        place = _name_and_port(rest)
        if scheme not in _PAGES or place is None:
            return False
        return place == asked or place[0] in self._further or _address(place[0]) in self._addresses

    def _shown(self, scope: Any) -> str:
        """Where the page is, for who asked for it by another name."""
        name, port = self._host, (scope.get("server") or ("", None))[1]
        if self._bound and self._bound.is_unspecified:
            name = "ADDRESS"
        return f"http://{f'[{name}]' if ':' in name else name}{f':{port}' if port else ''}/"


def canonical(name: str) -> str:
    """A name or address as a browser sends it: small letters, IDNA (RFC 3490), no brackets and no last dot.

    Raises ValueError for what is no name, as with a scheme or a port.
    """
    name = name.lower().rstrip(".")
    if (address := _address(name.strip("[]"))) is not None:
        return str(address)
    coded = name.encode("idna").decode()
    if not _LABELS.fullmatch(coded):
        raise ValueError(f"{name!r} is no name of a host")
    return coded


def _own_names() -> set[str]:
    """What this machine calls itself, in full and in short, and as its neighbours find it (RFC 6762)."""
    names = {name.lower().rstrip(".") for name in (socket.gethostname(), socket.getfqdn())}
    names = {name for name in names if name and not name.endswith(".arpa")}  # an address that has no name
    short = {name.partition(".")[0] for name in names if _address(name) is None}
    return names | short | {f"{name}.local" for name in short}


def _name_and_port(text: str) -> tuple[str, str | None] | None:
    """In small letters, without the brackets of an IPv6 address; None for what is no Host."""
    match = _NAMED.fullmatch(text.lower())
    return (match[1].strip("[]").rstrip("."), match[2]) if match else None


def _address(name: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(name)
    except ValueError:
        return None


def _is_old(scope: Any) -> bool:
    """A request to read in HTTP/1.0, which had no Host: no browser's, but many a health check's."""
    return scope["type"] == "http" and scope.get("http_version") == "1.0" and scope["method"] == "GET"


def _values(scope: Any, header: bytes) -> list[str]:
    return [value.decode("latin-1") for name, value in scope["headers"] if name == header]


def _told(values: list[str]) -> str:
    """What was sent, cut short, in ASCII: it goes to a terminal or a log."""
    return ", ".join(ascii(value[:60]) for value in values[:2]) or "''"


def _refusal(scope: Any, what: str, do: str, given: dict[str, str]) -> Any:
    """For a program one line of JSON; for who reads it in a browser a line in each language."""
    from starlette.responses import Response

    def said(language: Language) -> tuple[str, str]:
        return text(what, language, **given), text(do, language, **given)

    headers = {"cache-control": "no-store"}
    if scope["path"].startswith(API):
        form = dict(zip(("error", "do"), said("en"), strict=True))
        return Response(json.dumps(form) + "\n", 403, headers, "application/json")
    lines = "".join(f"{' '.join(said(language))}\n" for language in LANGUAGES)
    return Response(lines, 403, headers, "text/plain; charset=utf-8")
