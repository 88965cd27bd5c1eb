"""Every chart's spec is valid Vega-Lite, holds no data, and asks for fields that its rows have."""

from __future__ import annotations

import importlib
import json
import pkgutil
from collections.abc import Iterator
from typing import Any

import altair as alt
import numpy as np
import pandas as pd
import pytest
import vl_convert
from jsonschema import ValidationError

from lib.training import Run, TrainingSetup
from lib.ui import charts
from lib.ui.charts.errors import long_path_spec, nudge_error_spec, secant_spec
from lib.ui.charts.factors import factors_spec
from lib.ui.charts.landscape import landscape_rows, landscape_spec
from lib.ui.charts.sweep import pair_rows, pair_spec
from lib.ui.charts.training import curve_rows, curve_spec, history_spec

SPECS: dict[str, dict[str, Any]] = {
    "long_path_spec": long_path_spec("α", "error", 230),
    "nudge_error_spec": nudge_error_spec("ε", "error", ("a", "b", "c"), 280),
    "secant_spec": secant_spec("w₀₀", 250),
    "factors_spec": factors_spec("magnitude", 300),
    "curve_spec": curve_spec("step", "loss", ("train", "test"), 270),
    "history_spec": history_spec("step", "weight"),
    "landscape_spec": landscape_spec("x", "y", "loss", ("start", "end"), 400),
    "pair_spec": pair_spec("step", "loss", False, 250),
}


def parts(value: Any) -> Iterator[dict[str, Any]]:
    """Every object inside a spec."""
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from parts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from parts(inner)


def fields(spec: dict[str, Any]) -> set[str]:
    """Every column that a spec asks for."""
    return {part["field"] for part in parts(spec) if isinstance(part.get("field"), str)}


def test_every_chart_of_the_house_is_here() -> None:
    found = set()
    for module in pkgutil.iter_modules(charts.__path__):
        names = vars(importlib.import_module(f"lib.ui.charts.{module.name}"))
        found |= {name for name in names if name.endswith("_spec") and not name.startswith("_")}
    assert found == set(SPECS)


@pytest.mark.parametrize("name", SPECS)
def test_a_spec_is_valid_and_holds_no_data(name: str) -> None:
    spec = SPECS[name]
    chart = alt.Chart.from_dict({**spec, "data": {"name": "rows"}})
    chart.to_dict(validate=True)
    assert not [part for part in parts(spec) if {"data", "datasets"} & set(part)]
    assert json.loads(json.dumps(spec)) == spec
    assert fields(spec)


def test_a_broken_spec_is_noticed() -> None:
    broken = {**SPECS["history_spec"], "data": {"name": "rows"}, "mark": "no such mark"}
    with pytest.raises(ValidationError):
        alt.Chart.from_dict(broken).to_dict(validate=True)


@pytest.mark.parametrize("log", [False, True])
@pytest.mark.parametrize("hover", [False, True])
@pytest.mark.parametrize("top", [None, 1.0])
def test_every_form_of_the_training_curves_is_valid(
    log: bool, hover: bool, top: float | None
) -> None:
    spec = curve_spec("step", "loss", ("train", "test"), 265, top=top, log=log, hover=hover)
    alt.Chart.from_dict({**spec, "data": {"name": "rows"}}).to_dict(validate=True)
    pair = pair_spec("step", "loss", log, 250)
    alt.Chart.from_dict({**pair, "data": {"name": "rows"}}).to_dict(validate=True)


@pytest.mark.parametrize(
    "moving",
    [
        curve_spec("step", "loss", ("train", "test"), 265, hover=False),
        curve_spec("step", "loss", ("train", "test"), 265, log=True, hover=False),
        history_spec("step", "weight"),
    ],
)
def test_a_chart_that_moves_derives_no_rows(moving: dict[str, Any]) -> None:
    """Vega keeps a derived row's origin for ever, ten frames a second."""
    vega = vl_convert.vegalite_to_vega({**moving, "data": {"name": "rows"}})
    transforms = [step["type"] for data in vega["data"] for step in data.get("transform", ())]
    assert set(transforms) <= {"filter"}


def test_a_spec_is_built_once() -> None:
    assert factors_spec("magnitude", 300) is SPECS["factors_spec"]


def test_the_training_rows_keep_both_ends_and_every_peak() -> None:
    run = Run(TrainingSetup(learning_rate=20.0))
    run.advance(900)
    loss = run.history.train_loss
    rows = curve_rows([("train", loss), ("test", run.history.test_loss)])
    assert fields(SPECS["curve_spec"]) <= {*rows.columns, "under"}
    train = rows[rows.kind == "train"]
    assert train.step.iloc[0] == 0
    assert train.step.iloc[-1] == 900
    assert train.step.is_monotonic_increasing
    np.testing.assert_array_equal(train.y, loss[train.step])
    assert train.y.max() == loss.max()
    assert len(train) < 500


def test_a_log_scale_gets_nothing_that_it_cannot_show() -> None:
    values = np.array([1.0, 0.0, 0.5, np.nan, 0.25])
    assert (curve_rows([("train", values)], log=True).y > 0).all()
    both = pair_rows(values, values, log=True)
    assert fields(SPECS["pair_spec"]) <= set(both.columns)
    assert (both.loss > 0).all()
    assert np.isfinite(pair_rows(values, values, log=False).loss).all()


def test_the_landscape_rows_have_what_the_spec_asks_for() -> None:
    x = y = np.linspace(-1.0, 1.0, 9)
    loss = x[None, :] ** 2 + y[:, None] ** 2
    way = np.array([[0.9, 0.9], [0.4, 0.2], [5.0, 5.0], [0.0, 0.0]])
    rows = landscape_rows(x, y, loss, np.arange(4), way, ("start", "end"))
    assert fields(SPECS["landscape_spec"]) <= set(rows.columns)
    assert set(rows.kind) == {"cell", "line", "way", "mark"}
    assert (rows[rows.kind == "cell"].loss > 0).all()
    assert rows[rows.kind == "way"].x.isna().sum() == 1, "outside the map: not drawn"
    assert rows[rows.kind == "mark"].name.tolist() == ["start", "end"]


def test_frames_of_the_same_length_have_the_same_columns() -> None:
    values = np.linspace(1.0, 0.1, 50)
    one, other = curve_rows([("a", values)]), curve_rows([("a", values[:20])])
    assert isinstance(one, pd.DataFrame)
    assert list(one.columns) == list(other.columns)
