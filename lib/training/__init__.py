"""Training a network: data, optimisers, the loop and its history. NumPy only.

A set-up says everything about a run; a run goes forward, remembers, and goes back.

>>> from lib.training import Run, TrainingSetup
>>> setup = TrainingSetup(first_digit=0, second_digit=1, learning_rate=2.0)
>>> run = Run(setup)
>>> run.advance(300)
300
>>> run.history.train_loss.shape, bool(run.history.train_loss[-1] < run.history.train_loss[0])
((301,), True)
>>> run.parameters.kernel.shape, run.parameters.dense.shape
((3, 3), (4,))
>>> moment = run.at(41)
>>> moment.step, moment.gradient.shape, bool(moment.next_parameters == run.at(42).parameters)
(41, (13,), True)

The change of any weight by a step is −η · gradient under gradient descent; ``moment.batch`` names
the training images (``run.dataset.train_images[moment.batch]``) whose gradients were averaged.
"""

from lib.training.batches import BATCH_LATEX
from lib.training.dataset import Dataset, split
from lib.training.gallery import Gallery, gallery, gallery_of
from lib.training.given import Given
from lib.training.gradient import as_parameters, mean_gradient
from lib.training.history import History
from lib.training.landscape import (
    loss_landscape,
    on_landscape,
    random_directions,
    weight_directions,
)
from lib.training.load import load_dataset, own_dataset, with_noise
from lib.training.measure import least_loss
from lib.training.objective import gradients_by_image
from lib.training.optimisers import OPTIMISERS, Optimiser
from lib.training.run import Run
from lib.training.run_state import RunState
from lib.training.schedule import SCHEDULE_LATEX
from lib.training.setup import CHOICES, RANGES, TrainingSetup
from lib.training.stops import Stop
from lib.training.sweep import Results, Sweep, most_runs, sweep_setups
from lib.training.thin import thin
from lib.training.update import WeightUpdate, weight_symbols, weight_update

__all__ = [
    "BATCH_LATEX",
    "CHOICES",
    "OPTIMISERS",
    "RANGES",
    "SCHEDULE_LATEX",
    "Dataset",
    "Gallery",
    "Given",
    "History",
    "Optimiser",
    "Results",
    "Run",
    "RunState",
    "Stop",
    "Sweep",
    "TrainingSetup",
    "WeightUpdate",
    "as_parameters",
    "gallery",
    "gallery_of",
    "gradients_by_image",
    "least_loss",
    "load_dataset",
    "loss_landscape",
    "mean_gradient",
    "most_runs",
    "on_landscape",
    "own_dataset",
    "random_directions",
    "split",
    "sweep_setups",
    "thin",
    "weight_directions",
    "weight_symbols",
    "weight_update",
    "with_noise",
]
