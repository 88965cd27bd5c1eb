"""What a whole run mounts is what the parts make of the scenario, and of nothing else."""

from __future__ import annotations

import json

import pytest

from lib.ui.follow.snapshot import Snapshot
from lib.ui.frame.pages import PAGES, PARTS
from lib.ui.state import keys
from tests.pages.app import App, ordinary, replace

LIVE = [name for name, page in PAGES.items() if page.parts]
OPENED = ("kernel-1-1", "image-2-1", "dense-2", "alpha", "y_out", "s-0", "o-3")


def shown(app: App) -> dict[str, object]:
    """The data of every part on the page, by its name."""
    return {key: app.component(key) for key in app.keys if key in PARTS}


def made(app: App) -> dict[str, object]:
    """The same, from the scenario alone."""
    now = Snapshot(app.scenario)
    return {key: json.loads(json.dumps(PARTS[key].build(now))) for key in shown(app)}


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("page", LIVE)
def test_a_run_mounts_what_the_parts_make(page: str, language: str) -> None:
    app = App(replace(ordinary(31), language=language, precision=6), page)
    assert shown(app)
    assert shown(app) == made(app)
    app.slide(keys.PANEL, [0.25] * 29 + [0.5])
    assert shown(app) == made(app)


@pytest.mark.parametrize("variable", OPENED)
def test_every_variable_has_its_parts(variable: str) -> None:
    app = App(replace(ordinary(32), variable=variable), "backward")
    assert {"gradients", "headline", "lines", "all"} <= set(shown(app))
    assert shown(app) == made(app)


def test_every_part_is_on_some_page() -> None:
    found: set[str] = set()
    for page in LIVE:
        found |= set(shown(App(ordinary(33), page)))
    app = App(ordinary(33), "backward")
    app.test.segmented_control(key=keys.choice("backward_view")).set_value("picture")
    found |= set(shown(app.run()))
    assert found == set(PARTS)


def test_a_page_without_parts_runs_as_a_whole() -> None:
    for page in ("training", "steps", "compare"):
        app = App(ordinary(35), page)
        assert app.data(keys.PANEL)["whole"] is True
