"""Names across scripts: where they stand, which are the same, and which a claim has that its source has not."""

from ingest.aliases import Aliases
from ingest.brackets import bracket_pairs
from ingest.mentions import find_names
from ingest.name import Name
from ingest.name_check import holds, missing_names, namesakes

__all__ = ["Aliases", "Name", "bracket_pairs", "find_names", "holds", "missing_names", "namesakes"]
