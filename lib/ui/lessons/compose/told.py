"""What is told of the composed network: what does not fit, what there is of it, examples of it."""

from __future__ import annotations

import streamlit as st

from lib.network.fits import MOST_NUMBERS, MOST_VALUES, ArchitectureError
from lib.scenario import PresetName, preset, preset_of, with_numbers_of
from lib.scenario.worked import WORKED
from lib.text import compose as words
from lib.text import worked as worked_words
from lib.text.language import Text
from lib.ui.lessons import worked
from lib.ui.lessons.compose import draft
from lib.ui.state import keys, session
from lib.ui.state.session import say


def draw_fault() -> None:
    """Which sizes do not fit and which would; nothing where all do."""
    error = draft.fault()
    if error is None:
        return
    st.warning(f"{sentence(error).say(session.language())} {say(words.STAYS)}")
    st.button(
        say(words.FORGET), key=keys.COMPOSE_FORGET, icon=":material/undo:", on_click=draft.forget
    )


def sentence(error: ArchitectureError) -> Text:
    """What is wrong, and each size that would do with all others as they are."""
    told = words.FAULTS[error.id].filled(**error.numbers)
    chosen = draft.fields()
    fitting = [
        words.FIT.filled(field=words.FIELDS[name], numbers=_or(numbers))
        for name, numbers in error.fits.items()
        if chosen[name] not in numbers
    ]
    rest = words.FITS.filled(sizes=_list(fitting)) if fitting else words.NO_FIT
    return Text(f"{told.en} {rest.en}", f"{told.zh}{rest.zh}")


def _or(numbers: tuple[int, ...]) -> Text:
    *some, last = map(str, numbers)
    if not some:
        return Text(last, last)
    return words.OR.filled(some=Text(", ".join(some), "、".join(some)), last=last)


def _list(texts: list[Text]) -> Text:
    return Text("; ".join(text.en for text in texts), "；".join(text.zh for text in texts))


def draw_counts() -> None:
    """How much there is of the network."""
    net = session.scenario().architecture
    pixels = net.channels * net.rows * net.columns
    numbers = {
        "numbers": (net.number_count, {"most": MOST_NUMBERS}),
        "weights": (net.parameter_count, {}),
        "values": (net.value_count - net.parameter_count - pixels, {}),
        "partials": (net.value_count, {"most": MOST_VALUES}),
    }
    columns = st.columns(len(numbers))
    for column, (name, (number, filled)) in zip(columns, numbers.items(), strict=True):
        column.metric(say(words.COUNTS[name], **filled), number)


def draw_examples() -> None:
    """A button for each published example; the open one with its numbers below."""
    shown = preset_of(session.scenario())
    with st.container(horizontal=True, gap="small"):
        for name in WORKED:
            st.button(
                say(worked_words.NAMES[name]),
                key=keys.composed_example(name),
                type="primary" if name == shown else "secondary",
                on_click=_use,
                args=(name,),
            )
    worked.draw()


def _use(name: PresetName) -> None:
    draft.forget()
    chosen = preset(name)
    session.replace_numbers(with_numbers_of(session.scenario(), chosen), "preset")
