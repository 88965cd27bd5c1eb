"""The example in the package's docstring is true."""

import doctest

import lib.practice


def test_the_package_docstring() -> None:
    result = doctest.testmod(lib.practice)
    assert result.attempted > 0
    assert result.failed == 0
