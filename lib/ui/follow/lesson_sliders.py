"""The sliders that belong to one lesson: a free y_out, the label, a free x."""

from __future__ import annotations

from lib.derivation import State, Variable
from lib.network.places import places
from lib.scenario import PROBES
from lib.ui.follow import panel, sliders
from lib.ui.state import keys, session


def probe_slider(
    name: str,
    title: str,
    symbol: tuple[str, str],
    step: float,
    *,
    note: str = "",
    most: float | None = None,
    needs_whole_run: bool = False,
) -> None:
    """A slider for one of the scenario's probes, or for the ``label`` where a lesson wants it.

    Args:
        name: the scenario's field, which says how far the number goes.
        title: what stands above the slider.
        symbol: the number's symbol as base and subscript.
        step: of an arrow key.
        note: what stands beside the title.
        most: where the slider ends, if a larger number may be typed only.
        needs_whole_run: whether its numbers stand in no part of the page.
    """
    low, high = PROBES.get(name, (0.0, 1.0))
    end = high if most is None else most
    slider = panel.Single(*symbol, title, note, low, end, step, high)
    key = keys.slider(name)
    sliders.draw_sliders(
        key,
        panel.frame_of(slider, key, session.language()),
        [getattr(session.scenario(), name)],
        needs_whole_run,
    )


def _of_notes() -> State:
    """The notes' network, which the lessons are about, whatever else is composed."""
    return session.scenario().with_network(None).state()


def use_network_output() -> None:
    """Set the free y_out to the network's, as far as its range goes."""
    low, high = PROBES["probe_output"]
    y_out = float(_of_notes().values.y_out)
    session.change(probe_output=min(high, max(low, y_out)))


def use_network_input(variable: Variable) -> None:
    """Set the free x to one of the network's sums: α or an s."""
    low, high = PROBES["probe_x"]
    x = _of_notes().number(variable)
    session.change(probe_x=min(high, max(low, x)))


def use_network_alpha() -> None:
    """Set the free α to the network's, as far as its range goes."""
    low, high = PROBES["probe_alpha"]
    state = session.scenario().state()
    alpha = state.number(places(state.architecture)["alpha"].cells()[0])
    session.change(probe_alpha=min(high, max(low, alpha)))
