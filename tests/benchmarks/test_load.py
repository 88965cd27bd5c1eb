"""The load client sees what is wrong: a server that forgets, one that raises, one that dies."""

from __future__ import annotations

import asyncio
import math
from pathlib import Path

import pytest

from benchmarks.load.learner import Learner
from benchmarks.load.server import Server
from benchmarks.load.tally import Tally, percentile
from tests import loops

SCRIPT = """
import streamlit as st

component = st.components.v2.component("sliders", js="export default function () {}")
state = st.session_state.get("address")
moved = state.get("moves") if state is not None else None
values = moved[-1]["values"] if moved else [0.0] * 30

def sliders(values):
    now = {"revision": 0, "values": values}
    data = [{"key": "panel", "stamp": ["e", 1], "now": now, "whole": True}]
    component(key="panel", data=data)
    component(key="address", data=[{}], on_moves_change=lambda: None)
"""
HONEST = """
def lesson():
    @st.fragment(run_every=0.1)
    def live():
        st.write("a frame")
    live()

pages = [st.Page(lambda: None, url_path="", default=True, title="a"),
         st.Page(lesson, url_path="training")]
page = st.navigation(pages)
sliders(values)
page.run()
"""
FORGETFUL = """
sliders([0.0] * 30)
"""
BROKEN = """
sliders(values)
if moved:
    raise RuntimeError("broken")
"""


def meet(folder: Path, script: str) -> Tally:
    """One learner, some moves, and both pages of an app."""
    path = folder / "app.py"
    path.write_text(SCRIPT + script, "utf-8")
    tally = Tally()

    async def visit(base: str) -> None:
        learner = Learner(base, tally, seed=1)
        assert await learner.arrive(), tally.errors
        assert learner.session
        await learner.work(0.5, every=0.1)
        if "training" in learner.session.screen.pages:
            await learner.turn_page("training")
            async with asyncio.timeout(20):
                while learner.session.frames < 3:  # each asked for by the timer, as a tab would
                    await asyncio.sleep(0.05)
            await learner.turn_page("")
            assert learner.session.screen.timers == {}
        await learner.leave()

    with Server(path) as server:
        loops.run(visit(server.base))
        assert server.cpu_seconds() > 0
        assert server.memory_mib() > 10
    return tally


def test_an_honest_server(tmp_path: Path) -> None:
    tally = meet(tmp_path, HONEST)
    assert not tally.errors
    assert len(tally.seconds["move"]) >= 2


def test_a_server_that_forgets_is_found_out(tmp_path: Path) -> None:
    tally = meet(tmp_path, FORGETFUL)
    assert list(tally.errors) == ["the server shows other numbers than the learner set"]


def test_an_exception_on_the_screen_is_an_error(tmp_path: Path) -> None:
    tally = meet(tmp_path, BROKEN)
    assert tally.errors
    assert all(error.startswith("ScriptError") for error in tally.errors)


def test_nobody_there_is_an_error() -> None:
    tally = Tally()
    assert not loops.run(Learner("http://127.0.0.1:9", tally, seed=0).arrive())
    assert tally.errors.total() == 1


@pytest.mark.parametrize(
    ("share", "wanted"), [(0.5, 5.0), (0.95, 10.0), (0.05, 1.0), (1.0, 10.0), (0.9, 9.0)]
)
def test_percentiles_are_measured_values(share: float, wanted: float) -> None:
    assert percentile([float(number) for number in range(10, 0, -1)], share) == wanted


def test_no_measurement_is_not_a_zero() -> None:
    assert math.isnan(percentile([], 0.95))


def test_the_result_is_flat() -> None:
    tally = Tally()
    for number in range(1, 101):
        tally.note("move", number / 100)
    tally.fail("x")
    assert tally.flat("active") == {
        "active_move_p50_s": 0.5,
        "active_move_p95_s": 0.95,
        "active_move_count": 100,
        "active_errors": 1,
    }
