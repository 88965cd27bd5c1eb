"""What a whole run mounts is what the parts make of the scenario, and of nothing else."""

from __future__ import annotations

import json

from lib.text import LANGUAGES
from lib.ui.follow.snapshot import Snapshot
from lib.ui.frame.pages import PAGES, PARTS
from lib.ui.state import keys
from tests.pages.app import App, ordinary, replace

LIVE = [name for name, page in PAGES.items() if page.parts]


def shown(app: App) -> dict[str, object]:
    """The data of every part on the page, by its name."""
    mounted = [(key, app.data(key)) for key in app.keys if key in PARTS or key == keys.PANEL]
    beside = {
        data["beside"]["key"]: data["beside"]["now"] for _, data in mounted if "beside" in data
    }
    return {key: data["now"] for key, data in mounted if key in PARTS} | beside


def made(app: App) -> dict[str, object]:
    """The same, from the scenario alone."""
    now = Snapshot(app.scenario)
    return {key: json.loads(json.dumps(PARTS[key].build(now))) for key in shown(app)}


def test_every_part_is_mounted_by_its_page_as_the_slider_left_it() -> None:
    """After a move, too, the page shows what an answer to that move would: nothing of before."""
    found: set[str] = set()
    changed: set[str] = set()
    for place, page in enumerate(LIVE):
        scenario = replace(ordinary(31), language=LANGUAGES[place % 2], precision=6)
        app = App(scenario, page)
        before = shown(app)
        assert before == made(app)
        app.slide(keys.PANEL, [0.25] * 29 + [0.5])
        assert shown(app) == made(app)
        changed |= {page} if shown(app) != before else set()
        found |= set(before)
    assert {"network", "cross_entropy", "forward", "backward"} <= changed
    for page in LIVE:
        if PAGES[page].lecture:
            app = App(replace(ordinary(32), lecture=True), page)
            assert shown(app) == made(app)
            assert keys.LECTURE_NUMBERS in shown(app)
            found |= set(shown(app))
    app = App(ordinary(33), "backward")
    app.test.segmented_control(key=keys.choice("backward_view")).set_value("picture")
    found |= set(shown(app.run()))
    of_any_network = {"any-window", "any-window-formulas"}  # test_any_network.py looks at these
    assert found == set(PARTS) - of_any_network


def test_a_page_without_parts_runs_as_a_whole() -> None:
    for page in ("training", "steps", "compare"):
        app = App(ordinary(35), page)
        assert app.data(keys.PANEL)["whole"] is True
