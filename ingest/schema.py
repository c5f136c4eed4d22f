"""The tables of the library. They are the source of truth; terms, vectors, the outbox and which articles are copies can be rebuilt."""

from __future__ import annotations

VERSION = 2  # PRAGMA user_version; raised with every change that an older geungeo cannot read
APPLICATION = 0x67756E67  # PRAGMA application_id, "gung": tells our file from any other SQLite file

COPIES = """
-- Articles that are near copies of each other, newest versions only: those with the same `story`.
CREATE TABLE IF NOT EXISTS stories (
    article INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
    story INTEGER NOT NULL
);
CREATE INDEX IF NOT EXISTS articles_of_story ON stories (story);

-- By which the copies of an article are found: a few of its shingles, see copies.py.
CREATE TABLE IF NOT EXISTS sketches (
    hash INTEGER NOT NULL,
    article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    PRIMARY KEY (hash, article)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS sketch_of_article ON sketches (article);
"""

TABLES = f"""
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE articles (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    newest INTEGER NOT NULL,        -- 1 for the version that is searched
    title TEXT NOT NULL,
    language TEXT NOT NULL,
    publisher TEXT,
    publisher_folded TEXT,          -- str.casefold(): SQLite folds only ASCII
    authors TEXT NOT NULL,          -- a JSON list
    published TEXT,
    updated TEXT,
    ingested TEXT NOT NULL,
    url TEXT,
    source TEXT NOT NULL,
    raw_hash TEXT NOT NULL,
    characters INTEGER NOT NULL,    -- code points of text
    text TEXT NOT NULL,
    raw TEXT NOT NULL,
    format TEXT NOT NULL,           -- of raw, so that a better cleaner can run again
    UNIQUE (id, version)
);
CREATE UNIQUE INDEX newest_article ON articles (id) WHERE newest;
-- All that filters ask of an article, so that they never read the long rows themselves.
CREATE INDEX filters ON articles (newest, language, publisher_folded, published, id);

-- The highest version of each removed article, so that a version number is never used for another text.
CREATE TABLE removed (id TEXT PRIMARY KEY, version INTEGER NOT NULL) WITHOUT ROWID;

CREATE TABLE sentences (
    article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    n INTEGER NOT NULL,             -- 0, 1, ... in reading order
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    speaker TEXT,
    PRIMARY KEY (article, n)
) WITHOUT ROWID;
CREATE INDEX spoken ON sentences (speaker, article) WHERE speaker IS NOT NULL;

CREATE TABLE passages (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    first INTEGER NOT NULL,         -- its sentences, both ends included
    last INTEGER NOT NULL
);
CREATE INDEX passages_of_article ON passages (article);

CREATE TABLE aliases (
    article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    ko TEXT NOT NULL,
    latin TEXT NOT NULL,
    PRIMARY KEY (article, ko, latin)
) WITHOUT ROWID;

CREATE TABLE passage_vectors (
    passage INTEGER NOT NULL REFERENCES passages ON DELETE CASCADE,
    encoder TEXT NOT NULL,          -- fingerprint
    vector BLOB NOT NULL,           -- float16 [d]
    title BLOB,                     -- float16 [d], of its article's title
    PRIMARY KEY (passage, encoder)
);
CREATE TABLE sentence_vectors (
    passage INTEGER NOT NULL REFERENCES passages ON DELETE CASCADE,
    encoder TEXT NOT NULL,
    scales BLOB NOT NULL,           -- float32 [n]
    vectors BLOB NOT NULL,          -- int8 [n, d]: times scale is the vector
    PRIMARY KEY (passage, encoder)
);

-- Passages to look at again in the vector index: they belong there if of a newest version, else not.
CREATE TABLE outbox (seq INTEGER PRIMARY KEY, passage TEXT NOT NULL UNIQUE);

-- Terms of the passages of newest versions; rowid is the passage's key. unicode61 keeps the letters and digits of
-- every script.
CREATE VIRTUAL TABLE terms USING fts5 (
    title, body, tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co'"
);
{COPIES}
INSERT INTO meta VALUES ('generation', '0');
"""

# What makes the tables of an older version those of the next, by the older version.
UPGRADES = {
    1: "ALTER TABLE passage_vectors ADD COLUMN title BLOB; DROP INDEX spoken;"
    f" CREATE INDEX spoken ON sentences (speaker, article) WHERE speaker IS NOT NULL; {COPIES}"
}
