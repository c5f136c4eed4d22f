"""Errors meant for a reader of the terminal or the page.

    GeungeoError            every failure that a user can do something about
    ├── SourceError         an article could not be read: missing, empty, binary, too large, malformed
    ├── LibraryError        the home folder or its database cannot be used
    │   ├── NotFound        an article id, or a version of it, that the library does not hold
    │   └── Busy            another process is writing
    ├── IndexMismatch       the vector index was built by another encoder, or disagrees with the library
    ├── ModelError          a model is unknown, not pulled, broken, or its provider is not installed
    └── SettingError        a setting has a value that means nothing

Each says what happened, why, and what to do. The command line and the page turn one into one line; nothing else catches it.
"""


class GeungeoError(Exception):
    """`what` went wrong (with why), and `do`: the command or act that mends it."""

    def __init__(self, what: str, do: str = "") -> None:
        super().__init__(f"{what} {do}".strip())
        self.what = what
        self.do = do


class SourceError(GeungeoError):
    pass


class LibraryError(GeungeoError):
    pass


class NotFound(LibraryError):
    pass


class Busy(LibraryError):
    pass


class IndexMismatch(GeungeoError):
    pass


class ModelError(GeungeoError):
    pass


class SettingError(GeungeoError):
    pass
