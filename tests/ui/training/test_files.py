"""What a class takes away: every column is explained, and two lines of a run check an update."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import numpy as np
import pytest

from lib.network import NOTES
from lib.network.places import weights_of
from lib.training import Run, Sweep, TrainingSetup, mean_gradient
from lib.ui.compare.table import sweep_csv, table
from lib.ui.training import run_csv

DOC = (Path(__file__).parents[3] / "docs" / "files.md").read_text("utf-8")


def explained(file: str) -> list[str]:
    """The columns that the document names for a file, in order."""
    (section,) = re.findall(rf"^## {re.escape(file)}\n(.*?)(?=^## |\Z)", DOC, re.M | re.S)
    return re.findall(r"^\| `([^`]+)` \| \S", section, re.M)


KEYS = [variable.key for variable in weights_of(NOTES)]


def read(content: str) -> tuple[list[str], list[dict[str, str]]]:
    reader = csv.DictReader(content.splitlines())
    return list(reader.fieldnames or ()), list(reader)


def test_every_column_of_a_run_is_explained_and_the_weights_are_in_it() -> None:
    run = Run(TrainingSetup(batch_size=16, learning_rate=0.3))
    run.advance(5000)  # more than are written together
    columns, rows = read(run_csv.run_csv(run))
    assert columns == explained("training.csv")
    assert [int(row["step"]) for row in rows] == list(range(5001))
    weights = np.array([[float(row[key]) for key in KEYS] for row in rows])
    np.testing.assert_array_equal(weights, run.path())
    assert [float(row["train_loss"]) for row in rows] == run.history.train_loss.tolist()
    assert rows[-1]["learning_rate"] == rows[-1]["batch_loss"] == ""
    batch = run.at(700).batch
    images, labels = run.dataset.train_images[batch], run.dataset.train_labels[batch]
    _, gradient = mean_gradient(weights[700], images, labels)
    np.testing.assert_allclose((weights[700] - weights[701]) / 0.3, gradient, rtol=0, atol=1e-13)


def test_a_long_run_is_thinned(monkeypatch: pytest.MonkeyPatch) -> None:
    run = Run(TrainingSetup())
    run.advance(9000)
    monkeypatch.setattr(run_csv, "MOST_ROWS", 2000)
    _, rows = read(run_csv.run_csv(run))
    assert [int(row["step"]) for row in rows] == list(range(0, 9001, 5))
    last = run.path(9000, 9000)[0]
    assert [float(rows[-1][key]) for key in KEYS] == last.tolist()


def test_every_column_of_compared_runs_is_explained() -> None:
    setups = [TrainingSetup(l2=0.01, data="bars", initial_seed=seed) for seed in (1, 2)]
    sweep = Sweep(setups)
    sweep.advance(30)
    columns, rows = read(sweep_csv(table(sweep), sweep.step, setups[0]))
    assert columns == explained("sweep.csv")
    assert {row["steps"] for row in rows} == {"30"}
    assert {row["data"] for row in rows} == {"bars"}
    assert {row["l2"] for row in rows} == {"0.01"}
    assert {row["initial_seed"] for row in rows} == {"1", "2"}
