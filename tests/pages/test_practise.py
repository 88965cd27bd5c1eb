"""A question is asked without its answer, judged, helped with and counted; a link keeps it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from lib.derivation import Variable, latex_number, plain_number, variables
from lib.network import Architecture
from lib.practice import (
    KINDS,
    SKILLS,
    Instance,
    Progress,
    diagnose,
    exercises,
    indistinguishable,
    line_keys,
    line_values,
    say_verdict,
)
from lib.practice.results import RIGHT, read_results
from lib.scenario import GEOMETRY, PRESETS, Practice, Scenario, encode, preset
from lib.scenario.record import kinds_of
from lib.text import practise as words
from lib.text.numbers import REFUSALS
from lib.ui.follow.answer import answer as ask_ahead
from lib.ui.frame.pages import PARTS
from lib.ui.lessons.practise.plain import plain
from lib.ui.state import keys
from tests.pages.app import App, replace
from tests.pages.practising import answer, asked, first, named, opened, said
from tests.pages.test_any_network import CLASSES, VOLUME, composed
from tests.pages.test_any_network import GIVEN as GIVEN_GRADIENT

SIGHT = ("markdown", "caption", "subheader", "header", "button", "text_input", "expander")


def everything(app: App) -> str:
    """All that a page holds, seen or not."""
    found = [json.dumps(app.data(key)) for key in app.keys]
    for kind in SIGHT:
        for element in getattr(app.test, kind):
            found += [str(getattr(element, part, "")) for part in ("value", "label", "help")]
    return "\n".join(found)


def written(value: float) -> set[str]:
    """A number as any part of a page might write it."""
    size = abs(value)
    return {f"{size:.4g}", plain_number(size, 3), plain_number(size, 6), latex_number(size, 6)}


@pytest.mark.parametrize(
    ("group", "by_line"), [("kernel", True), ("image", False), ("dense", True), ("s", False)]
)
def test_nothing_gives_the_answer_away(group: str, by_line: bool) -> None:
    exercise = exercises()[7]
    variable = next(v for v in exercise.variables if v.group == group)
    app = opened(Practice(seed=exercise.seed, variable=variable.key, by_line=by_line))
    item = Instance.of_seed(exercise.seed).item(variable)
    shown = everything(app)
    state = item.instance.state
    forward = [*state.image.flat, *state.values.s.flat, *state.values.o.flat]
    secret = {item.right, *line_values(item).values()} - {float(x) for x in forward}
    assert not [text for value in secret for text in written(value) if text in shown]
    for number in state.image.flat:
        assert latex_number(float(number), 6) in shown


def test_from_a_wrong_answer_to_the_right_one_with_help() -> None:
    app, item = App(page="practise"), first()
    mistake, text = named(item)
    heard = answer(app, text)
    assert heard[0] == f"Read as {plain_number(float(text), 17)}, 4 significant digits."
    assert heard[1] == plain(say_verdict(diagnose(item, text), GEOMETRY, "en"))
    assert mistake.words("en") in say_verdict(diagnose(item, text), GEOMETRY, "en")
    assert heard[2].startswith("If so, this is right: ")
    for rung in ("where", "factor", "worked"):
        before = len(app.markdown)
        app.press(words.HELP[rung].en)
        assert len(app.markdown) > before
    shown = "\n".join(app.markdown)
    assert latex_number(item.right, 6) in shown, "the last step is the worked line"
    assert not [b for b in app.test.button if b.label.startswith("Help")]
    assert answer(app, plain_number(item.right, 6))[1].startswith("Right")
    assert app.scenario.practice.aided
    assert Progress.of_text(app.scenario.practice.progress).of("output") == "aided"


def test_progress_is_counted_and_goes_on_where_a_mistake_was_named() -> None:
    app = App(page="practise")
    mistake, text = named(first(), "cell_times_weight")
    answer(app, text)
    progress = Progress.of_text(app.scenario.practice.progress)
    assert progress.of("dense") == ("wrong",)
    app.press(words.NEXT.en)
    practice = app.scenario.practice
    assert practice.skill == "dense"
    assert practice.seed != 0
    assert practice.answer == ""
    assert mistake in asked(app).wrong, "a question that can show the same mistake"
    answer(app, f"{asked(app).right:.4g}")
    after = Progress.of_text(app.scenario.practice.progress)
    assert after.of("dense") == ("wrong", "right")
    answer(app, f"{asked(app).right * 1.5:.4g}")
    assert app.scenario.practice.progress == after.text, "once for each question"


def test_at_the_end_questions_are_mixed_and_skills_known() -> None:
    twice = Progress((("right", "right"),) * len(SKILLS)).text
    app = opened(Practice(progress=twice, seed=0, variable="dense-3", mixed=True))
    for place in range(len(SKILLS) - 1):
        assert words.MIXED.en in [caption.value for caption in app.test.caption]
        assert app.scenario.practice.skill == SKILLS[place]
        answer(app, f"{asked(app).right:.5g}")
        app.press(words.NEXT.en)
    progress = Progress.of_text(app.scenario.practice.progress)
    assert {progress.level(skill) for skill in SKILLS} == {"known"}
    assert "\n".join(app.markdown).count("-badge[known]") == len(SKILLS)
    app.press(words.FORGET.en)
    assert app.scenario.practice.progress == Practice().progress


def test_a_reload_loses_nothing() -> None:
    app = App(page="practise")
    _, text = named(first())
    answer(app, text)
    app.press(words.HELP["where"].en)
    again = App(link=encode(app.scenario), page="practise")
    assert again.scenario == app.scenario
    assert said(again) == said(app)
    assert again.test.text_input(key=keys.answer_field("answer")).value == text
    assert again.markdown == app.markdown
    assert again.scenario.practice.aided


ODD = [
    "",
    "   ",
    "abc",
    "1,234",
    "1 2 3",
    "９" * 399,
    "<b>0.1</b>",
    "$x$ `a` [b](c) :red[d]",
    "０．０６４７１",
    "٠٫٥",
    "−",
    "nan",
    "1e999",
    "\u202e0.5",
    "水",
]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_whatever_is_typed_gets_a_sentence_and_is_kept(language: str) -> None:
    app = opened(Practice(), "zh" if language == "zh" else "en")
    for text in ODD:
        heard = answer(app, text)
        assert app.test.text_input(key=keys.answer_field("answer")).value == text
        if not text.strip():
            assert heard == []
            continue
        assert heard[0].endswith("。" if language == "zh" else ".")
        assert len(heard) == 1 or heard[0].startswith(("Read as", "读作"))
        if len(heard) == 1:
            assert heard[0] in [refusal.say(app.scenario.language) for refusal in REFUSALS.values()]
            assert app.scenario.practice.answer == "", "no link holds what is no number"
        for mark in ("<b>", "[b](c)", "水"):
            assert mark not in "\n".join([*app.markdown, *heard])
    app.press(words.NEXT.say(app.scenario.language))
    assert app.test.text_input(key=keys.answer_field("answer")).value == ""


def test_several_mistakes_are_told_apart_by_a_question_back() -> None:
    app, item = App(page="practise"), first()
    value, mistake = next(
        (text, mistake)
        for mistake, number in item.wrong.items()
        if diagnose(item, text := f"{number:.4g}").question is not None
    )
    heard = answer(app, value)
    assert words.ASK_BACK.en in app.markdown
    verdict = diagnose(item, value)
    assert verdict.question is not None
    other = item.instance.item(verdict.question)
    back = answer(app, f"{other.answer_with(mistake):.5g}", "back")
    assert len(back) > len(heard)
    assert plain(mistake.words("en")) in "\n".join(back[2:])
    assert "wrong" in Progress.of_text(app.scenario.practice.progress).of(KINDS[mistake.kind].skill)
    assert said(App(link=encode(app.scenario), page="practise")) == back
    assert words.BACK_RIGHT.en in answer(app, f"{other.right:.5g}", "back")


def test_line_by_line_the_first_wrong_line_is_named_and_later_ones_follow() -> None:
    exercise = exercises()[0]
    variable = next(v for v in exercise.variables if v.group == "kernel")
    app = opened(Practice(seed=exercise.seed, variable=variable.key, by_line=True))
    item = Instance.of_seed(exercise.seed).item(variable)
    keys_, values = line_keys(item), line_values(item)
    typed = dict(values) | {"output_slope": -values["output_slope"]}
    typed["product"] = -values["product"]
    for key in keys_[:-1]:
        app.test.text_input(key=keys.answer_field(key)).set_value(f"{typed[key]:.5g}")
    heard = answer(app, f"{typed['product']:.5g}")
    assert heard[0] == words.FIRST_WRONG.en.format(line="∂L/∂yₒᵤₜ")
    assert len(heard) == 1 + len(keys_)
    assert words.LINE_OUTCOMES["follows"].en.format(source="∂L/∂yₒᵤₜ") in heard[-1]
    assert len([text for text in heard if text.endswith(": right.")]) == len(keys_) - 2
    assert said(App(link=encode(app.scenario), page="practise")) == heard
    app.test.text_input(key=keys.answer_field(keys_[0])).set_value("what?")
    assert any(REFUSALS["not_a_number"].en in text for text in answer(app, "0"))
    for key in keys_[:-1]:
        app.test.text_input(key=keys.answer_field(key)).set_value(f"{values[key]:.5g}")
    assert answer(app, f"{item.right:.5g}")[0] == words.ALL_RIGHT.en


@pytest.mark.parametrize("name", PRESETS)
def test_ones_own_numbers_say_what_they_cannot_show(name: str) -> None:
    scenario = replace(preset(name), practice=Practice(own=True), variable="kernel-1-1")
    app = App(scenario, "practise")
    found = indistinguishable(scenario.state(), Variable("kernel", (1, 1)))
    listed = "\n".join(app.markdown)
    for mistake in (*found.hidden, *(one for group in found.alike for one in group)):
        assert plain(mistake.words("en")) in listed
    item = Instance.of_state(scenario.state()).item(Variable("kernel", (1, 1)))
    heard = answer(app, plain_number(item.right, 17))
    assert heard[1].startswith("Right")
    assert app.scenario.practice.progress == Practice().progress, "nothing is counted"
    app.test.selectbox(key=keys.PRACTISE_PARTIAL).set_value("dense-2")
    assert app.run().scenario.variable == "dense-2"
    assert said(app) == []


def test_own_numbers_follow_the_sliders() -> None:
    app = App(replace(preset("notes"), practice=Practice(own=True)), "practise")
    right = Instance.of_state(app.scenario.state()).item(Variable("kernel", (0, 0))).right
    assert answer(app, f"{right:.6g}")[1].startswith("Right")
    app.slide("panel", [0.25] * 29 + [0.5])
    assert not said(app)[1].startswith("Right")


def test_the_scenario_agrees_with_the_room_of_practice() -> None:
    kinds = kinds_of(Practice)
    assert tuple(words.SKILLS) == SKILLS
    assert Practice().progress == Progress().text
    for character in kinds["progress"].alphabet:  # type: ignore[attr-defined]
        assert Progress.of_text(character * 10).text == character * 10
    longest = Instance.of_state(Scenario().state()).item(Variable("kernel", (0, 0)))
    assert len(line_keys(longest)) <= kinds["lines"].most  # type: ignore[attr-defined]


def test_after_a_verdict_there_is_a_line_to_hand_in_which_the_sheets_page_counts() -> None:
    app, item = App(page="practise"), first()
    assert not app.test.code
    mistake, text = named(item)
    answer(app, text)
    app.press(words.HELP["where"].en)
    answer(app, f"{item.right:.4g}")
    (line,) = [str(code.value) for code in app.test.code]
    tally = read_results(line)
    (result,) = tally.results
    seed = app.scenario.practice.seed
    assert result.sheet.startswith(f"practise.{seed}.")
    assert (result.partial, result.outcome) == (item.variable.key, mistake.key)
    assert (result.tries, result.hints) == (2, 1)
    other = App(page="practise")
    answer(other, f"{item.right:.4g}")
    both = f"{line}\n{other.test.code[0].value}"
    assert dict(read_results(both).outcomes) == {mistake.key: 1, RIGHT: 1}
    app.press(words.NEXT.en)
    assert not app.test.code


def test_numbers_of_ones_own_and_what_is_no_number_make_no_line() -> None:
    app = App(page="practise")
    answer(app, "a half")
    assert not app.test.code
    own = opened(Practice(own=True))
    answer(own, "0.5")
    assert not own.test.code


@pytest.mark.parametrize("net", [CLASSES, VOLUME, GIVEN_GRADIENT], ids=lambda net: net.head)
def test_a_composed_network_is_practised_on_its_own_numbers(net: Architecture) -> None:
    by_line = net is CLASSES
    scenario = replace(composed(net), practice=Practice(own=True, by_line=by_line), language="zh")
    instance = Instance.of_state(scenario.state())
    variable = instance.variables[-1]
    app = App(replace(scenario, variable=variable.key), "practise")
    item = instance.item(variable)
    shown = everything(app)
    given = {scenario.state().number(v) for v in variables(net)}
    secret = {item.right, *line_values(item).values()} - given - {-x for x in given}
    assert not [text for x in secret if x not in (0, 1) for text in written(x) if text in shown]
    offered = app.test.selectbox(key=keys.PRACTISE_PARTIAL).options
    assert len(offered) == len(instance.variables)
    captions = [caption.value for caption in app.test.caption]
    zeros = sum(instance.left_out(v) == "zero" for v in variables(net))
    told = words.LEFT_OUT["zero"].say("zh", count=zeros)
    assert any(told in caption for caption in captions) == bool(zeros)
    assert "正确" in "".join(answer(app, plain_number(item.right, 6)))
    if by_line:
        for key, value in line_values(item).items():
            if key != "product":
                app.test.text_input(key=keys.answer_field(key)).set_value(f"{value:.6g}")
        assert answer(app, f"{item.right:.6g}")[0] == words.ALL_RIGHT.zh
        assert said(App(link=encode(app.scenario), page="practise")) == said(app)
        return
    mistake, text = next(
        (m, t) for m, w in item.wrong.items() if diagnose(item, t := f"{w:.6g}").outcome == "named"
    )
    assert plain(mistake.words("zh")) in "".join(answer(app, text))
    for _ in range(3):
        if of_help := [button for button in app.test.button if button.label.startswith("帮助")]:
            app.press(of_help[0].label)
    assert latex_number(item.right, 6) in "\n".join(app.markdown)


def test_exercises_stay_the_notes_and_what_is_all_zero_is_not_asked() -> None:
    app = App(composed(CLASSES), "practise")
    assert words.OF_NOTES.en not in [caption.value for caption in app.test.caption]
    app.test.segmented_control(key=keys.PRACTISE_OWN).set_value(False).run()
    assert words.OF_NOTES.en in [caption.value for caption in app.test.caption]
    assert answer(app, f"{first().right:.4g}")[1].startswith("Right")
    scenario = composed(CLASSES)
    dead = scenario.with_numbers([0.0] * (len(scenario.numbers) - 3) + [1.0, 0.0, 0.0])
    app = App(replace(dead, practice=Practice(own=True), variable="kernel-0-0"), "practise")
    instance = Instance.of_state(dead.state())
    assert {v.group for v in instance.variables} == {"alpha", "y_out"}
    assert app.test.selectbox(key=keys.PRACTISE_PARTIAL).value == instance.variables[0].key


def sent_ahead(scenario: Scenario, text: object) -> dict[str, Any]:
    """What the server says of an answer before the page is run."""
    sent = {"link": encode(scenario), "answer": text, "parts": [keys.PRACTISE_VERDICT]}
    parts: dict[str, Any] = json.loads(ask_ahead(json.dumps(sent).encode(), PARTS))["parts"]
    return parts


@pytest.mark.parametrize("own", [False, True])
def test_what_is_said_ahead_is_what_the_run_says(own: bool) -> None:
    app = App(replace(composed(VOLUME), practice=Practice(own=own), language="zh"), "practise")
    before = app.scenario
    right = Instance.of_state(before.state()).item(variables(VOLUME)[0]) if own else first()
    for text in (f"{right.right:.5g}", f"{1.3 * right.right:.5g}", "1/7", "0"):
        ahead = sent_ahead(before, text)[keys.PRACTISE_VERDICT]
        assert ahead["lines"] == answer(app, text)
        assert ahead["tone"] == app.data(keys.PRACTISE_VERDICT)["tone"]
    assert ahead["lines"]


def test_what_is_no_number_is_left_to_the_run() -> None:
    for text in (*ODD, None, 5, ["0.5"], "0." + "1" * 500):
        if text != "０．０６４７１":
            assert sent_ahead(preset("notes"), text).get(keys.PRACTISE_VERDICT, {}).get(
                "lines"
            ) in (
                None,
                [],
            )
