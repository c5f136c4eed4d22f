"""The command line: reads arguments, runs one command, and turns every GeungeoError into one line.

Exit status: 0; 1 for a refused or failed operation; 2 for usage. With --json only JSON goes to standard output.
"""

from __future__ import annotations

import argparse
import errno
import logging
import os
import sys
from datetime import date
from importlib import metadata

from ingest.errors import GeungeoError

_OUTPUT_LOST = (errno.EPIPE, errno.ENOSPC)  # the reader of a pipe has left, or the disk is full


def parser() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(
        prog="geungeo",
        description="Asks news articles in Korean or English, and shows the sentence behind every sentence.",
    )
    top.add_argument(
        "--home",
        metavar="DIR",
        type=_folder,
        help="where the library lives (default: GEUNGEO_HOME or the user's data folder)",
    )
    top.add_argument("--version", action="version", version=f"geungeo {metadata.version('geungeo')}")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _serve(commands.add_parser("serve", help="open the chat page"))
    _ingest(commands.add_parser("ingest", help="put articles into the library"))
    _ask(commands.add_parser("ask", help="answer a question from the articles"))
    _search(commands.add_parser("search", help="find the articles for a question"))
    _verify(commands.add_parser("verify", help="is this sentence borne out by the articles?"))
    _articles(commands.add_parser("articles", help="list, show, remove or export articles"))
    _models(commands.add_parser("models", help="list or pull models"))
    _check(commands.add_parser("check", help="do the library, its index and its models agree?"))
    return top


def main(argv: list[str] | None = None) -> int:
    logging.basicConfig(level=logging.WARNING, format="%(message)s", stream=sys.stderr)
    for noisy in ("httpx", "chromadb", "sentence_transformers", "transformers", "trafilatura"):
        logging.getLogger(noisy).setLevel(logging.ERROR)
    logging.getLogger("ingest.sources").setLevel(logging.INFO)  # it tells what a folder holds that is not read
    arguments = parser().parse_args(argv)
    try:
        from app import commands

        sys.stdout.reconfigure(errors="backslashreplace")  # a terminal without Hangul; in JSON this is an escape too
        status = getattr(commands, arguments.command)(arguments)
        sys.stdout.flush()  # here, where a reader that has left is noticed
        return status
    except GeungeoError as error:
        print(f"geungeo: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("geungeo: stopped.", file=sys.stderr)
        return 1
    except OSError as error:
        if error.errno not in _OUTPUT_LOST:
            raise
        if error.errno != errno.EPIPE:
            print(f"geungeo: Nothing more can be written: {error.strerror}. Free some space.", file=sys.stderr)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is still buffered has nowhere to go
        return 1


def _serve(it: argparse.ArgumentParser) -> None:
    it.add_argument("--host", default="127.0.0.1")
    it.add_argument("--port", type=_port, default=7860)
    it.add_argument(
        "--name", type=_name, action="append", default=[], help="a further name it is reached by, as behind a proxy"
    )
    it.add_argument("--auth", metavar="USER:PASSWORD", type=_auth, action="append", default=[])
    it.add_argument("--samples", action="store_true", help="put the sample articles into an empty library first")


def _ingest(it: argparse.ArgumentParser) -> None:
    it.add_argument("sources", metavar="SOURCE", nargs="+", help="a file, a folder, or - for standard input")
    it.add_argument("--json", action="store_true")


def _ask(it: argparse.ArgumentParser) -> None:
    _questions(it)
    it.add_argument("--no-llm", action="store_true", help="show the sentences, without a model's words")


def _search(it: argparse.ArgumentParser) -> None:
    _questions(it)
    it.add_argument("-k", metavar="N", type=_count, default=10, help="how many articles (default: 10)")


def _verify(it: argparse.ArgumentParser) -> None:
    _texts(it, "claim")


def _questions(it: argparse.ArgumentParser) -> None:
    _texts(it, "question")
    it.add_argument("--since", metavar="DATE", type=_day, help="published on or after, as in 2025-01-31")
    it.add_argument("--until", metavar="DATE", type=_day, help="published on or before")
    it.add_argument("--publisher", metavar="NAME", type=_whole)


def _texts(it: argparse.ArgumentParser, key: str) -> None:
    what = it.add_mutually_exclusive_group(required=True)
    what.add_argument(key, metavar=key.upper(), nargs="?", type=_whole)
    what.add_argument(
        "--batch", metavar="FILE", help=f'JSON lines {{"id", "{key}", "articles"?: [id]}}; - for standard input'
    )
    it.add_argument("--json", action="store_true")
    it.add_argument(
        "--article", metavar="ID", type=_whole, action="append", default=[], help="only this article; may be repeated"
    )


def _articles(it: argparse.ArgumentParser) -> None:
    actions = it.add_subparsers(dest="action", required=True, metavar="ACTION")
    listed = actions.add_parser("list", help="every article")
    shown = actions.add_parser("show", help="one article with its text")
    shown.add_argument("id", metavar="ID", type=_whole)
    shown.add_argument("--version", metavar="N", type=_count, default=None, help="an older text (default: the newest)")
    removed = actions.add_parser("remove", help="articles with all their versions")
    removed.add_argument("ids", metavar="ID", nargs="+", type=_whole)
    exported = actions.add_parser("export", help="every article as a JSON line")
    exported.add_argument("file", metavar="FILE", help="where to; - for standard output")
    for action in (listed, shown, removed, exported):
        action.add_argument("--json", action="store_true")


def _models(it: argparse.ArgumentParser) -> None:
    actions = it.add_subparsers(dest="action", required=True, metavar="ACTION")
    actions.add_parser("list", help="models that can be pulled").add_argument("--json", action="store_true")
    pulled = actions.add_parser("pull", help="fetch a model, or those that the settings use")
    pulled.add_argument("name", metavar="NAME", nargs="?")


def _check(it: argparse.ArgumentParser) -> None:
    it.add_argument("--repair", action="store_true", help="rebuild what is derived: terms, vectors, index")


def _folder(text: str) -> str:
    if text:
        return text
    raise argparse.ArgumentTypeError("the folder's name is empty")  # an unset variable must not mean the usual home


def _whole(text: str) -> str:
    """Bytes that are no text come as half surrogate pairs, which nothing can search for."""
    return text.encode("utf-8", "replace").decode()


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no date; write it as 2025-01-31") from None


def _count(text: str) -> int:
    if text.isascii() and text.isdigit() and 0 < int(text) <= 10_000:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is no whole number from 1 to 10000")


def _port(text: str) -> int:
    if text.isascii() and text.isdigit() and int(text) <= 65_535:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is no port from 0 to 65535")


def _name(text: str) -> str:
    from app.web.hosts import canonical

    try:
        return canonical(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"{text!r} is no name; write it without scheme and port, as news.example"
        ) from None


def _auth(text: str) -> tuple[str, str]:
    user, _, password = text.partition(":")
    if user and password:
        return user, password
    raise argparse.ArgumentTypeError("write it as USER:PASSWORD")


if __name__ == "__main__":
    sys.exit(main())
