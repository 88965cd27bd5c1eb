"""The notes' numbers as the app starts with them."""

from __future__ import annotations

from functools import cache

from lib.derivation import State
from lib.scenario.presets import preset


@cache
def notes() -> State:
    """The notes' preset, yy = 1."""
    return preset("notes").state()
