"""Each download of the app, clicked in a browser and read back from the disk."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
from playwright.sync_api import expect

from lib.derivation import plain_number
from lib.network.places import weights_of
from lib.practice import class_sheets
from lib.scenario import decode, encode, preset, randomised
from lib.scenario.file import read_file
from lib.text import images_file, looks, sheets, training, training_views
from lib.text import sidebar as words
from tests.browser import reading, test_compare
from tests.browser.conftest import Visit
from tests.browser.presets import choose_preset
from tests.browser.screen import Screen
from tests.browser.server import Server
from tests.browser.training_page import linked, play_until, run_of

ROOT = Path(__file__).parents[2]
SEEN = randomised(preset("notes"), 4711)


def delivered(screen: Screen, name: str) -> tuple[str, bytes]:
    """The name and the content of the file that a click on that button brings."""
    button = screen.page.get_by_test_id("stDownloadButton").get_by_role("button", name=name)
    with screen.page.expect_download(timeout=60_000) as told:
        button.click()
    download = told.value
    assert download.failure() is None
    return download.suggested_filename, Path(download.path()).read_bytes()


def test_the_saved_file_holds_the_numbers_on_the_screen(server: Server, visit: Visit) -> None:
    screen = visit(server, f"?s={encode(SEEN)}")
    screen.press(screen.slider("w 11"), "ArrowRight")
    screen.sidebar.get_by_role("button", name=words.FILE.en).click()
    name, content = delivered(screen, words.SAVE.en)
    assert name.endswith(".json")
    saved = read_file(content)
    assert list(saved.scenario.numbers) == reading.slider_numbers(screen.page)
    assert saved.scenario.numbers != SEEN.numbers
    assert saved.own_images is None


def thumbnails(screen: Screen) -> list[str]:
    """What the pictures of the learner's own images show, the pixels of each."""
    found: list[str] = screen.page.locator(".thumbnails .thumbnail").evaluate_all(
        "all => all.map((one) => `${one.title} ${one.querySelector('canvas').toDataURL()}`)"
    )
    return found


def test_own_images_go_by_the_file_and_the_link_says_that_they_do_not(
    server: Server, visit: Visit, tmp_path: Path
) -> None:
    screen = visit(server, "training")
    expander = screen.page.get_by_text(training_views.OWN_TITLE.en)
    expander.click()
    draw = np.random.default_rng(1)
    rows = [[*map(str, draw.random(16).round(2)), str(k % 2)] for k in range(4)]
    table = tmp_path / "images.csv"
    table.write_text("\n".join(",".join(row) for row in rows), encoding="utf-8")
    with screen.run():
        screen.page.get_by_test_id("stMain").locator("input[type=file]").set_input_files(table)
    with screen.run():
        screen.page.get_by_role("button", name=images_file.TAKE.say("en", count=4)).click()
    screen.until(lambda: decode(screen.link).training.data == "own", "a run on own images")
    shown = thumbnails(screen)
    screen.sidebar.get_by_role("button", name=words.FILE.en).click()
    _, content = delivered(screen, words.SAVE.en)
    file = tmp_path / "saved.json"
    file.write_bytes(content)

    other = visit(server, screen.page.url)
    expect(other.page.get_by_text(training.IMAGES_MISSING.en)).to_be_visible()
    other.sidebar.get_by_role("button", name=words.FILE.en).click()
    with other.run():
        other.page.locator("[data-testid=stPopoverBody] input[type=file]").set_input_files(file)
    expect(other.page.get_by_text(training.IMAGES_MISSING.en)).to_have_count(0)
    other.rest()
    assert thumbnails(other) == shown
    assert len(shown) >= 4


def test_the_latex_source_and_the_curves_come_as_files(server: Server, visit: Visit) -> None:
    printed = replace(SEEN, look="print", variable="image-2-1")
    screen = visit(server, f"backward?s={encode(printed)}")
    name, content = delivered(screen, looks.DOWNLOAD.en)
    source = content.decode("utf-8")
    assert name.endswith(".tex")
    assert source.rstrip().endswith(r"\end{document}")
    assert r"\partial a_{21}" in source
    screen.go(f"training?s={encode(replace(SEEN, step=40))}")
    _, content = delivered(screen, training_views.DOWNLOAD_SVG.en)
    root = ElementTree.fromstring(content)
    assert root.tag.endswith("svg")
    assert len(root.findall(".//{*}path")) > 4


def test_a_composed_network_learns_and_every_step_comes_as_csv(
    server: Server, visit: Visit
) -> None:
    screen = visit(server, "compose")
    choose_preset(screen, "softmax")
    net = preset("softmax").architecture
    screen.follow_link(training.IN_MENU.en)
    before = reading.metrics(screen.page)[training.TRAIN_LOSS.en]
    play_until(screen, 10)
    run = run_of(linked(screen))
    assert run.setup.architecture == net
    shown = reading.metrics(screen.page)[training.TRAIN_LOSS.en]
    assert before != shown == plain_number(float(run.history.train_loss[-1]), 3)
    _, content = delivered(screen, training_views.DOWNLOAD.en)
    rows = list(csv.DictReader(content.decode("utf-8").splitlines()))
    assert [float(row["train_loss"]) for row in rows] == run.history.train_loss.tolist()
    last = [float(rows[-1][variable.key]) for variable in weights_of(net)]
    assert last == run.weights.tolist()


def test_the_sheets_of_a_class_come_for_moodle(server: Server, visit: Visit) -> None:
    screen = visit(server, "sheets")
    name, content = delivered(screen, sheets.DOWNLOAD.en)
    assert name == "red-fox-questions.tex"
    assert b"red-fox.30" in content
    choices = screen.page.get_by_test_id("stMain").get_by_test_id("stSelectbox")
    choices.locator("input").click()
    with screen.run():
        screen.page.get_by_role("option", name=sheets.FORMAT_NAMES["moodle"].en).click()
    name, content = delivered(screen, sheets.DOWNLOAD.en)
    assert name == "red-fox-moodle.xml"
    asked = ElementTree.fromstring(content).findall("question[@type='numerical']")
    assert len(asked) == sum(len(sheet.questions) for sheet in class_sheets("red-fox", 30))


def test_no_download_is_missing_here() -> None:
    """One function draws every button that gives a file; each place that calls it has its test."""
    places = [
        path.relative_to(ROOT).as_posix()
        for path in (*ROOT.glob("lib/ui/**/*.py"), *ROOT.glob("pages/*.py"))
        for _ in re.finditer(r"\bdownload\.draw\(", path.read_text(encoding="utf-8"))
    ]
    alone = [
        path.name
        for path in (*ROOT.glob("lib/**/*.py"), *ROOT.glob("pages/*.py"))
        if "st.download_button" in path.read_text(encoding="utf-8")
    ]
    tests: list[Callable[..., None]] = [
        test_the_saved_file_holds_the_numbers_on_the_screen,
        test_the_latex_source_and_the_curves_come_as_files,
        test_a_composed_network_learns_and_every_step_comes_as_csv,
        test_the_latex_source_and_the_curves_come_as_files,
        test_compare.test_what_is_done_with_runs_that_are_trained,
        test_the_sheets_of_a_class_come_for_moodle,
    ]
    assert len(places) == len(tests), places
    assert alone == ["download.py"]
