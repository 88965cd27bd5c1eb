"""Everything that defines a training run, as one frozen value of plain numbers and short words."""

from __future__ import annotations

import math
from dataclasses import dataclass, fields
from typing import Any, Literal, NamedTuple, get_args

import numpy as np

from lib.network.architecture import NOTES as NOTES_NETWORK
from lib.network.architecture import Architecture
from lib.network.validate import Array
from lib.training.given import NOTES, Given

DataKind = Literal["digits", "bars", "sides", "diagonals", "textures", "xor", "own", "image"]
OptimiserKind = Literal["descent", "momentum", "nesterov", "rmsprop", "adam"]
ScheduleKind = Literal["constant", "step", "exponential", "cosine"]
InitialKind = Literal["normal", "uniform", "xavier", "zeros", "given"]
BatchLoss = Literal["mean", "sum"]


class Range(NamedTuple):
    """The smallest and the largest value that a number of the set-up may have."""

    lowest: float
    highest: float


SEED = Range(0, 2**31 - 1)
RANGES: dict[str, Range] = {
    "first_digit": Range(0, 9),
    "second_digit": Range(0, 9),
    "third_digit": Range(0, 9),
    "fourth_digit": Range(0, 9),
    "fifth_digit": Range(0, 9),
    "split_seed": SEED,
    "train_share": Range(0.05, 1.0),
    "noise": Range(0.0, 1.0),
    "size": Range(0, 2000),
    "learning_rate": Range(0.0, 1e6),
    "momentum": Range(0.0, 0.9999),
    "decay": Range(0.0, 0.9999),
    "beta1": Range(0.0, 0.9999),
    "beta2": Range(0.0, 0.9999),
    "epsilon": Range(1e-12, 1.0),
    "schedule_steps": Range(1, 1_000_000),
    "schedule_factor": Range(0.0, 1.0),
    "l1": Range(0.0, 10.0),
    "l2": Range(0.0, 10.0),
    "batch_size": Range(0, 2000),
    "batch_seed": SEED,
    "initial_scale": Range(0.0, 10.0),
    "initial_seed": SEED,
    "stop_loss": Range(0.0, 100.0),
    "stop_steps": Range(0, 1_000_000),
    "stop_plateau": Range(0, 1_000_000),
}
"""Both ends are allowed. A page can use them as the ends of its sliders."""

CHOICES: dict[str, tuple[str, ...]] = {
    "data": get_args(DataKind),
    "optimiser": get_args(OptimiserKind),
    "schedule": get_args(ScheduleKind),
    "batch_loss": get_args(BatchLoss),
    "initial": get_args(InitialKind),
}


