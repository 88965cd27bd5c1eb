"""The sliders that belong to one lesson: a free y_out, the label, a free x."""

from __future__ import annotations

from lib.derivation import Variable
from lib.scenario import PROBES
from lib.ui.follow import panel, sliders
from lib.ui.state import keys, session

_STEPS = {
    "probe_output": 0.001,
    "probe_x": 0.05,
    "probe_alpha": 0.1,
    "probe_epsilon": 0.25,
    "probe_rate": 0.1,
    "label": 0.01,
}
_LONGEST_SLIDER = {"probe_rate": 10.0}
"""Where a slider ends though a larger number may be typed."""
_SYMBOLS = {
    "probe_output": ("y", "out"),
    "probe_x": ("x", ""),
    "probe_alpha": ("α", ""),
    "probe_epsilon": ("log ε", ""),
    "probe_rate": ("η", ""),
    "label": ("yy", ""),
}


def probe_slider(name: str, title: str, note: str = "", needs_whole_run: bool = False) -> None:
    """A slider for one of the scenario's probes, or for the ``label`` where a lesson wants it.

    ``needs_whole_run`` is for one whose numbers stand in no part of the page.
    """
    low, most = PROBES.get(name, (0.0, 1.0))
    high = min(most, _LONGEST_SLIDER.get(name, most))
    slider = panel.Single(*_SYMBOLS[name], title, note, low, high, _STEPS[name], most)
    key = keys.slider(name)
    sliders.draw_sliders(
        key,
        panel.frame_of(slider, key, session.language()),
        [getattr(session.scenario(), name)],
        needs_whole_run,
    )


def use_network_output() -> None:
    """Set the free y_out to the network's, as far as its range goes."""
    low, high = PROBES["probe_output"]
    y_out = float(session.scenario().state().values.y_out)
    session.change(probe_output=min(high, max(low, y_out)))


def use_network_input(variable: Variable) -> None:
    """Set the free x to one of the network's sums: α or an s."""
    low, high = PROBES["probe_x"]
    x = session.scenario().state().number(variable)
    session.change(probe_x=min(high, max(low, x)))


def use_network_alpha() -> None:
    """Set the free α to the network's, as far as its range goes."""
    low, high = PROBES["probe_alpha"]
    alpha = float(session.scenario().state().values.alpha)
    session.change(probe_alpha=min(high, max(low, alpha)))
