"""Every page stands, nothing cut off, and axe-core finds nothing: WCAG 2.2 A and AA, best practice.

``make test`` sees every view once, in one of the eight combinations of language, colours and size;
``make axe`` sees every view in each of them. Formulas are nine tenths of what axe has to walk
through: ``make test`` looks into those of some views, and at all that stands around the others.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import product
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, ViewportSize

from lib.derivation.steps import walk
from lib.scenario import LOOKS, Practice, encode, preset
from lib.text import LANGUAGES, Language, Text, looks, training_views
from lib.text import sidebar as sidebar_words
from lib.ui.frame.pages import PAGES
from tests.browser.browsers import WIDE, Browsers
from tests.browser.layout import cut_off, too_wide
from tests.browser.screen import Screen

Scheme = Literal["light", "dark"]
Look = tuple[Language, Scheme, str]
Do = Callable[[Screen, Language], None]

LOCALES: dict[Language, str] = {"en": "en-GB", "zh": "zh-CN"}
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
SIZES: dict[str, ViewportSize] = {"wide": WIDE, "narrow": {"width": 390, "height": 844}}
LOOKS_OF_ALL: list[Look] = list(product(LANGUAGES, SCHEMES, SIZES))
OPTIONS: dict[str, Any] = {
    "runOnly": [
        *("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"),
        "best-practice",
    ],
    # axe still calls it experimental: a voice asks for a button by what it shows
    "rules": {"label-content-name-mismatch": {"enabled": True}},
    "resultTypes": ["violations"],
    "preload": False,  # of style sheets, for rules about turned screens that are not asked for
}
STREAMLITS = {
    # the menu on a phone: its sections are div elements in one list, whatever the menu holds
    ("list", "stSidebarNavItems"),
    ("listitem", "stSidebarNavItems"),
    # the field for a file gives its own region a role that it then contradicts
    ("presentation-role-conflict", "stFileUploaderDropzone"),
    # where a table of data opens its editors, empty until then, it stands beside the page's <main>
    ("region", "stFloatingOverlayPortal"),
}
"""Rules broken by markup that neither theme nor style can change: the rule, and whose it is."""
NOTES = preset("notes")
ANSWERED = Practice(seed=0, variable="dense-3", answer="0.5", hints=4)
COMPOSED = {"network": preset("hidden_layer").network, "variable": "kernel-0-0-0"}
POOLED = {"network": preset("max_pool").network}
WITHOUT_FORMULAS = """() => {
  for (const formula of document.querySelectorAll(".katex")) formula.textContent = "x";
}"""
OPERATIONS = len(walk(NOTES.state(), NOTES.probe_rate).steps)


def nothing(_: Screen, __: Language) -> None:
    """The page as it opens."""


def choose(text: Text) -> Do:
    """A choice of the page."""

    def do(screen: Screen, language: Language) -> None:
        main = screen.page.get_by_test_id("stMain")
        choice = main.get_by_role("radio", name=text.say(language), exact=True)
        if choice.get_attribute("aria-checked") != "true":
            with screen.run():
                choice.click()

    return do


def paint(screen: Screen, _: Language) -> None:
    """The easel, and an image that was added with it."""
    screen.page.get_by_test_id("stMain").get_by_test_id("stExpander").locator("summary").click()
    with screen.run():
        screen.page.locator(".side .row button").first.click()


def train_all(screen: Screen, _: Language) -> None:
    """Every run of Compare, to its end."""
    screen.page.get_by_test_id("stBaseButton-primary").click()
    screen.page.get_by_test_id("stDataFrame").wait_for()
    screen.rest()


def open_file(screen: Screen, language: Language) -> None:
    """The small window that saves and opens."""
    opener = screen.page.get_by_test_id("stExpandSidebarButton")
    if opener.is_visible():
        opener.click()
    screen.sidebar.get_by_role("button", name=sidebar_words.FILE.say(language)).click()
    screen.page.get_by_test_id("stPopoverBody").wait_for()


VIEWS: dict[str, tuple[str, dict[str, Any], Do]] = {
    **{name: (name, {}, nothing) for name in PAGES if name not in ("backward", "training")},
    **{f"backward-{look}": ("backward", {"look": look}, nothing) for look in LOOKS},
    "backward-picture": ("backward", {}, choose(looks.PICTURE)),
    "steps-half": ("steps", {"operations_done": OPERATIONS // 2}, nothing),
    "steps-end": ("steps", {"operations_done": OPERATIONS}, nothing),
    **{
        f"training-{name}": ("training", {"step": 20}, choose(title))
        for name, title in training_views.VIEWS.items()
    },
    **{
        f"settings-{name}": ("training", {}, choose(title))
        for name, title in training_views.CONTROL_NAMES.items()
        if name != "data"
    },
    "training-own": ("training", {}, paint),
    "compare-trained": ("compare", {}, train_all),
    "practise-answered": ("practise", {"practice": ANSWERED}, nothing),
    "practise-lines": ("practise", {"practice": replace(ANSWERED, by_line=True)}, nothing),
    "predict": ("backward", {"predict": True}, nothing),
    "file": ("sigmoid", {}, open_file),
    "compose-example": ("compose", COMPOSED, nothing),
    "backward-composed": ("backward", COMPOSED, nothing),
    "forward-composed": ("forward", POOLED, nothing),
    "steps-composed": ("steps", POOLED | {"operations_done": 20}, nothing),
    "practise-composed": ("practise", COMPOSED | {"practice": Practice(own=True)}, nothing),
    "training-composed": ("training", COMPOSED | {"step": 20}, nothing),
    "bug-found": ("find_the_bug", {"practice": Practice(bug_in_code=True, bug_steps=4)}, nothing),
    "lecture": ("forward", {"lecture": True}, nothing),
}
"""Every page with each look, tab and view: the page, what its link says, what is done there."""

EVERY_LOOK = bool(os.environ.get("EVERY_LOOK"))
WITH_FORMULAS = {
    "cross_entropy",
    "forward",
    "notes",
    "print",
    "backward-factors",
    "backward-composed",
}
CASES = [
    (name, look)
    for place, name in enumerate(VIEWS)
    for look in (LOOKS_OF_ALL if EVERY_LOOK else [LOOKS_OF_ALL[place % len(LOOKS_OF_ALL)]])
]


@pytest.fixture(scope="module")
def tabs(browsers: Browsers) -> Iterator[Callable[[Look], Screen]]:
    """One tab for each combination, kept for all its views."""
    made: dict[Look, Screen] = {}

    def tab(look: Look) -> Screen:
        language, scheme, size = look
        if look not in made:
            made[look] = browsers.lend(
                locale=LOCALES[language], color_scheme=scheme, viewport=SIZES[size]
            )
            made[look].open()
        return made[look]

    yield tab
    for screen in made.values():
        browsers.take_back(screen)


@pytest.mark.usefixtures("server")
@pytest.mark.parametrize(
    ("name", "look"), CASES, ids=[f"{name}-{'-'.join(look)}" for name, look in CASES]
)
def test_axe_finds_nothing(tabs: Callable[[Look], Screen], name: str, look: Look) -> None:
    page, changed, do = VIEWS[name]
    screen, language = tabs(look), look[0]
    screen.problems.clear()
    path = "" if page == next(iter(PAGES)) else page
    screen.go(f"{path}?s={encode(replace(NOTES, language=language, **changed))}")
    do(screen, language)
    assert is_dark(screen) == (look[1] == "dark")
    assert too_wide(screen.page) == []
    assert cut_off(screen.page) == []
    if not (EVERY_LOOK or name in WITH_FORMULAS):
        screen.page.evaluate(WITHOUT_FORMULAS)
    assert violations(screen.page) == []
    screen.check()


def is_dark(screen: Screen) -> bool:
    """Whether the page's ground is darker than its letters."""
    return bool(
        screen.page.get_by_test_id("stApp").evaluate(
            """(node) => {
              const parts = (colour) => colour.match(/\\d+/g).slice(0, 3).map(Number);
              const light = (colour) => parts(colour).reduce((a, b) => a + b, 0);
              const style = getComputedStyle(node);
              return light(style.backgroundColor) < light(style.color);
            }"""
        )
    )


def violations(page: Page) -> list[str]:
    """What axe finds, one line an element: the rule, the place, the element, why."""
    found: list[dict[str, Any]] = Axe().run(page, options=OPTIONS).response["violations"]
    return [
        f"{rule['id']}: {node['target'][-1]} {node['html'][:150]} {node['failureSummary'][:250]}"
        for rule in found
        for node in rule["nodes"]
        if not any(
            rule["id"] == known and within(page, node["target"][0], owner)
            for known, owner in STREAMLITS
        )
    ]


def within(page: Page, target: str | list[str], owner: str) -> bool:
    """Whether an element is this one of Streamlit's, or stands in it."""
    first = target if isinstance(target, str) else target[0]
    whose = f"[data-testid={owner}], #{owner}"
    return bool(page.locator(first).first.evaluate("(node, whose) => !!node.closest(whose)", whose))
