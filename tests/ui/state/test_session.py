"""A tab takes links from outside, knows its own, and keeps everything when one is bad."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings

from lib.network import Architecture
from lib.scenario import (
    Scenario,
    decode,
    encode,
    preset,
    randomised,
    recomposed,
    with_numbers_of,
)
from lib.text import Text
from lib.training import TrainingSetup
from lib.ui.state import history, own_images, session
from lib.ui.state.move import NUMBERS
from tests.scenario.hostile import LINKS
from tests.scenario.strategies import same_bits, scenarios
from tests.ui.conftest import Tab

NOTES = preset("notes")


@pytest.mark.parametrize(("locale", "language"), [("zh-TW", "zh"), ("en-US", "en"), (None, "en")])
def test_a_first_visit_starts_with_the_notes_in_the_browsers_language(
    tab: Tab, locale: str | None, language: str
) -> None:
    tab.context.locale = locale
    tab.run()
    assert session.scenario() == replace(NOTES, language=language)
    assert session.language() == language
    assert session.say(Text("yes", "是")) == {"en": "yes", "zh": "是"}[language]
    assert not session.bad_link()


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(scenario=scenarios())
def test_a_first_link_is_taken_whole_or_not_at_all(tab: Tab, scenario: Scenario) -> None:
    tab.state.clear()
    tab.run(encode(scenario))
    if session.bad_link():  # no run can be made of its set-up
        assert session.scenario() == NOTES
    elif scenario.training.data == "own":
        assert session.scenario().numbers == scenario.numbers
        assert session.scenario().training.data == "digits"
    else:
        assert same_bits(session.scenario(), scenario)


def test_a_link_from_outside_moves_the_sliders_once(tab: Tab) -> None:
    tab.run()
    link = encode(randomised(NOTES, 4))
    tab.run(link)
    assert session.revision(NUMBERS) == 1
    session.apply_move(NUMBERS, [0.5] * 30)
    tab.run()  # the address bar still holds the link
    assert session.scenario().numbers == (0.5,) * 30
    assert session.revision(NUMBERS) == 1


def test_the_tabs_own_links_are_not_taken_however_late_the_address_is(tab: Tab) -> None:
    tab.run()
    written = []
    for k in range(30):
        session.apply_move(NUMBERS, [k / 100] * 30)
        written.append(session.link())
    for link in written:
        tab.run(link)
        assert session.scenario().numbers == (0.29,) * 30


def test_not_more_than_200_links_are_remembered(tab: Tab) -> None:
    tab.run()
    for seed in range(250):
        session.put(randomised(NOTES, seed))
        session.link()
    assert len(tab.state["written_links"]) == 200
    assert session.link() in tab.state["written_links"]


def test_every_malformed_link_keeps_everything(tab: Tab) -> None:
    scenario = replace(randomised(NOTES, 9), language="zh", step=0)
    tab.run(encode(scenario))
    before = dict(tab.state)
    for link in LINKS:
        tab.run(link)
        assert session.bad_link()
        assert session.scenario() is before["scenario"]
    assert {key: tab.state[key] for key in before if key != "bad_link"} == {
        key: value for key, value in before.items() if key != "bad_link"
    }
    tab.run(session.link())
    assert not session.bad_link()


@pytest.mark.parametrize(
    "training",
    [
        TrainingSetup(size=1),
        TrainingSetup(batch_size=2000),
        TrainingSetup(data="bars", size=10, batch_size=9),
    ],
)
def test_a_link_whose_run_cannot_be_made_is_bad(tab: Tab, training: TrainingSetup) -> None:
    tab.run()
    tab.run(encode(replace(NOTES, training=training, label=0.25)))
    assert session.bad_link()
    assert session.scenario() == NOTES


def test_a_link_to_a_run_on_own_images_keeps_its_numbers(tab: Tab) -> None:
    """The images are in no link: without them the numbers come, and the run is one on digits."""
    linked = replace(randomised(NOTES, 2), training=TrainingSetup(data="own"), step=40)
    tab.run(encode(linked))
    assert session.scenario().numbers == linked.numbers
    assert session.scenario().training == TrainingSetup()
    assert session.scenario().step == 0
    assert session.images_missing()
    session.change(language="zh")
    assert session.images_missing()
    tab.run(encode(NOTES))
    assert not session.images_missing()
    own_images.replace(np.zeros((2, 4, 4)), np.array([0.0, 1.0]))
    tab.run(encode(replace(linked, step=41)))
    assert session.scenario() == replace(linked, step=41)
    assert not session.images_missing()


def test_what_a_scenario_refuses_changes_nothing(tab: Tab) -> None:
    tab.run()
    for choices in ({"variable": "loss"}, {"language": None}, {"precision": 4}, {"step": -1}):
        session.change(**choices)
        assert session.scenario() == NOTES


def test_a_refused_move_puts_the_sliders_back(tab: Tab) -> None:
    tab.run()
    for count, numbers in enumerate(([2000.0] * 30, [0.0] * 29, [0.0] * 29 + [1.5], []), start=1):
        session.apply_move(NUMBERS, numbers)
        assert session.scenario() == NOTES
        assert session.revision(NUMBERS) == count
    for count, numbers in enumerate(([99.0], [], [0.0, 0.0]), start=1):
        session.apply_move("probe_x", numbers)
        assert session.scenario() == NOTES
        assert session.revision("probe_x") == count


def test_a_move_leaves_its_own_sliders_alone_and_moves_the_others(tab: Tab) -> None:
    tab.run()
    session.apply_move("label", [0.25])
    assert session.scenario().label == 0.25
    assert session.revision("label") == 0
    assert session.revision(NUMBERS) == 1, "the sidebar shows the label, too"
    session.apply_move(NUMBERS, [*session.scenario().numbers[:29], 0.75])
    assert session.revision(NUMBERS) == 1
    assert session.revision("label") == 1


def test_the_link_is_the_scenario(tab: Tab) -> None:
    tab.run()
    session.put(randomised(NOTES, 6))
    assert decode(session.link()) == session.scenario()


def test_one_step_back_for_each_change_of_the_numbers(tab: Tab) -> None:
    tab.run()
    row = list(NOTES.numbers)
    for values in ((0, 0.3), (0, 0.4), (1, 0.6), (1, 0.7), (29, 0.5)):
        row[values[0]] = values[1]
        session.apply_move(NUMBERS, row)
    session.apply_move("label", [0.25])
    session.apply_move("probe_x", [3.0])
    zero = with_numbers_of(session.scenario(), preset("zero"))
    session.replace_numbers(zero, "preset")
    session.replace_numbers(zero, "preset")  # the same numbers: nothing is replaced
    back = []
    while history.cause():
        session.undo()
        back.append((session.scenario().numbers[0], *session.scenario().numbers[1::28]))
    assert back == [(0.4, 0.7, 0.25), (0.4, 0.7, 1.0), (0.4, 0.5, 1.0), (0.2, 0.5, 1.0)]
    assert session.scenario() == replace(NOTES, probe_x=3.0), "choices are no numbers"


def test_fifty_steps_back_and_no_more(tab: Tab) -> None:
    tab.run()
    for seed in range(60):
        session.replace_numbers(randomised(session.scenario(), seed), "seed")
    for seed in reversed(range(9, 59)):
        session.undo()
        assert session.scenario() == randomised(NOTES, seed)
    assert history.cause() is None
    session.undo()
    assert session.scenario() == randomised(NOTES, 9)


def test_a_first_link_is_nothing_to_go_back_from(tab: Tab) -> None:
    tab.run(encode(randomised(NOTES, 3)))
    assert history.cause() is None
    tab.run(encode(randomised(NOTES, 4)))
    assert history.cause() == "link"
    session.undo()
    assert session.scenario() == randomised(NOTES, 3)


def test_a_step_back_brings_the_network_too(tab: Tab) -> None:
    tab.run()
    composed = recomposed(NOTES, Architecture(kernels=2, outputs=3, head="softmax"), 1)
    session.replace_numbers(composed, "seed")
    session.replace_numbers(randomised(composed, 5), "seed")
    session.replace_numbers(with_numbers_of(session.scenario(), preset("digit")), "preset")
    assert session.scenario().network is None
    session.undo()
    assert session.scenario().numbers == randomised(composed, 5).numbers
    session.undo()
    assert session.scenario().network == composed.network
    session.undo()
    assert session.scenario().numbers == NOTES.numbers
    assert history.cause() is None


def test_raising_one_class_lowers_the_others(tab: Tab) -> None:
    tab.run()
    composed = recomposed(NOTES, Architecture(outputs=3, head="softmax"), 1)
    session.replace_numbers(composed, "seed")
    others = list(composed.numbers[:-3])
    for k in (0, 2, 1):
        before = session.revision(NUMBERS)
        label = list(session.scenario().numbers[-3:])
        label[k] = 0.4
        session.apply_move(NUMBERS, [*others, *label])
        assert session.scenario().numbers == (*others, *(float(k == one) for one in range(3)))
        assert session.revision(NUMBERS) == before + 1  # the sliders show the class
    session.apply_move(NUMBERS, [*others, 0.0, 0.3, 0.0])  # one class stays
    assert session.scenario().numbers[-3:] == (0.0, 1.0, 0.0)
