"""Worked examples that others have published: set on a network, with the numbers they give."""

from __future__ import annotations

from typing import Literal, get_args

from lib.scenario.worked import convolutions, on_the_notes, pools_and_ends
from lib.scenario.worked.example import Published, Slip, Worked

__all__ = ["COMPOSED", "WORKED", "ComposedName", "OnNotesName", "Published", "Slip", "Worked"]

OnNotesName = Literal["shared_weight", "lost_minus"]
ComposedName = Literal[
    "cross_correlation",
    "both_gradients",
    "padded",
    "stride_and_padding",
    "channels",
    "three_channels",
    "vertical_edges",
    "signal",
    "max_pool",
    "average_pool",
    "line_detector",
    "neuron",
    "softmax",
    "softmax_gradient",
    "hidden_layer",
]
COMPOSED: tuple[ComposedName, ...] = get_args(ComposedName)
"""Those that need another network than the notes'."""

WORKED: dict[OnNotesName | ComposedName, Worked] = {
    "shared_weight": on_the_notes.SHARED_WEIGHT,
    "lost_minus": on_the_notes.LOST_MINUS,
    "cross_correlation": convolutions.CROSS_CORRELATION,
    "both_gradients": convolutions.BOTH_GRADIENTS,
    "padded": convolutions.PADDED,
    "stride_and_padding": convolutions.STRIDE_AND_PADDING,
    "channels": convolutions.CHANNELS,
    "three_channels": convolutions.THREE_CHANNELS,
    "vertical_edges": convolutions.VERTICAL_EDGES,
    "signal": convolutions.SIGNAL,
    "max_pool": pools_and_ends.MAX_POOL,
    "average_pool": pools_and_ends.AVERAGE_POOL,
    "line_detector": pools_and_ends.LINE_DETECTOR,
    "neuron": pools_and_ends.NEURON,
    "softmax": pools_and_ends.SOFTMAX,
    "softmax_gradient": pools_and_ends.SOFTMAX_GRADIENT,
    "hidden_layer": pools_and_ends.HIDDEN_LAYER,
}
