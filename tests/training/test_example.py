"""The examples at the heads of the packages run as they are printed."""

import doctest
from types import ModuleType

import pytest

import lib.training
import lib.training.images_file


@pytest.mark.parametrize("package", [lib.training, lib.training.images_file])
def test_the_example_is_true(package: ModuleType) -> None:
    results = doctest.testmod(package)
    assert results.attempted > 0
    assert results.failed == 0
