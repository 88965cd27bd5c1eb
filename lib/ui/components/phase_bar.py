"""How far each phase of a walk is, the phases side by side and each as long as it takes."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

_STYLE = """<style>
.phase-bar { display: flex; gap: 3px; height: 0.6rem; }
.phase-bar div { flex-basis: 0; min-width: 6px; border-radius: 3px; overflow: hidden; }
.phase-bar div { background: var(--edge); }
.phase-bar i { display: block; height: 100%; background: var(--accent); }
@media (forced-colors: active) {
  .phase-bar div { box-sizing: border-box; border: 1px solid; }
  .phase-bar i { forced-color-adjust: none; background: Highlight; }
}
</style>"""


def draw(phases: Iterable[tuple[int, int]], spoken: str) -> None:
    """Draw the bar.

    Args:
        phases: of each how much is done, and how much there is of it, at least 1.
        spoken: the same in words of our own.
    """
    parts = "".join(
        f'<div style="flex-grow:{count}"><i style="width:{100 * done / count:.0f}%"></i></div>'
        for done, count in phases
    )
    st.html(f'{_STYLE}<div class="phase-bar" role="img" aria-label="{spoken}">{parts}</div>')
