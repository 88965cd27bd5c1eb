"""A file of version 1: the same object, two of its keys under other names, and a ``format``."""

from __future__ import annotations

from typing import Any

_RENAMED = {"tab": "look", "walk": "operations_done"}


def values_of_version_1(values: dict[str, Any]) -> dict[str, Any]:
    """What a file of version 2 would hold."""
    return {_RENAMED.get(key, key): value for key, value in values.items() if key != "format"}
