"""Whom the server answers: who names it by its own address, from its own page or from no page.

A page elsewhere can have its name stand for this address while a reader looks at it (DNS rebinding); its scripts then ask this server as if
it were their own, and only the Host that the browser sends tells. Every page also sends its Origin with what it asks of another
address. Starlette's TrustedHostMiddleware does not look at the Origin, and says neither what was wrong nor what to do.

With --auth any name will do: a password or a cookie for one name is not sent to another.
"""

from __future__ import annotations

import ipaddress
import json
import re
import socket
from typing import Any

API = "/api/"
_NAMED = re.compile(r"(\[[^\[\]]+\]|[^:\[\]/@\s]+)(?::(\d+))?")  # as in a Host: name or address, and port


class Hosts:
    """ASGI middleware that turns away, in one line, requests with the Host or Origin of another site."""

    def __init__(self, app: Any, host: str, any_name: bool = False) -> None:
        """`host`: the name or address that is listened on. `any_name`: whatever Host is sent is taken."""
        self.app, self._host, self._any_name = app, host.lower().rstrip("."), any_name
        self._own = socket.gethostname().lower()

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        turned_away = self._turned_away(scope) if scope["type"] in ("http", "websocket") else None
        await (self.app if turned_away is None else _refusal(scope, *turned_away))(scope, receive, send)

    def _turned_away(self, scope: Any) -> tuple[str, str] | None:
        """What is wrong and what to do, or None."""
        hosts, origins = ([v.decode("latin-1") for k, v in scope["headers"] if k == name] for name in _HEADERS)
        asked = _name_and_port(hosts[0]) if len(hosts) == 1 else None
        if asked is None or not (self._any_name or self._is_ours(asked[0])):
            return (
                f"This server is not known as {_told(hosts)}, so the request is taken for another site's.",
                f"Open it by its address, as {self._address(scope)}, or serve with --host NAME or with --auth.",
            )
        if any(_name_and_port(origin.partition("://")[2]) != asked for origin in origins):
            return (
                f"The request comes from a page of {_told(origins)}, which is not of this server.",
                "Open this server's own page, or send no Origin; a proxy must pass on the Host that it was asked for.",
            )
        return None

    def _address(self, scope: Any) -> str:
        host, port = self._host, (scope.get("server") or ("", None))[1]
        address = _address(host)
        if address and address.is_unspecified:
            host = "ADDRESS"
        return f"http://{f'[{host}]' if ':' in host else host}{f':{port}' if port else ''}/"

    def _is_ours(self, name: str) -> bool:
        if name in ("localhost", self._host):
            return True
        address = _address(name)
        if address is None:
            return not _is_loopback(self._host) and name in (self._own, f"{self._own}.local")
        served = _address(self._host)
        return address.is_loopback or address == served or bool(served and served.is_unspecified)


_HEADERS = (b"host", b"origin")


def _name_and_port(text: str) -> tuple[str, str | None] | None:
    """In small letters, without the brackets of an IPv6 address; None for what is no Host."""
    match = _NAMED.fullmatch(text.lower())
    return (match[1].strip("[]").rstrip("."), match[2]) if match else None


def _address(name: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(name)
    except ValueError:
        return None


def _is_loopback(name: str) -> bool:
    address = _address(name)
    return name == "localhost" or bool(address and address.is_loopback)


def _told(values: list[str]) -> str:
    """What was sent, cut short, in ASCII: it goes to a terminal or a log."""
    return ", ".join(ascii(value[:60]) for value in values[:2]) or "''"


def _refusal(scope: Any, what: str, do: str) -> Any:
    from starlette.responses import Response

    headers = {"cache-control": "no-store"}
    if scope["path"].startswith(API):
        return Response(json.dumps({"error": what, "do": do}) + "\n", 403, headers, "application/json")
    return Response(f"{what} {do}\n", 403, headers, "text/plain")
