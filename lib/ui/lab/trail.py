"""A run's weights at some of its steps, for pictures that must not compute the whole path again."""

from __future__ import annotations

from typing import Any

import numpy as np
import streamlit as st

from lib.network.validate import Array
from lib.training import Run

_TRAIL = "trail"
MOST = 240


def trail(run: Run) -> tuple[Array, Array]:
    """Steps (n,) and the weights after them (n, 13), n at most ``MOST``, the newest among them.

    The trail follows the run frame by frame. It is computed again from the run's checkpoints only
    where the run went back or is another one.
    """
    kept = st.session_state.get(_TRAIL)
    if kept is None or kept["run"] is not run or kept["steps"][-1] > run.step:
        kept = _computed(run)
    elif kept["steps"][-1] < run.step:
        kept["steps"] = np.append(kept["steps"], run.step)
        kept["weights"] = np.vstack([kept["weights"], _weights(run)])
        if len(kept["steps"]) > MOST:
            keep = np.r_[0 : len(kept["steps"]) - 1 : 2, len(kept["steps"]) - 1]
            kept["steps"], kept["weights"] = kept["steps"][keep], kept["weights"][keep]
    st.session_state[_TRAIL] = kept
    return kept["steps"], kept["weights"]


def _computed(run: Run) -> dict[str, Any]:
    steps = np.unique(np.linspace(0, run.step, min(run.step + 1, MOST // 2)).astype(int))
    weights = np.array([_of(run, int(step)) for step in steps])
    return {"run": run, "steps": steps, "weights": weights}


def _of(run: Run, step: int) -> Array:
    parameters = run.at(step).parameters
    return np.concatenate([parameters.kernel.ravel(), parameters.dense])


def _weights(run: Run) -> Array:
    parameters = run.parameters
    return np.concatenate([parameters.kernel.ravel(), parameters.dense])
