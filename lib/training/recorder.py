"""From the trace of a block of steps to the curves of a run."""

from __future__ import annotations

import numpy as np

from lib.training.history import BLOCK, History
from lib.training.measure import Measure
from lib.training.rates import Rates
from lib.training.stepper import Stepper


class Recorder:
    """Measures states and steps many at a time: one by one it would cost more than training.

    Args:
        stepper: does the steps, into ``trace``.
        train, test: measure the weights on all training and on all test images.
    """

    def __init__(self, stepper: Stepper, train: Measure, test: Measure) -> None:
        self._stepper, self._train, self._test = stepper, train, test
        self.trace = stepper.new_trace()

    def record(self, history: History, rates: Rates, first: int, last: int) -> None:
        """Write the curves of states first + 1 … last and of the steps that led there.

        With first = −1 and last = 0 it writes state 0 alone.
        """
        trace, batches = self.trace, self._stepper.batches
        objective = self._stepper.objective
        block = max(first, 0) // BLOCK * BLOCK
        row, end = first - block, last - block
        states = slice(row + 1, end + 1)
        with np.errstate(all="ignore"):
            test_loss, test_accuracy = self._test.rows(trace.weights, states)
            if batches.full:
                self._stepper.alpha(trace.weights[end], trace.alphas[end])
                train_loss = objective.mean_loss(trace.alphas[states], trace.labels)
                train_accuracy = objective.accuracy(trace.alphas[states], trace.labels)
            else:
                train_loss, train_accuracy = self._train.rows(trace.weights, states)
            lowest = train_loss if first < 0 else np.append(history.lowest_loss[-1], train_loss)
            history.write(
                first + 1,
                train_loss=train_loss,
                train_accuracy=train_accuracy,
                test_loss=test_loss,
                test_accuracy=test_accuracy,
                lowest_loss=np.fmin.accumulate(lowest)[-len(train_loss) :],
            )
            history.weight_path.add(first + 1, trace.weights[states])
            history.step = last
            if first >= 0:
                squares = np.square(trace.gradients[row:end])
                dense = objective.dense_count
                history.write(
                    first,
                    batch_loss=history.train_loss[first:last]
                    if batches.full
                    else trace.batch_losses(row, end),
                    kernel_gradient_norm=np.sqrt(squares[:, :-dense].sum(axis=1)),
                    dense_gradient_norm=np.sqrt(squares[:, -dense:].sum(axis=1)),
                    learning_rate=rates.of(first, last),
                )
