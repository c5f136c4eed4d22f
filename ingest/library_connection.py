"""Connections to the library's file: one a thread, writes under the home's lock, failures in one line."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ingest.errors import Busy, LibraryError
from ingest.lock import write_lock
from ingest.schema import APPLICATION, TABLES, UPGRADES, VERSION

FILE = "library.sqlite3"
BUSY_MS = 10_000  # SQLite's own wait; under our lock it is met only while the log is being recovered
# A library that an older geungeo made has no such row yet.
_RAISE_CONTENT = "INSERT INTO meta VALUES ('content', '1') ON CONFLICT (name) DO UPDATE SET value = value + 1"


class _Handle:
    """Closes its connection when nobody refers to it: its thread has ended, or the library is closed and not in use."""

    def __init__(self, path: Path) -> None:
        self.db = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        self.db.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
        self.db.execute("PRAGMA foreign_keys = ON")

    def __del__(self) -> None:
        if hasattr(self, "db"):
            self.db.close()


class Connections:
    """Readers get the thread's connection; writers get it in one transaction, under the write lock."""

    def __init__(self, home: Path, create: bool) -> None:
        """Make the folder and an empty library where there is none and `create`; else raises LibraryError."""
        if not create and not (home / FILE).is_file():
            raise LibraryError(f"There is no library at {home}.", "Run: geungeo ingest SOURCE")
        try:
            home.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            what = f"The folder {home} cannot be made: {error.strerror or error}."
            raise LibraryError(what, "Choose another with --home.") from error
        self.home = home
        self.path = home / FILE
        self._local = threading.local()
        with self._told():
            _prepare(self._handle().db, home)

    def _handle(self) -> _Handle:
        """The thread's own; whoever uses its connection keeps the handle meanwhile."""
        local = self._local
        handle = getattr(local, "handle", None)
        if handle is None:
            handle = local.handle = _Handle(self.path)
        return handle

    @contextmanager
    def read(self) -> Iterator[sqlite3.Connection]:
        with self._told():
            handle = self._handle()
            yield handle.db

    @contextmanager
    def write(self, content: bool = False) -> Iterator[sqlite3.Connection]:
        """One transaction; it and the raised generation are committed together, or neither. `content`: what articles say changes."""
        with self._told(), write_lock(self.home):
            handle = self._handle()
            db = handle.db
            db.execute("BEGIN IMMEDIATE")
            try:
                yield db
                db.execute("UPDATE meta SET value = value + 1 WHERE name = 'generation'")
                if content:
                    db.execute(_RAISE_CONTENT)
                db.execute("COMMIT")
            except BaseException:
                if db.in_transaction:
                    db.execute("ROLLBACK")
                raise

    def close(self) -> None:
        """Close the connections of all threads; one in use is closed when that use ends.

        To close it under another thread's running statement could crash the process.
        """
        self._local = threading.local()  # the old one held the only lasting references

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.IntegrityError, sqlite3.ProgrammingError):
            raise  # a mistake of ours, not of the file
        except sqlite3.OperationalError as error:
            if "locked" in str(error) or "busy" in str(error):
                raise Busy(f"The library at {self.home} is locked by another process.", "Try again.") from error
            raise LibraryError(f"The library at {self.home} cannot be used: {error}.", _HINT) from error
        except sqlite3.DatabaseError as error:
            raise LibraryError(f"{self.path} is not a library, or is damaged: {error}.", _HINT) from error


_HINT = "Check the disk and the permissions, or choose another folder with --home."


def _prepare(db: sqlite3.Connection, home: Path) -> None:
    if _compatible(db, home):
        return
    with write_lock(home):
        if _compatible(db, home):  # another process was first
            return
        (version,) = db.execute("PRAGMA user_version").fetchone()
        if version:
            steps = " ".join(UPGRADES[step] for step in range(version, VERSION))
            db.executescript(f"BEGIN; {steps} PRAGMA user_version = {VERSION}; COMMIT;")
        else:
            db.execute("PRAGMA journal_mode = WAL")
            marks = f"PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {VERSION};"
            db.executescript(f"BEGIN; {TABLES} {marks} COMMIT;")


def _compatible(db: sqlite3.Connection, home: Path) -> bool:
    """True for a library that this version reads, False for an older one and an empty file. Else raises LibraryError."""
    (version,) = db.execute("PRAGMA user_version").fetchone()
    (application,) = db.execute("PRAGMA application_id").fetchone()
    (tables,) = db.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if application == APPLICATION and version > VERSION:
        what = f"The library at {home} was made by a newer geungeo (schema {version}; this one reads {VERSION})."
        raise LibraryError(what, "Upgrade geungeo.")
    if application == APPLICATION:
        return version == VERSION
    if tables:
        raise LibraryError(f"{home / FILE} is a database of another program.", "Choose another folder with --home.")
    return False
