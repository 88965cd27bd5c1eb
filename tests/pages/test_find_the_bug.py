"""A bug is found in four steps; a wrong choice costs nothing and says so."""

from __future__ import annotations

import pytest

from lib.practice import Hunt, hunt_in_code, hunt_in_derivation
from lib.scenario import Practice, encode
from lib.text import find_the_bug as words
from lib.ui.lessons.practise import bug
from lib.ui.state import keys
from tests.pages.app import App
from tests.pages.practising import opened
from tests.pages.test_any_network import CLASSES, composed


def heard(app: App) -> list[str]:
    lines: list[str] = app.data(keys.BUG_VERDICT)["lines"]
    return lines


def choose(app: App, step: int, option: int | None) -> list[str]:
    app.test.radio(key=keys.bug_choice(step)).set_value(option)
    app.press(words.CHECK.say(app.scenario.language))
    return heard(app)


@pytest.mark.parametrize("in_code", [False, True])
@pytest.mark.parametrize("number", [0, 4])
def test_find_name_repair_and_nudge(number: int, in_code: bool) -> None:
    hunt: Hunt = hunt_in_code(number) if in_code else hunt_in_derivation(number)
    app = opened(Practice(bug=number, bug_in_code=in_code), page="find_the_bug")
    assert heard(app) == []
    assert choose(app, 0, None) == [words.CHOOSE_ONE.en]
    counts = (len(hunt.lines), len(hunt.names), len(hunt.repairs))
    for step, right in enumerate((hunt.wrong, {hunt.name}, {hunt.repair})):
        wrong = next(n for n in range(counts[step]) if n not in right)
        assert choose(app, step, wrong)[-1] == words.WRONG[step].en
        assert app.scenario.practice.bug_steps == step
        assert len(choose(app, step, min(right))) == step + 1
    reloaded = App(link=encode(app.scenario), page="find_the_bug")
    assert heard(reloaded) == heard(app)
    last = choose(app, 3, 0)[-1]
    assert words.GUESSED[hunt.nudged.noticed].en in last
    assert ("It shows" in last) == hunt.nudged.noticed
    app.press(words.ANOTHER.en)
    assert (app.scenario.practice.bug, app.scenario.practice.bug_steps) == (number + 1, 0)


def test_in_chinese_and_back_to_a_derivation() -> None:
    app = opened(Practice(bug_in_code=True, bug_steps=2), "zh", "find_the_bug")
    assert heard(app)[1].startswith("说出了错误")
    app.test.segmented_control(key=keys.BUG_IN_CODE).set_value(False)
    app.run()
    assert app.scenario.practice.bug_steps == 0
    assert heard(app) == []


def test_a_composed_network_has_bugs_of_its_own() -> None:
    app = App(composed(CLASSES), "find_the_bug")
    assert words.OWN_NETWORK.en in [caption.value for caption in app.test.caption]
    hunt = bug.current_of(app.scenario)
    assert hunt.instance.state.architecture == CLASSES
    for step, right in enumerate((min(hunt.wrong), hunt.name, hunt.repair)):
        assert len(choose(app, step, right)) == step + 1
    assert words.GUESSED[hunt.nudged.noticed].en in choose(app, 3, 0)[-1]
    app.slide("panel", [0.5, *app.scenario.numbers[1:]])
    assert bug.current_of(app.scenario) is hunt, "no slider changes what is searched"
    app.test.segmented_control(key=keys.BUG_IN_CODE).set_value(True)
    app.run()
    assert words.NOTES_NETWORK.en in [caption.value for caption in app.test.caption]
