"""The example in the package's docstring is true."""

import doctest

import lib.derivation


def test_the_package_docstring() -> None:
    result = doctest.testmod(lib.derivation)
    assert result.attempted > 0
    assert result.failed == 0
