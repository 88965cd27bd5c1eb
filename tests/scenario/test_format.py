"""docs/format.md says what is read: every key, what it has to be, its default, and examples."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from lib.scenario import (
    Comparison,
    Network,
    OwnImages,
    Practice,
    Scenario,
    TrainingPage,
    decode,
    encode,
    read_file,
)
from lib.scenario.network import ARCHITECTURE
from lib.scenario.record import Record, kinds_of
from lib.scenario.value import GIVEN, TRAINING

DOC = (Path(__file__).parents[2] / "docs" / "format.md").read_text("utf-8")
EXAMPLES = re.findall(r"```json\n(.*?)```", DOC, re.DOTALL)
RECORDS = (
    (kinds_of(Scenario), Scenario()),
    (kinds_of(Network), Network()),
    (ARCHITECTURE.kinds, ARCHITECTURE.defaults),
    (TRAINING.kinds, TRAINING.defaults),
    (GIVEN.kinds, GIVEN.defaults),
    (kinds_of(TrainingPage), TrainingPage()),
    (kinds_of(Comparison), Comparison()),
    (kinds_of(Practice), Practice()),
    (kinds_of(OwnImages), OwnImages()),
)


def rows() -> list[str]:
    """How the tables begin their rows."""
    found = []
    for kinds, defaults in RECORDS:
        for name, kind in kinds.items():
            default = f"`{json.dumps(kind.write(getattr(defaults, name)))}`"
            if isinstance(kind, Record):
                default = "all at its default"
            found.append(f"| `{name}` | {kind.wanted.en} | {default} |")
    return found


@pytest.mark.parametrize("row", rows(), ids=lambda row: row.split("`")[1])
def test_every_key_is_in_the_tables(row: str) -> None:
    """A new field is a new row. A default that was there before never changes: see value.py."""
    assert f"\n{row} " in DOC


def test_the_tables_hold_nothing_else() -> None:
    assert len(re.findall(r"^\| `", DOC, re.MULTILINE)) == len(rows())


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_examples_are_files(example: str) -> None:
    said: dict[str, Any] = json.loads(example)
    scenario = read_file(example.encode()).scenario
    assert decode(encode(scenario)) == scenario
    row = said.get("image") or said["kernel"]
    flat = tuple(number for cells in row for number in cells)
    assert flat in (scenario.image, scenario.kernel)
    assert scenario.name == said.get("name", "")
    assert scenario.training.optimiser == said.get("training", {}).get("optimiser", "descent")


def test_there_are_examples() -> None:
    assert len(EXAMPLES) == 2
    assert json.loads(EXAMPLES[0]).keys() == {"version", "kernel"}
