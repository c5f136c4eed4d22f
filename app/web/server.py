"""Serving the page. Nothing leaves the machine: no analytics, no fonts or scripts from elsewhere, no share links."""

from __future__ import annotations

import errno
import logging
import os
import socket
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.web.api import Api
from app.web.hosts import Hosts
from app.web.service import Service
from ingest.errors import GeungeoError

if TYPE_CHECKING:
    from fastapi import FastAPI

log = logging.getLogger(__name__)

MAX_UPLOAD = "20mb"  # as much as ingest takes for one article
_HERE = Path(__file__).parent
# Gradio evaluates its templates and styles in place; everything else must come from this server, and images from nowhere.
_POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; object-src 'none'; frame-src 'none'; "
    "form-action 'self'; base-uri 'self'; frame-ancestors 'none'"
)
_HEADERS = [
    (b"content-security-policy", _POLICY.encode()),
    (b"referrer-policy", b"no-referrer"),
    (b"x-content-type-options", b"nosniff"),
]
_METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]  # the API refuses all but one itself, in JSON
_ICON = (
    "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'><rect width='32' height='32' rx='8' fill='%231f5f4a'/>"
    "<path d='M9 10h14M9 16h14M9 22h8' stroke='white' stroke-width='2.6' stroke-linecap='round'/></svg>"
)


def serve(
    service: Service,
    host: str = "127.0.0.1",
    port: int = 7860,
    auth: Sequence[tuple[str, str]] = (),
    ready: Callable[[], object] | None = None,
    names: Sequence[str] = (),
) -> None:
    """Serve the page until interrupted. Prints its address, one line, when it is up.

    `names`: further names that it is reached by, as behind a proxy; app/web/hosts.py answers to no others.
    `ready` is then called in a thread of its own: work begun earlier (loading models) would keep the page from coming up.
    Port 0 takes a free one. Raises GeungeoError where the address cannot be taken.
    """
    import uvicorn

    with _listening(host, port) as listener:
        shown = f"[{host}]" if ":" in host else host
        bound, port = listener.getsockname()[:2]
        address = f"http://{shown}:{port}/"
        page = application(service, auth, host, bound, names)
        config = uvicorn.Config(page, log_level="warning", timeout_graceful_shutdown=2)
        server = _announcing(uvicorn.Server(config), address, ready)
        with suppress(KeyboardInterrupt):  # uvicorn has shut down by then, and raises it once more
            server.run(sockets=[listener])


def application(
    service: Service,
    auth: Sequence[tuple[str, str]] = (),
    host: str = "127.0.0.1",
    bound: str = "",
    names: Sequence[str] = (),
) -> FastAPI:
    """The page as an ASGI application, at its root; `host`, `bound` and `names` are those of `Hosts`."""
    os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"  # read when gradio is imported
    os.environ["GRADIO_ANALYTICS_CACHE_FREQUENCY"] = str(10**9)  # no table of run times, in pandas, after every click
    os.environ["GRADIO_ANALYTICS_MAX_EVENTS"] = "1"
    import gradio as gr
    from fastapi import FastAPI

    from app.web.page import build

    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    app.add_middleware(Hosts, host=host, bound=bound, names=names)
    app.add_middleware(_Guarded)  # the last is the outermost: what is turned away has the headers too
    app.add_route("/api/{name}", Api(service, auth).answer, methods=_METHODS)
    script = (_HERE / "listener.js").read_text("utf-8")
    return gr.mount_gradio_app(
        app,
        build(service),
        path="/",
        auth=list(auth) or None,
        theme=_theme(gr),
        css=(_HERE / "style.css").read_text("utf-8"),
        head=f'<link rel="icon" href="data:image/svg+xml,{_ICON}"><script>{script}</script>',
        footer_links=[],
        run_history=False,
        allowed_paths=[],
        show_error=False,
        max_file_size=MAX_UPLOAD,
        ssr_mode=False,
        pwa=False,
        mcp_server=False,
        enable_monitoring=False,
        app_kwargs={"openapi_url": None},
    )


class _Guarded:
    """Puts the security headers on every reply, and takes it calmly where a caller leaves in the middle of what he sends.

    Plain ASGI, so that a stream stays a stream and a closed page is noticed.
    """

    def __init__(self, app: Any) -> None:
        self.app = app

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        from starlette.requests import ClientDisconnect

        async def guarded(message: Any) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", ()), *_HEADERS]
            await send(message)

        try:
            await self.app(scope, receive, guarded)
        except ClientDisconnect:
            log.info("A caller left before all of the request was there: %s", ascii(scope["path"]))


@contextmanager
def _listening(host: str, port: int) -> Iterator[socket.socket]:
    """A socket bound to the address before anything slow is loaded, so that a taken port is told at once."""
    try:
        listener = _bound(host, port)
    except (OSError, OverflowError, TypeError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise GeungeoError(f"Port {port} on {host} cannot be used: {why}.", _remedy(error)) from error
    try:
        yield listener
    finally:
        listener.close()


def _bound(host: str, port: int) -> socket.socket:
    if not host:  # to a socket this means every address of the machine, which nobody asks for by an unset variable
        raise ValueError("the address is empty")
    listener = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen(128)
    except BaseException:
        listener.close()
        raise
    return listener


def _remedy(error: Exception) -> str:
    # Of a name that cannot be looked up, errno is another kind of number.
    number = None if isinstance(error, socket.gaierror) else getattr(error, "errno", None)
    if number == errno.EADDRINUSE:
        return "Stop what uses it, or choose another with --port."
    if number == errno.EACCES:
        return "Choose one from 1024 on with --port."
    return "Give an address of this machine with --host, such as 127.0.0.1."


def _announcing(server: Any, address: str, ready: Callable[[], object] | None) -> Any:
    """Have the server say where it is once it answers, and then start what waits for that."""
    startup = server.startup

    async def announced(sockets: list[socket.socket] | None = None) -> None:
        await startup(sockets=sockets)
        if not server.should_exit:
            print(f"geungeo is at {address}", flush=True)
            if ready is not None:
                threading.Thread(target=ready, name="ready", daemon=True).start()

    server.startup = announced
    return server


def _theme(gr: Any) -> Any:
    """System fonts alone, Korean ones among them. Colours are set in style.css, which Gradio's login form does without."""
    latin = ["-apple-system", "BlinkMacSystemFont", "Segoe UI"]
    korean = ["Apple SD Gothic Neo", "Malgun Gothic", "Noto Sans KR", "Noto Sans CJK KR"]
    fonts = [gr.themes.Font(name) for name in (*latin, *korean, "sans-serif")]
    mono = [gr.themes.Font(name) for name in ("ui-monospace", "monospace")]
    accent = {f"button_primary_background_fill{state}": "#1f5f4a" for state in ("", "_hover", "_dark", "_hover_dark")}
    return gr.themes.Base(font=fonts, font_mono=mono).set(**accent)
