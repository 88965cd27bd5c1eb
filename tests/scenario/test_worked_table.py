"""docs/worked-examples.md says what the examples are: each row is made from the example itself."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from lib.scenario.worked import WORKED, Published
from lib.text import worked as words
from lib.ui.components.description import describe

PAGE = Path(__file__).parents[2] / "docs" / "worked-examples.md"


def told(one: Published, state: Any) -> tuple[str, str, str]:
    """What the numbers are of, the numbers of the source, ours rounded as it rounds."""
    names = {"alpha": "α", "y_out": "y", "loss": "L", "pooled": "p", "kernel": "w", "image": "a"}
    names |= {"kernel_bias": "b", "dense": "w (dense)"}
    name = names.get(one.place, one.place)
    index = ", ".join(map(str, one.above))
    name = f"∂L/∂{name}" if one.is_gradient else name
    name = f"{name} [{index}]" if index else name
    name = f"½ {name}" if one.loss_halved else name
    here = "; ".join(
        " ".join(f"{number + 0.0:.{one.digits}f}" for number in row) for row in one.here(state)
    )
    return name, one.text, here


def row(name: Any) -> str:
    example = WORKED[name]
    state = example.scenario.state()
    told_of = [told(one, state) for one in example.published]
    published = "<br>".join(f"{what}: {text}" for what, text, _ in told_of)
    here = "<br>".join(number for _, _, number in told_of)
    needs = describe(example.scenario.architecture, "en")
    return f"| {words.NAMES[name].en} | {example.source} | {needs} | {published} | {here} |"


@pytest.mark.parametrize("name", WORKED)
def test_the_table_has_the_row_of_the_example(name: Any) -> None:
    assert row(name) in PAGE.read_text(encoding="utf-8").splitlines(), row(name)


def test_the_table_has_no_other_row() -> None:
    rows = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if line[:2] == "| "]
    assert len(rows) == len(WORKED) + 2  # the head, and the line under it
