"""The example at the head of the package runs as it is printed."""

import doctest

import lib.training


def test_the_example_is_true() -> None:
    results = doctest.testmod(lib.training)
    assert results.attempted > 0
    assert results.failed == 0
