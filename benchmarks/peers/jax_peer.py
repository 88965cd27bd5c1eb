"""JAX, compiled, one thread: a call a step, a whole run in one call, a whole sweep in one call."""

from __future__ import annotations

import jax
import jax.numpy as jnp
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from benchmarks.timing import BATCHES, RATE, SWEEPS, data, fastest, first_weights, report

STEPS = 512
jax.config.update("jax_enable_x64", True)


def parts(count: int):
    """A loss-and-gradient function of the weights (13,), and a whole run of STEPS steps."""
    images, labels = data(count)
    cut = sliding_window_view(images, (3, 3), axis=(1, 2)).reshape(count, 4, 9)
    patches, yy = jnp.asarray(cut), jnp.asarray(labels)

    def loss(w):
        alpha = jax.nn.sigmoid(patches @ w[:9]) @ w[9:]
        # faster here than logaddexp or softplus
        loss = jnp.maximum(alpha, 0.0) - yy * alpha + jnp.log1p(jnp.exp(-jnp.abs(alpha)))
        return jnp.mean(loss)

    value_and_gradient = jax.value_and_grad(loss)

    def step(w, _):
        value, gradient = value_and_gradient(w)
        return w - RATE * gradient, value

    def run(w):
        return jax.lax.scan(step, w, None, length=STEPS)

    return step, run


def call_a_step(count: int) -> float:
    step = jax.jit(parts(count)[0])
    start = jnp.asarray(first_weights(1)[0])

    def train() -> None:
        w, losses = start, []
        for _ in range(STEPS):
            w, value = step(w, None)
            losses.append(value)
        # the fastest of six ways to have the losses as numbers
        np.array([value.item() for value in losses])

    return fastest(train) / STEPS


def whole(count: int, runs: int) -> float:
    run = parts(count)[1]
    start = jnp.asarray(first_weights(runs) if runs > 1 else first_weights(1)[0])
    train = jax.jit(jax.vmap(run) if runs > 1 else run)
    return fastest(lambda: jax.block_until_ready(train(start))) / STEPS / runs


if __name__ == "__main__":
    found = {}
    for batch in BATCHES:
        found[f"jax_call_a_step_us_n{batch}"] = call_a_step(batch)
        found[f"jax_scan_us_n{batch}"] = whole(batch, 1)
    for images, networks in SWEEPS:
        found[f"sweep{networks}_jax_us_n{images}"] = whole(images, networks)
    report(found)
