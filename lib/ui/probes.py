"""The sliders that belong to one lesson: a free y_out, the label, a free x."""

from __future__ import annotations

import streamlit as st

from lib.scenario import PROBES
from lib.ui import session

_LABEL = "label_slider"


def probe_slider(name: str, label: str, step: float) -> None:
    """A slider for one of the scenario's probes."""
    low, high = PROBES[name]
    st.session_state[name] = getattr(session.scenario(), name)
    st.slider(
        label,
        low,
        high,
        step=step,
        key=name,
        format=f"%.{len(str(step).partition('.')[2])}f",
        on_change=session.take,
        args=(name, name),
    )


def label_slider(label: str) -> None:
    """The label yy once more, where a lesson needs it at hand; the sidebar's follows."""
    st.session_state[_LABEL] = session.scenario().label
    st.slider(
        label, 0.0, 1.0, step=0.01, key=_LABEL, on_change=session.take, args=("label", _LABEL)
    )


def use_network_output() -> None:
    """Set the free y_out to the network's, as far as its range goes."""
    low, high = PROBES["probe_output"]
    y_out = float(session.scenario().state().values.y_out)
    session.change(probe_output=min(high, max(low, y_out)))


def use_network_input(name: str) -> None:
    """Set the free x to one of the network's sums: ``alpha`` or ``s-0`` … ``s-3``."""
    low, high = PROBES["probe_x"]
    values = session.scenario().state().values
    x = float(values.alpha if name == "alpha" else values.s[int(name.removeprefix("s-"))])
    session.change(probe_x=min(high, max(low, x)))


def use_network_alpha() -> None:
    """Set the free α to the network's, as far as its range goes."""
    low, high = PROBES["probe_alpha"]
    alpha = float(session.scenario().state().values.alpha)
    session.change(probe_alpha=min(high, max(low, alpha)))
