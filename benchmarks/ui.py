"""How fast a page follows the hand, beside a bare Streamlit page in the same run.

``make bench-ui`` presses an arrow key on a slider in a real browser and reads the time from the key
to the last change of the page: text, tiles, formulas, and strokes on a chart. The pages take turns,
so that a busy moment of the machine hits all of them; only ratios of one run mean anything.
"""

from __future__ import annotations

import json
import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, sync_playwright

from lib.scenario import encode, preset
from scripts import find_browser
from tests.browser.browsers import ARGUMENTS, WIDE
from tests.browser.server import Server

HERE = Path(__file__).parent
RESULT = HERE / "ui.json"
CLOCK = (HERE / "ui_clock.js").read_text("utf-8")
MOVES, WARM_UP = 30, 4
LOADS = 7
TRAINING_SECONDS = 10.0
HEAP_FRAMES, TEN_MINUTES = 600, 6000
"""Frames that the heap is watched for, and those of ten minutes that its growth is scaled to."""
QUIET = 250.0
"""A page that has not changed for this many milliseconds has done what it had to do."""


def open_page(browser: Browser, address: str) -> Page:
    """A new learner's browser on a page, once it stands still."""
    context = browser.new_context(viewport=WIDE, locale="en-US")
    page = context.new_page()
    page.add_init_script(CLOCK)
    page.goto(address)
    page.wait_for_selector("[data-testid=stMain] [data-testid=stMarkdown]")
    stand_still(page)
    return page


def stand_still(page: Page) -> None:
    """Wait for the end of the run and of every change."""
    page.wait_for_function(
        """quiet => document.querySelector("[data-testid=stApp]")?.dataset.testScriptState
          === "notRunning" && performance.now() - uiClock.changed > quiet
          && performance.now() - uiClock.key > quiet""",
        arg=QUIET,
        polling=50,
    )


def sidebar_slider(page: Page) -> Locator:
    """w₀₀ in the sidebar."""
    return page.get_by_test_id("stSidebar").get_by_role("slider", name="w 00", exact=True)


def own_slider(page: Page) -> Locator:
    """The first slider of the page itself."""
    return page.get_by_test_id("stMain").get_by_role("slider").first


SLIDERS: dict[str, Callable[[Page], Locator]] = {
    "backward": sidebar_slider,
    "forward": sidebar_slider,
    "cross_entropy": own_slider,
    "sigmoid": own_slider,
}


def move(page: Page, slider: Locator, key: str) -> float:
    """Milliseconds from the key to the last change it brought."""
    before = page.evaluate("uiClock.changed")
    slider.press(key)
    page.wait_for_function("before => uiClock.changed > before", arg=before, polling=20)
    stand_still(page)
    taken: float = page.evaluate("uiClock.changed - uiClock.key")
    return taken


def measure_moves(browser: Browser, addresses: dict[str, str]) -> dict[str, float]:
    """The median of ``MOVES`` moves for each page; the pages take turns."""
    pages = {name: open_page(browser, address) for name, address in addresses.items()}
    sliders = {name: SLIDERS.get(name, own_slider)(page) for name, page in pages.items()}
    taken: dict[str, list[float]] = {name: [] for name in pages}
    for turn in range(WARM_UP + MOVES):
        for name, page in pages.items():
            page.bring_to_front()
            key = "ArrowRight" if turn % 2 == 0 else "ArrowLeft"
            milliseconds = move(page, sliders[name], key)
            if turn >= WARM_UP:
                taken[name].append(milliseconds)
    for page in pages.values():
        page.context.close()
    return {name: statistics.median(times) for name, times in taken.items()}


def measure_loads(browser: Browser, addresses: dict[str, str]) -> dict[str, float]:
    """The median of ``LOADS`` first visits with an empty cache, in turns."""
    taken: dict[str, list[float]] = {name: [] for name in addresses}
    for _ in range(LOADS):
        for name, address in addresses.items():
            page = open_page(browser, address)
            taken[name].append(page.evaluate("uiClock.changed"))
            page.context.close()
    return {name: statistics.median(times) for name, times in taken.items()}


def measure_training(browser: Browser, address: str) -> float:
    """Frames a second while the run plays."""
    page = open_page(browser, address)
    page.get_by_test_id("stMain").get_by_role("button", name="Play").click()
    page.wait_for_timeout(1500)  # the first frames start everything up
    frames, begun = page.evaluate("uiClock.frames"), time.monotonic()
    page.wait_for_timeout(1000 * TRAINING_SECONDS)
    rate: float = (page.evaluate("uiClock.frames") - frames) / (time.monotonic() - begun)
    page.context.close()
    return rate


def measure_heap(browser: Browser, address: str) -> float:
    """Megabytes that the page's heap grows by in ten minutes of training.

    Measured over a shorter time, scaled by the frames that were drawn. What one frame needs comes
    and goes between two looks, so the least of several looks counts, each after a collection.
    """
    page = open_page(browser, address)
    tools = page.context.new_cdp_session(page)
    tools.send("HeapProfiler.enable")
    page.get_by_test_id("stMain").get_by_role("button", name="Play").click()

    def least(frames: int) -> float:
        looks = []
        for _ in range(10):
            target = page.evaluate("uiClock.frames") + frames / 10
            page.wait_for_function("target => uiClock.frames >= target", arg=target, timeout=0)
            tools.send("HeapProfiler.collectGarbage")
            looks.append(tools.send("Runtime.getHeapUsage")["usedSize"])
        return min(looks) / 1e6

    least(HEAP_FRAMES)  # what the first frames start up stays
    early = least(HEAP_FRAMES)
    late = least(HEAP_FRAMES)
    page.context.close()
    return (late - early) * TEN_MINUTES / HEAP_FRAMES


def endless_training(origin: str) -> str:
    """The address of a run that does not stop by itself."""
    scenario = preset("notes")
    run = replace(scenario, training=replace(scenario.training, stop_steps=0))
    return f"{origin}/training?s={encode(run)}"


def main() -> None:
    path = find_browser.installed()
    if path is None:
        raise SystemExit("No Chromium was found: python scripts/find_browser.py installs one.")
    ours, bare = Server(), Server(HERE / "bare_page.py")
    ours.start()
    bare.start()
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
            moved = measure_moves(
                browser,
                {"bare": bare.origin} | {name: f"{ours.origin}/{name}" for name in SLIDERS},
            )
            loaded = measure_loads(browser, {"bare": bare.origin, "ours": ours.origin})
            rate = measure_training(browser, f"{ours.origin}/training")
            growth = measure_heap(browser, endless_training(ours.origin))
            browser.close()
    finally:
        ours.stop()
        bare.stop()
    result = {f"{name}_over_bare": moved[name] / moved["bare"] for name in SLIDERS}
    result["first_load_over_bare"] = loaded["ours"] / loaded["bare"]
    result["training_fps"] = rate
    result["training_heap_growth_mb"] = growth
    result |= {f"{name}_ms": taken for name, taken in moved.items()}
    result |= {f"{name}_first_load_ms": taken for name, taken in loaded.items()}
    result = {name: round(number, 2) for name, number in result.items()}
    RESULT.write_text(json.dumps(result, indent=2) + "\n", "utf-8")
    for name, number in result.items():
        print(f"{name:28} {number:8.2f}")


if __name__ == "__main__":
    main()
