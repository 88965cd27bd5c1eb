"""Every word of lib/text by name, and every place in the code that says one."""

from __future__ import annotations

import ast
import importlib
import pkgutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import lib.text
from lib.text import Text

ROOT = Path(__file__).parents[2]
READERS = ("pages", "lib/ui", "lib/scenario", "lib/practice")
"""Where words are said."""


class Said(NamedTuple):
    """One call that says a word: which, with which numbers, and where in the code."""

    word: str
    numbers: frozenset[str]
    place: str


@cache
def words() -> dict[str, Text]:
    """Every Text: ``backward.TITLE``, ``panel.PRESET_NAMES[zero]``, ``diagram.TITLES[o][1]``."""
    found: dict[str, Text] = {}
    for module in pkgutil.iter_modules(lib.text.__path__):
        names = vars(importlib.import_module(f"lib.text.{module.name}"))
        for name, value in names.items():
            if name.isupper():
                found |= dict(_inside(f"{module.name}.{name}", value))
    return found


def _inside(name: str, value: Any) -> Iterator[tuple[str, Text]]:
    if isinstance(value, Text):
        yield name, value
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from _inside(f"{name}[{key}]", part)
    elif isinstance(value, tuple | list):
        for key, part in enumerate(value):
            yield from _inside(f"{name}[{key}]", part)


def name_of(word: str) -> str:
    """The constant that a word stands in: ``panel.PRESET_NAMES``."""
    return word.partition("[")[0]


@cache
def uses() -> frozenset[str]:
    """Every constant of lib/text that the code reads, as ``module.NAME``."""
    return frozenset(name for tree in _trees().values() for name, _ in _constants(tree))


@cache
def said() -> tuple[Said, ...]:
    """Every ``say(words.NAME, …)`` and ``words.NAME.say(language, …)``."""
    found = []
    for path, tree in _trees().items():
        constants = {id(node): name for name, node in _constants(tree)}
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call):
                continue
            by_function = node.args and getattr(node.func, "id", "") == "say"
            by_method = getattr(node.func, "attr", "") == "say"
            word: ast.AST | None = None
            if by_function:
                word = node.args[0]
            elif by_method:
                word = getattr(node.func, "value", None)
            name = constants.get(id(word), "")
            spread = any(keyword.arg is None for keyword in node.keywords)
            if name and not spread:
                numbers = frozenset(keyword.arg or "" for keyword in node.keywords)
                found.append(Said(name, numbers, f"{path}:{node.lineno}"))
    return tuple(found)


@cache
def _trees() -> dict[str, ast.Module]:
    paths = [path for room in READERS for path in sorted((ROOT / room).rglob("*.py"))]
    return {
        str(path.relative_to(ROOT)): ast.parse(path.read_text(encoding="utf-8")) for path in paths
    }


def _constants(tree: ast.Module) -> Iterator[tuple[str, ast.AST]]:
    """Each constant of lib/text that is read, with the node that reads it."""
    modules: dict[str, str] = {}  # what a file calls the module
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module == "lib.text":
            modules |= {alias.asname or alias.name: alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("lib.text."):
            module = (node.module or "").removeprefix("lib.text.")
            for alias in node.names:
                yield f"{module}.{alias.name}", alias
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            module = modules.get(node.value.id, "")
            if module:
                yield f"{module}.{node.attr}", node
