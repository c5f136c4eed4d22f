"""How long from the command to the page.

    python -m tests.bench.page_up [--times N]

Starts `geungeo serve --samples` on a home that already has the samples, and times until the page answers, N times; the models load
behind it. Prints every time in seconds.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
import time
import urllib.request
from contextlib import closing
from pathlib import Path

from app.service import Service
from ingest.settings import load

LIMIT = 120.0  # seconds


def main() -> None:
    it = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    it.add_argument("--times", type=int, default=3)
    arguments = it.parse_args()
    with tempfile.TemporaryDirectory() as home:
        with closing(Service(load(home))) as service:
            service.add_samples()
            service.update_index()
        times = [_page_up(Path(home)) for _ in range(arguments.times)]
    print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores: {', '.join(f'{one:.1f}' for one in times)} s")


def _page_up(home: Path) -> float:
    began = time.monotonic()
    server = subprocess.Popen(
        [sys.executable, "-u", "-m", "app.cli", "--home", str(home), "serve", "--samples", "--port", "0"],
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        for line in server.stdout:
            if address := re.search(r"http://\S+", line):
                urllib.request.urlopen(address[0], timeout=LIMIT).read()
                return time.monotonic() - began
        raise SystemExit(f"serve ended with status {server.wait()}")
    finally:
        server.terminate()
        server.wait(30)


if __name__ == "__main__":
    main()
