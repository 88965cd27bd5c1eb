"""The examples in the docstrings run."""

from __future__ import annotations

import doctest

import lib.network
from lib.network import passes


def test_the_docstrings_example() -> None:
    found = doctest.testmod(lib.network)
    assert found.attempted >= 6
    assert found.failed == 0


def test_the_passes_example() -> None:
    found = doctest.testmod(passes)
    assert found.attempted >= 6
    assert found.failed == 0
