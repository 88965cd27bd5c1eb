"""The committed links and files that must be refused (scripts/make_malformed.py makes them)."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator

from scripts.make_malformed import CORPUS, Case


def lines() -> list[str]:
    """The corpus as it is committed."""
    return gzip.decompress(CORPUS.read_bytes()).decode("ascii").splitlines()


def cases() -> Iterator[Case]:
    """Every case."""
    for line in lines():
        yield Case(**json.loads(line))


def content(case: Case) -> str:
    """The whole text, repeated parts written out."""
    return case.text + case.unit * case.times + case.after
