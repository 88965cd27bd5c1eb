"""Write the stored list of certified instances: ``python -m scripts.certify_instances``.

A list that has been handed out is never written again: a change of what is certified makes a new
version beside it.
"""

from __future__ import annotations

import numpy as np

from lib.practice.certified import STORE, certified_entries

WANTED, BATCH = 3_000, 1_000
"""Enough for 100 classes of 30."""


def main() -> None:
    """Take the first seeds that pass."""
    if STORE.exists():
        raise SystemExit(f"{STORE.name} is there already, and sheets depend on it")
    found = np.empty(0, dtype=np.uint64)
    first = 0
    while len(found) < WANTED:
        found = np.concatenate([found, certified_entries(range(first, first + BATCH))])
        first += BATCH
    np.save(STORE, found[:WANTED])
    print(f"{STORE.name}: {WANTED} of the first {first} seeds")


if __name__ == "__main__":
    main()
