"""The example in the package's own docstring runs."""

from __future__ import annotations

import doctest

import lib.network


def test_the_docstrings_example() -> None:
    found = doctest.testmod(lib.network)
    assert found.attempted >= 6
    assert found.failed == 0
