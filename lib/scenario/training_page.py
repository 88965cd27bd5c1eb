"""What is open and chosen on the page that trains, beside the run itself."""

from __future__ import annotations

from dataclasses import dataclass

from lib.network.fits import MOST_NUMBERS
from lib.scenario.kinds import Choice, Number, OrNull
from lib.scenario.limits import MOST_STEPS
from lib.scenario.record import holds, settle
from lib.training.images_file import MOST_IMAGES
from lib.training.setup import SEED

VIEWS = ("curves", "weights", "gallery", "travel", "landscape")
SETTINGS = ("data", "descent", "start")
_PART = Choice(("test", "train"))
_IMAGE = Number(0, MOST_IMAGES - 1, whole=True)
_WEIGHT = Number(0, MOST_NUMBERS - 1, whole=True)
_STEP = Number(0, MOST_STEPS, whole=True)


@dataclass(frozen=True, slots=True)
class TrainingPage:
    """The choices of the page that trains; a number beyond what the run has means the last one.

    A weight is its place among all, layer by layer: in the notes the kernel's nine row by row, then
    the four dense ones.

    Attributes:
        view: the open view.
        settings: the open group of settings.
        steps_per_frame: the pace, 1 to 1000.
        log_loss: whether the axis of the loss is logarithmic.
        paths: the matrix whose weights are drawn step by step, of a network that is not the notes'.
        gallery_part, gallery_order: which images, and whether the worst or the best come first.
        image_part, image: the image that is looked into.
        travel_step: the step that is shown again, counted from 0; None for the newest.
        travel_weight: the weight whose move is explained.
        travel_image: the place among the training images of the one that is to be opened; None for
            the one that pulls hardest.
        landscape: whether two ``weights`` or two ``random`` directions span the map.
        landscape_across, landscape_up: those weights.
        landscape_seed: the seed of the random directions.
        landscape_range: how far the map goes; None where it holds the whole way.

    Raises:
        FieldError: a field with a value that it does not hold.
    """

    view: str = holds(Choice(VIEWS), "curves")
    settings: str = holds(Choice(SETTINGS), "data")
    steps_per_frame: int = holds(Number(1, 1000, whole=True), 5)
    log_loss: bool = holds(Choice((False, True)), False)
    paths: int = holds(Number(0, 31, whole=True), 0)
    gallery_part: str = holds(_PART, "test")
    gallery_order: str = holds(Choice(("worst", "best")), "worst")
    image_part: str = holds(_PART, "test")
    image: int = holds(_IMAGE, 0)
    travel_step: int | None = holds(OrNull(_STEP), None)
    travel_weight: int = holds(_WEIGHT, 0)
    travel_image: int | None = holds(OrNull(_IMAGE), None)
    landscape: str = holds(Choice(("weights", "random")), "weights")
    landscape_across: int = holds(_WEIGHT, 0)
    landscape_up: int = holds(_WEIGHT, 9)
    landscape_seed: int = holds(Number(*SEED, whole=True), 0)
    landscape_range: float | None = holds(OrNull(Number(0.1, 1000)), None)

    def __post_init__(self) -> None:
        settle(self)