@dataclass(frozen=True, slots=True)
class TrainingSetup:
    """What a learner chooses before a run. The same set-up gives the same run, to the last bit.

    Raises:
        ValueError: a value of the wrong type, out of its range (``RANGES``) or not one of its words
            (``CHOICES``), or two equal digits. The message says which, what it got and wanted.
    """

    data: DataKind = "digits"
    first_digit: int = 0
    """The digit with label 0."""
    second_digit: int = 1
    """The digit with label 1."""
    third_digit: int = 2
    fourth_digit: int = 3
    fifth_digit: int = 4
    """The digits of further classes, for a network that tells them apart; see ``digits``."""
    split_seed: int = 0
    """Chooses the images, their split into train and test, and the noise on them."""
    train_share: float = 0.7
    noise: float = 0.0
    """Standard deviation of the noise on each pixel; the pixels stay in 0…1."""
    size: int = 0
    """Images in all, half of each class (an odd one more has label 0). 0: all the digits there are,
    or 200 synthetic images."""

    optimiser: OptimiserKind = "descent"
    learning_rate: float = 2.0
    """``η``."""
    momentum: float = 0.9
    """``μ`` of momentum and Nesterov."""
    decay: float = 0.99
    """``ρ`` of RMSProp."""
    beta1: float = 0.9
    """``β_1`` of Adam."""
    beta2: float = 0.999
    """``β_2`` of Adam."""
    epsilon: float = 1e-8
    """``ε`` of RMSProp and Adam."""

    schedule: ScheduleKind = "constant"
    schedule_steps: int = 1000
    schedule_factor: float = 0.5

    l1: float = 0.0
    """``λ_1``: adds λ_1·sign(w) to each gradient."""
    l2: float = 0.0
    """``λ_2``: adds λ_2·w to each gradient."""

    batch_size: int = 0
    """Images a step; 0 is all of them."""
    batch_seed: int = 0
    batch_loss: BatchLoss = "mean"
    """Whether the gradient of a step is the mean or the sum of its images' gradients."""

    initial: InitialKind = "normal"
    initial_scale: float = 0.5
    """Standard deviation (normal) or largest size (uniform) of the initial weights."""
    initial_seed: int = 0

    given: Given = NOTES
    """What ``data="image"`` trains on and ``initial="given"`` starts from; unused otherwise."""
    architecture: Architecture = NOTES_NETWORK
    """The network that is trained."""
    numbers: tuple[float, ...] = ()
    """What ``given`` is to the notes' network, for another one: the image, the parameters in the
    order of a weight vector, the label."""

    stop_loss: float = 0.0
    """Stop as soon as the training loss is this small; 0: never."""
    stop_steps: int = 0
    """Stop after this many steps; 0: never."""
    stop_plateau: int = 0
    """Stop when the training loss has found no new low in this many steps; 0: never."""

    def __post_init__(self) -> None:
        for field in fields(self):
            value = getattr(self, field.name)
            if field.name in CHOICES:
                _check_word(field.name, value)
            elif field.name in _PARTS:
                if not isinstance(value, _PARTS[field.name]):
                    wanted = _PARTS[field.name].__name__
                    raise ValueError(f"{field.name}: got {type(value).__name__}, wanted a {wanted}")
            else:
                whole = isinstance(field.default, int)
                object.__setattr__(self, field.name, _checked_number(field.name, value, whole))
        if self.first_digit == self.second_digit:
            raise ValueError(
                f"second_digit: got {self.second_digit} twice, wanted two different digits"
            )

    @property
    def class_count(self) -> int:
        """How many kinds of images the network tells apart: two with a single output."""
        return max(2, self.architecture.outputs)

    @property
    def digits(self) -> tuple[int, ...]:
        """The digit of each class; one that an earlier class has gives way to the least free."""
        asked = (
            self.first_digit,
            self.second_digit,
            self.third_digit,
            self.fourth_digit,
            self.fifth_digit,
        )
        found: list[int] = []
        for digit in asked[: self.class_count]:
            free = (one for one in range(10) if one not in found)
            found.append(next(free) if digit in found else digit)
        return tuple(found)

    def given_parts(self) -> tuple[Array, Array, Array]:
        """The image (H, W), or (C, H, W) where there are several channels, the weights in a row,
        and the label, shape () or (K,).

        Raises:
            ValueError: ``numbers`` of a network of another size.
        """
        net = self.architecture
        if net == NOTES_NETWORK:
            return self.given.image_array, self.given.weights, np.array(self.given.label)
        pixels = math.prod(net.image_shape)
        wanted = pixels + net.parameter_count + net.outputs
        if len(self.numbers) != wanted:
            raise ValueError(f"numbers: got {len(self.numbers)}, wanted {wanted} for this network")
        row = np.array(self.numbers)
        image, weights, label = np.split(row, [pixels, pixels + net.parameter_count])
        image = image.reshape(net.image_shape)
        several = net.channels > 1
        return image if several else image[0], weights, label if net.outputs > 1 else label[0]

    @property
    def uses_given(self) -> bool:
        """Whether anything of ``given``, or of ``numbers``, plays a part in the run."""
        return self.data == "image" or self.initial == "given"


_PARTS: dict[str, type] = {"given": Given, "architecture": Architecture, "numbers": tuple}
"""Fields that are checked where they are made or used."""


def _check_word(name: str, value: Any) -> None:
    if not isinstance(value, str) or value not in CHOICES[name]:
        raise ValueError(f"{name}: got {value!r}, wanted one of {', '.join(CHOICES[name])}")


def _checked_number(name: str, value: Any, whole: bool) -> float:
    """The value as a plain int or float, so that equal set-ups are equal and encode alike."""
    lowest, highest = RANGES[name]
    wanted = f"a {'whole ' if whole else ''}number from {lowest:g} to {highest:g}"
    try:
        if isinstance(value, (bool, str, bytes)):
            raise TypeError
        number = int(value) if whole else float(value)
        if number != value or not lowest <= number <= highest:
            raise ValueError
    except (TypeError, ValueError, OverflowError):
        raise ValueError(f"{name}: got {value!r}, wanted {wanted}") from None
    return number + 0  # no negative zero
