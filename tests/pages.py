"""Saved pages, written for the tests."""

from pathlib import Path

FOLDER = Path(__file__).parent / "fixtures" / "pages"


def page(name: str) -> str:
    return (FOLDER / name).read_text("utf-8")
