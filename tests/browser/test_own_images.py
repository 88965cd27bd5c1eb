"""Files as people bring them, chosen one after another on one page, and the preview read back."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from lib.text import images_file as words
from lib.text import training_views
from lib.ui.state import keys
from tests.browser.conftest import Visit
from tests.browser.layout import cut_off, too_wide
from tests.browser.screen import Screen
from tests.browser.server import Server

NAMES = "label," + ",".join(f"pixel{k}" for k in range(16))
ROWS = "1,0,0,0,0,0,0,0,0,0,0,0,0,1,1,1,1\n0,0,1,0,0,0,1,0,0,0,1,0,0,0,1,0,0\n"
BELOW, LEFT = [0.0] * 12 + [1.0] * 4, [0.0, 1.0, 0.0, 0.0] * 4
HOSTILE = "**a** $x$ :red[b] <b>c</b>"
PIXELS = """root => [...root.querySelectorAll("canvas")].map((canvas) =>
  Array.from({length: 16}, (_, n) =>
    canvas.getContext("2d").getImageData(n % 4, Math.floor(n / 4), 1, 1).data[3] / 255))"""


def choose(screen: Screen, content: bytes, name: str = "images.csv") -> None:
    """Choose a file, as a hand would in the window that opens."""
    box = screen.page.get_by_test_id("stMain").get_by_test_id("stFileUploader")
    with screen.run():
        box.locator("input[type=file]").set_input_files(
            {"name": name, "mimeType": "text/csv", "buffer": content}
        )


def lines(screen: Screen) -> list[list[str]]:
    """What stands under each picture of the preview."""
    shown = screen.page.locator(f".st-key-{keys.OWN_FILE_PREVIEW} .thumbnail")
    return [re.split(r"\s*\n\s*", text.strip()) for text in shown.all_inner_texts()]


def pictures(screen: Screen) -> list[list[float]]:
    root = screen.page.locator(f".st-key-{keys.OWN_FILE_PREVIEW} .thumbnails")
    found: list[list[float]] = root.evaluate(PIXELS)
    return found


def press(screen: Screen, label: str) -> None:
    with screen.run():
        screen.page.locator(f".st-key-{keys.OWN_FILE_PREVIEW}").get_by_role(
            "button", name=label
        ).click()


def test_files_are_shown_as_they_would_be_taken(server: Server, visit: Visit) -> None:
    screen = visit(server, "training")
    main = screen.page.get_by_test_id("stMain")
    main.get_by_text(training_views.OWN_TITLE.en).click()
    preview = screen.page.locator(f".st-key-{keys.OWN_FILE_PREVIEW}")

    # the layout of most published sets
    choose(screen, f"{NAMES}\n{ROWS}".encode())
    assert pictures(screen) == [BELOW, LEFT]
    assert lines(screen) == [["1", "yy = 1"], ["0", "yy = 0"]]
    expect(
        preview.get_by_text(words.PREVIEW_COUNTS.say("en", count=2, zeros=1, ones=1))
    ).to_be_visible()
    assert screen.page.get_by_text(training_views.OWN_COUNT.say("en", zeros=0, ones=0)).count() == 1
    press(screen, words.DISCARD.en)
    expect(preview).to_have_count(0)

    # a bad cell: where, and nothing to take
    choose(screen, f"{NAMES}\n{ROWS}".replace("1,0,0", "1,x,0", 1).encode())
    expect(main.get_by_text("Line 2, column 2:")).to_be_visible()
    expect(preview).to_have_count(0)

    # semicolons with a decimal comma, names that are no markup, no header: nothing is a question
    first = ";".join([HOSTILE, *["0"] * 12, "0,5", "1", "1", "1"])
    second = ";".join(["other", *["0", "1", "0", "0"] * 4])
    choose(screen, f"{second}\n{first}\n".encode())
    assert pictures(screen)[0] == LEFT
    assert pictures(screen)[1][12] == pytest.approx(0.5, abs=0.01)
    assert lines(screen) == [["other", "yy = 1"], ["**a** $x$…", "yy = 0"]]
    named = preview.get_by_test_id("stSelectbox").first
    assert named.locator("input").input_value() == HOSTILE
    named.locator("input").click()
    expect(screen.page.get_by_role("option", name=HOSTILE, exact=True)).to_be_visible()
    screen.page.keyboard.press("Escape")
    press(screen, words.DISCARD.en)

    # a Chinese header in GBK
    header = "标签," + ",".join(f"像素{k}" for k in range(16))
    choose(screen, f"{header}\n{ROWS}".encode("gbk"))
    assert pictures(screen) == [BELOW, LEFT]
    expect(preview.get_by_text("Column 1: 标签").first).to_be_visible()
    assert cut_off(screen.page) == []
    assert too_wide(screen.page) == []
    press(screen, words.TAKE.say("en", count=2))
    expect(main.get_by_text(training_views.UPLOADED.say("en", count=2))).to_be_visible()
    assert screen.page.get_by_text(training_views.OWN_COUNT.say("en", zeros=1, ones=1)).count() == 1
