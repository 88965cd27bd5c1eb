"""Random networks of any shape, for the property tests."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from lib.network import Geometry, Gradients, Parameters, Values, backward, forward
from lib.network.validate import Array

VARIABLES = ("y_out", "alpha", "o", "s", "dense", "kernel", "image")

LEADING = (
    # kernel, dense, image, label: each a leading shape, and all broadcast together
    ((), (), (), ()),
    ((), (), (3,), ()),
    ((), (), (3,), (3,)),
    ((), (), (), (2,)),
    ((2, 1), (2, 1), (3,), (3,)),
    ((2, 1), (), (3,), ()),
    ((), (2,), (), ()),
    ((2,), (1,), (2,), (1,)),
    ((1,), (2, 1), (2, 2), ()),
)


@dataclass(frozen=True)
class Example:
    """A network, what it is shown, and what it should have said."""

    parameters: Parameters
    image: Array
    label: Array

    @property
    def values(self) -> Values:
        return forward(self.parameters, self.image)

    @property
    def gradients(self) -> Gradients:
        return backward(self.parameters, self.values, self.image, self.label)


def numbers(shape: tuple[int, ...], largest: float) -> st.SearchStrategy[Array]:
    elements = st.floats(-largest, largest, allow_subnormal=False, width=32)
    return hnp.arrays(np.float64, shape, elements=elements)


def labels(shape: tuple[int, ...]) -> st.SearchStrategy[Array]:
    return hnp.arrays(np.float64, shape, elements=st.sampled_from([0.0, 1.0]) | st.floats(0, 1))


@st.composite
def geometries(draw: st.DrawFn, largest: int = 5) -> Geometry:
    h, w = draw(st.integers(1, largest)), draw(st.integers(1, largest))
    return Geometry((h, w), (draw(st.integers(1, h)), draw(st.integers(1, w))))


@st.composite
def examples(draw: st.DrawFn, batched: bool = True) -> Example:
    geometry = draw(geometries())
    of_kernel, of_dense, of_image, of_label = draw(
        st.sampled_from(LEADING if batched else LEADING[:1])
    )
    return Example(
        Parameters(
            kernel=draw(numbers((*of_kernel, *geometry.kernel_shape), 3)),
            dense=draw(numbers((*of_dense, geometry.window_count), 4)),
        ),
        image=draw(numbers((*of_image, *geometry.image_shape), 2)),
        label=draw(labels(of_label)),
    )


def random_example(seed: int = 0, label: float = 1.0) -> Example:
    """The notes' shapes, filled by a seed."""
    rng = np.random.default_rng(seed)
    return Example(
        Parameters(kernel=rng.normal(size=(3, 3)), dense=rng.normal(size=4)),
        image=rng.uniform(size=(4, 4)),
        label=np.asarray(label),
    )
