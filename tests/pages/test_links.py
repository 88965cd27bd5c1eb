"""A link restores every page; one that cannot be read costs nothing but a sentence."""

from __future__ import annotations

from lib.scenario import decode, encode, preset, randomised
from lib.text import sidebar as words
from lib.training import TrainingSetup
from lib.ui.state import keys
from lib.ui.state.session import SEED
from tests.pages.app import PAGES, App, ordinary, replace

FULL = replace(
    ordinary(9),
    language="zh",
    precision=6,
    variable="image-1-2",
    look="code",
    operations_done=5,
    probe_output=0.3,
    probe_x=-2.5,
    probe_alpha=36.0,
    probe_epsilon=-8.0,
    probe_rate=0.7,
)
BAD = [
    "",
    "garbage",
    encode(FULL)[:-1],
    encode(FULL) + "A",
    "<script>alert(1)</script>",
    "A" * 5000,
]


def test_reload_on_any_page_shows_the_same_again() -> None:
    app = App(FULL)
    for page in PAGES:
        app.open(page)
        link = app.component(keys.ADDRESS)["link"]
        assert decode(link) == FULL
        again = App(page=page, link=link)
        assert again.markdown == app.markdown
        assert again.metrics == app.metrics


def test_a_bad_link_says_one_sentence_and_loses_nothing() -> None:
    app = App(FULL, "backward")
    for bad in BAD:
        app.link(bad)
        assert app.warnings == [words.BAD_LINK.zh]
        assert app.scenario == FULL
        assert decode(app.component(keys.ADDRESS)["link"]) == FULL
        everything = "\n".join((*app.markdown, *app.warnings))
        assert not bad or bad not in everything


def test_a_first_visit_with_a_bad_link_starts_with_the_notes() -> None:
    app = App(link="garbage")
    assert app.warnings == [words.BAD_LINK.en]
    assert app.scenario == preset("notes")


def test_the_sentence_goes_when_the_address_is_good_again() -> None:
    app = App(FULL)
    app.link("garbage")
    assert app.warnings
    app.run()
    assert app.warnings, "nothing has changed yet"
    # what the page writes into the address bar itself
    app.link(app.component(keys.ADDRESS)["link"])
    assert not app.warnings
    app.link("garbage")
    app.link(encode(ordinary(2)))
    assert not app.warnings
    assert app.scenario == ordinary(2)


def test_a_link_from_outside_is_taken_once_and_moves_the_sliders() -> None:
    app = App(FULL)
    other = ordinary(1)
    before = app.component(keys.PANEL)["revision"]
    app.link(encode(other))
    assert app.scenario == other
    assert app.component(keys.PANEL)["revision"] == before + 1
    row = [0.5] * 30
    app.slide(keys.PANEL, row)  # the address bar still holds the link from outside
    assert list(app.scenario.numbers) == row


def test_the_tabs_own_older_link_is_not_taken_again() -> None:
    """The address bar lags behind a hand: it must not pull the sliders back."""
    app = App()
    old = app.component(keys.ADDRESS)["link"]
    app.slide(keys.PANEL, [0.25] * 30)
    app.link(old)
    assert app.scenario.numbers == (0.25,) * 30


def test_the_first_request_to_a_fresh_server_gets_the_whole_app_on_any_page() -> None:
    """Streamlit then runs the page's file alone: the page must find its way back to app.py."""
    for page in PAGES:
        app = App(FULL, fresh_server=True).open(page)
        assert app.scenario == FULL
        assert app.header == App(FULL, page).header
        assert app.component(keys.PANEL)["values"] == list(FULL.numbers)


IMPOSSIBLE = (
    TrainingSetup(size=1),
    TrainingSetup(batch_size=2000),
    TrainingSetup(data="bars", size=10, batch_size=9),
)


def test_a_run_that_cannot_be_made_is_a_bad_link() -> None:
    app = App(FULL)
    for page in ("training", "backward"):
        app.open(page)
        for training in IMPOSSIBLE:
            app.link(encode(replace(FULL, training=training)))
            assert app.warnings == [words.BAD_LINK.zh]
            assert app.scenario == FULL


def test_a_seed_in_the_address_draws_the_numbers_once() -> None:
    for link in (None, encode(FULL)):
        app = App(link=link, seed="4711")
        start = FULL if link else preset("notes")
        assert app.scenario == randomised(start, 4711)
        app.slide(keys.PANEL, [0.25] * 30)  # the address bar may still hold the seed
        assert app.scenario.numbers == (0.25,) * 30
        app.test.query_params[SEED] = "12"
        assert app.run().scenario == replace(randomised(start, 12), name="")


def test_what_is_no_seed_is_a_bad_link() -> None:
    for bad in ("", "-1", "1000000", "1.0", "٣", "7 ", "0x7", "9" * 5000):
        app = App(FULL)
        app.test.query_params[SEED] = bad
        app.run()
        assert app.warnings == [words.BAD_LINK.zh], bad
        assert app.scenario == FULL
