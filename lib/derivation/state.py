"""One example, run forward and backward: the numbers that every formula is read with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from functools import lru_cache
from types import SimpleNamespace
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from lib.derivation.expression import Symbol
from lib.derivation.variable import Variable, symbols
from lib.network import (
    NOTES,
    Architecture,
    Geometry,
    Gradients,
    Parameters,
    Values,
    backward,
    forward,
    passes,
)
from lib.network.corners import Corner, corners
from lib.network.places import Place, places
from lib.network.validate import Array, finite_array


@dataclass(frozen=True, slots=True, eq=False)
class State:
    """A network, one image, its label, and all that follows from them.

    Attributes:
        parameters, values, gradients: arrays by place, each as its variables are indexed: a kernel
            (kh, kw), or (F, kh, kw) if there are several; ``s`` (windows,) or (F, windows).
        image: (H, W), or (C, H, W).
        label: ``yy``; of several outputs an array (K,); the given gradient where there is no label.
        architecture: what the network is made of.
    """

    parameters: Parameters
    image: Array
    label: float
    values: Values
    gradients: Gradients
    architecture: Architecture
    names: dict[Variable, str] = field(init=False, repr=False)
    """The symbol of every scalar."""
    kept: dict[object, Any] = field(default_factory=dict, init=False, repr=False)
    """What formulas of this state share, made once; other numbers are another state."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "names", symbols(self.architecture))

    @classmethod
    def of(cls, parameters: Parameters, image: ArrayLike, label: float) -> State:
        """Run the example through a network of the notes' kind, by the notes' lines.

        Raises:
            ValueError: whatever ``forward`` and ``backward`` refuse, and a batch.
        """
        image = finite_array("image", image, 2, "(H, W)")
        if image.ndim + parameters.kernel.ndim + parameters.dense.ndim != 5:
            raise ValueError(
                f"a derivation takes one network and one image: got image {image.shape}, kernel "
                f"{parameters.kernel.shape}, dense {parameters.dense.shape}"
            )
        if np.ndim(label):
            raise ValueError(f"label: got shape {np.shape(label)}, wanted () for one example")
        values = forward(parameters, image)
        gradients = backward(parameters, values, image, label)
        architecture = of_notes_kind(parameters.geometry(image.shape))
        return cls(parameters, image, float(label), values, gradients, architecture)

    @classmethod
    def of_network(
        cls,
        architecture: Architecture,
        parameters: Mapping[str, ArrayLike],
        image: ArrayLike,
        target: ArrayLike,
    ) -> State:
        """Run the example through any network.

        Args:
            architecture: what it is made of.
            parameters: its numbers by place; each with all axes, as it is indexed, or in one row.
            image: the pixels, likewise.
            target: the label, one number an output; for ``softmax`` 1 for its class and 0 for the
                others; for ``given`` the gradient.

        Raises:
            ValueError: whatever the passes refuse, or a wrong count of numbers.
        """
        known = places(architecture)
        of_target = "label" if architecture.has_dense else "given"
        given = {
            name: _shaped(known[name], array)
            for name, array in {**parameters, "image": image, of_target: target}.items()
        }
        target = given.pop(of_target)
        learned = {name: array for name, array in given.items() if name != "image"}
        if is_of_notes_kind(architecture):
            kernel, dense = (given[name].reshape(known[name].written) for name in learned)
            return cls.of(
                Parameters(kernel, dense),
                given["image"].reshape(known["image"].written),
                float(target.item()),
            )
        values = passes.forward(architecture, learned, given["image"])
        gradients = passes.backward(architecture, learned, values, given["image"], target)
        loss = gradients.pop("loss")

        def held(arrays: Mapping[str, Array], **others: Array) -> Any:
            shaped = {name: a.reshape(known[name].written) for name, a in arrays.items()}
            return SimpleNamespace(**shaped, **others)

        label: Any = target.reshape(known[of_target].written)
        return cls(
            held(learned),
            given["image"].reshape(known["image"].written),
            label if label.ndim else float(label),
            held(values),
            held(gradients, loss=loss),
            architecture,
        )

    @property
    def geometry(self) -> Geometry:
        """The shapes of a network of the notes' kind.

        Raises:
            ValueError: any other network.
        """
        if not is_of_notes_kind(self.architecture):
            raise ValueError("geometry: this network is not of the notes' kind")
        return _geometry(self.architecture)

    def number(self, variable: Variable) -> float:
        """The variable's own value; the label's and the given gradient's too."""
        group = variable.group
        if group in ("image", "label"):
            array: Any = getattr(self, group)
        elif group == "given":
            array = self.label
        elif group in ("s", "o", "pooled", "alpha", "y_out"):
            array = getattr(self.values, group)
        else:
            array = getattr(self.parameters, group)
        return float(array[variable.index] if variable.index else array)

    def gradient(self, variable: Variable) -> float:
        """∂L/∂variable."""
        return float(getattr(self.gradients, variable.group)[variable.index])

    def name(self, variable: Variable) -> str:
        """The variable's symbol."""
        return self.names[variable]

    def symbol(self, variable: Variable) -> Symbol:
        """The variable as a leaf of a formula."""
        return Symbol(self.names[variable], self.number(variable))

    @property
    def yy(self) -> Symbol:
        """The label of the one output as a leaf."""
        return self.symbol(Variable("label"))

    @property
    def loss(self) -> float:
        """L."""
        return float(self.gradients.loss)

    @property
    def corners(self) -> tuple[Corner, ...]:
        """Where the loss has two slopes, of which one is taken: s = 0 under ReLU, equal largest."""
        known = places(self.architecture)
        maps: dict[str, Array] = {
            name: np.reshape(getattr(self.values, name), known[name].shape)
            for name in ("s", "o")
            if name in known
        }
        return corners(self.architecture, maps)


@lru_cache(maxsize=64)
def of_notes_kind(geometry: Geometry) -> Architecture:
    """The notes' network for another image or kernel.

    Raises:
        ArchitectureError: it is too large to be derived.
    """
    (rows, columns), (kernel_rows, kernel_columns) = geometry.image_shape, geometry.kernel_shape
    return Architecture(
        rows=rows, columns=columns, kernel_rows=kernel_rows, kernel_columns=kernel_columns
    )


@lru_cache(maxsize=64)
def is_of_notes_kind(architecture: Architecture) -> bool:
    """Whether it is the notes' network but for the sizes of image and kernel."""
    sizes = ("rows", "columns", "kernel_rows", "kernel_columns")
    return all(
        getattr(architecture, one.name) == getattr(NOTES, one.name)
        for one in fields(Architecture)
        if one.name not in sizes
    )


@lru_cache(maxsize=64)
def _geometry(architecture: Architecture) -> Geometry:
    return Geometry((architecture.rows, architecture.columns), architecture.kernel_shape)


def _shaped(place: Place, array: ArrayLike) -> Array:
    """With all axes."""
    found = np.asarray(array, dtype=np.float64)
    if found.shape not in (place.shape, place.written, (place.count,)):
        raise ValueError(f"{place.name}: got shape {found.shape}, wanted {place.written}")
    return found.reshape(place.shape)
