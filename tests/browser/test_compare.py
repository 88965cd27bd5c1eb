"""Many runs at once in a real browser: the same panels all the way, pins by hand and by key."""

from __future__ import annotations

import csv

import numpy as np
import pytest
from playwright.sync_api import Locator, expect

from lib.derivation import computed_number
from lib.scenario import Comparison, decode, preset
from lib.text import compare as words
from lib.text import training as common
from lib.training import Results, Sweep, sweep_setups
from tests.browser import reading
from tests.browser.browsers import NARROW, WIDE
from tests.browser.conftest import Visit
from tests.browser.layout import cut_off, too_wide
from tests.browser.screen import Screen
from tests.browser.server import Server

WATCH_PANELS = """() => {
  window.mounted = 0;
  const count = (changes) => {
    for (const { addedNodes } of changes) {
      for (const node of addedNodes) {
        if (node.nodeType === 1 && node.matches(".panel, .map")) window.mounted += 1;
      }
    }
  };
  for (const name of [".panels", ".result_maps"]) {
    const seek = (root) => {
      for (const node of root.querySelectorAll("*")) {
        if (node.matches(name)) return node;
        const found = node.shadowRoot && seek(node.shadowRoot);
        if (found) return found;
      }
      return null;
    };
    new MutationObserver(count).observe(seek(document), { childList: true, subtree: true });
  }
}"""
FIRST = Comparison()


def truth() -> tuple[Sweep, Results]:
    """The runs that the page's first choices stand for."""
    base = preset("notes").training
    sweep = Sweep(
        sweep_setups(
            base,
            optimisers=FIRST.optimisers,
            learning_rates=FIRST.learning_rates,
            initial_seeds=range(FIRST.seed_count),
        )
    )
    sweep.advance(FIRST.steps)
    return sweep, sweep.results()


def cell(screen: Screen, run: int) -> Locator:
    return screen.page.locator(f'.cell[data-key="{run}"]')


def start(screen: Screen) -> None:
    screen.page.get_by_role("button", name=words.START.say("en", runs=48)).click()


@pytest.fixture
def compare(server: Server, visit: Visit) -> Screen:
    return visit(server, "compare")


def test_all_runs_are_trained_on_the_same_panels(compare: Screen) -> None:
    start(compare)
    compare.page.locator(".panels .panel").first.wait_for()
    compare.page.locator(".result_maps .cell").first.wait_for()
    compare.page.evaluate(WATCH_PANELS)
    compare.page.get_by_test_id("stDataFrame").wait_for(timeout=60_000)
    compare.rest()
    assert compare.page.evaluate("window.mounted") == 0
    sweep, results = truth()
    shown = compare.page.locator(".result_maps .cell").evaluate_all(
        "cells => cells.map((c) => [Number(c.dataset.key), c.textContent])"
    )
    assert len(shown) == 48
    for run, text in shown:
        assert text == computed_number(float(results.train_loss[run]), 3)
    assert compare.page.locator(".panels .panel").count() == len(FIRST.learning_rates)
    assert compare.page.locator(".panels svg path:not(.level)").count() == 48
    assert_the_pointer_tells_a_point(compare, sweep)
    for size in (NARROW, WIDE):
        compare.page.set_viewport_size(size)
        # the table takes the window's new width by and by
        compare.until(lambda: not too_wide(compare.page), f"results in {size['width']} pixels")
        assert cut_off(compare.page) == []


def assert_the_pointer_tells_a_point(screen: Screen, sweep: Sweep) -> None:
    """The pointer at the end of the first panel tells the nearest point of a curve."""
    plot = screen.page.locator(".small_multiples .plot svg").first
    plot.scroll_into_view_if_needed()
    box = plot.bounding_box()
    assert box is not None
    screen.page.mouse.move(box["x"] + box["width"] - 2, box["y"] + box["height"] / 2)
    told = screen.page.locator(".small_multiples .told")
    expect(told).to_contain_text("L = ")
    said = told.inner_text().split(" · ")
    step, loss = int(said[2].split()[-1]), float(said[3].removeprefix("L = "))
    assert step <= sweep.step
    curves = [sweep.batch_loss[step, k] for k in range(len(sweep.setups))]
    assert any(float(f"{value:.4g}") == loss for value in curves)
    screen.page.mouse.move(5, 5)
    expect(told).to_have_text(" ")


def test_stop_holds_and_go_on_goes_on(compare: Screen) -> None:
    box = compare.page.get_by_test_id("stMain").get_by_label(words.STEPS.en)
    box.fill("5000")
    compare.press(box, "Enter")
    start(compare)
    compare.page.locator(".panels .panel").first.wait_for()
    compare.page.get_by_role("button", name=words.STOP.en).click()
    more = compare.page.get_by_role("button", name=words.GO_ON.say("en", steps=5000))
    expect(more).to_be_enabled()
    compare.rest()


def test_what_is_done_with_runs_that_are_trained(
    compare: Screen, server: Server, visit: Visit
) -> None:
    """Two are pinned, by hand and by key; the link shows them elsewhere; all are downloaded; one
    goes to Training."""
    start(compare)
    compare.page.get_by_test_id("stDataFrame").wait_for(timeout=60_000)
    compare.rest()
    sweep, results = truth()
    with compare.run():
        cell(compare, 5).click()
    with compare.run():
        cell(compare, 0).focus()
        for key in ("ArrowUp", "ArrowDown", "ArrowDown", "ArrowRight"):  # up leads nowhere
            compare.page.keyboard.press(key)
        compare.page.keyboard.press("Enter")
    seeds = FIRST.seed_count
    expect(cell(compare, 5)).to_have_attribute("data-pin", "A")
    expect(cell(compare, 2 * seeds + 1)).to_have_attribute("data-pin", "B")
    shown = reading.metrics(compare.page)
    loss = computed_number(float(results.train_loss[5]), 3)
    assert shown[f"A: {common.TRAIN_LOSS.en}"] == loss
    compare.until(lambda: decode(compare.link).comparison.run_b is not None, "both in the link")
    other = visit(server, compare.page.url)
    other.page.get_by_test_id("stDataFrame").wait_for(timeout=60_000)
    other.rest()
    assert reading.everything(other.page) == reading.everything(compare.page)
    expect(cell(other, 5)).to_have_attribute("data-pin", "A")
    expect(cell(other, 2 * seeds + 1)).to_have_attribute("data-pin", "B")

    with compare.page.expect_download() as waiting:
        compare.page.get_by_role("button", name=words.DOWNLOAD.en).click()
    path = waiting.value.path()
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 48
    assert float(rows[0]["train_loss"]) == results.train_loss.min()
    assert all(np.isfinite(float(row["train_loss"])) for row in rows if row["diverged"] == "False")

    with compare.run():
        compare.page.get_by_role("button", name=words.TRAIN_THIS.say("en", letter="A")).click()
    compare.until(lambda: compare.path == "training", "the training page")
    compare.until(lambda: compare.link != "", "a link in the address bar")
    compare.rest()
    pinned = sweep.setups[5]
    setup = decode(compare.link).training
    for name in ("optimiser", "learning_rate", "initial_seed"):
        assert getattr(setup, name) == getattr(pinned, name)
