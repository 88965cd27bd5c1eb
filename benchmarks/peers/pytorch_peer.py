"""PyTorch, eager, one thread: as its users write this network, and the fastest way found."""

from __future__ import annotations

import torch
from torch.nn import functional

from benchmarks.networks import NETWORKS, numbers_of
from benchmarks.timing import BATCHES, RATE, data, fastest, first_weights, report
from lib.network import Architecture
from lib.network.places import split

STEPS = 200


def as_written(count: int) -> float:
    """Convolution, loss, backward(), SGD; µs a step, every loss kept."""
    images, labels = (torch.tensor(array) for array in data(count))
    start = torch.tensor(first_weights(1)[0])
    kernel = start[:9].reshape(1, 1, 3, 3).clone().requires_grad_()
    dense = start[9:].clone().requires_grad_()
    optimiser = torch.optim.SGD([kernel, dense], lr=RATE)
    losses = torch.empty(STEPS, dtype=torch.float64)

    def train() -> None:
        for step in range(STEPS):
            features = torch.sigmoid(functional.conv2d(images[:, None], kernel)).flatten(1)
            loss = functional.binary_cross_entropy_with_logits(features @ dense, labels)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            losses[step] = loss.detach()

    return fastest(train) / STEPS


def by_patches(count: int) -> float:
    """Patches cut once, autograd.grad, no optimiser object; µs a step, every loss kept."""
    images, labels = (torch.tensor(array) for array in data(count))
    patches = functional.unfold(images[:, None], 3).transpose(1, 2).contiguous()
    start = torch.tensor(first_weights(1)[0])
    kernel, dense = (part.clone().requires_grad_() for part in (start[:9], start[9:]))
    losses = torch.empty(STEPS, dtype=torch.float64)

    def train() -> None:
        for step in range(STEPS):
            alpha = torch.sigmoid(patches @ kernel) @ dense
            loss = functional.binary_cross_entropy_with_logits(alpha, labels)
            d_kernel, d_dense = torch.autograd.grad(loss, (kernel, dense))
            with torch.no_grad():
                kernel.sub_(d_kernel, alpha=RATE)
                dense.sub_(d_dense, alpha=RATE)
            losses[step] = loss.detach()

    return fastest(train) / STEPS


def other_network(net: Architecture, count: int) -> float:
    """Another network as its users write it; µs a step, every loss kept."""
    weights, images, labels = numbers_of(net, count)
    parts = [torch.tensor(part).requires_grad_() for part in split(net, weights).values()]
    kernel, kernel_bias, dense, dense_bias = parts
    pixels, targets = torch.tensor(images), torch.tensor(labels)
    optimiser = torch.optim.SGD(parts, lr=RATE)
    several = net.head == "softmax"
    loss_of = functional.cross_entropy if several else functional.binary_cross_entropy_with_logits

    losses = torch.empty(STEPS, dtype=torch.float64)

    def train() -> None:
        for step in range(STEPS):
            features = torch.relu(functional.conv2d(pixels, kernel, kernel_bias))
            if net.pool == "max":
                features = functional.max_pool2d(features, net.pool_sides)
            alpha = functional.linear(features.flatten(1), dense, dense_bias)
            loss = loss_of(alpha, targets)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            losses[step] = loss.detach()

    return fastest(train) / STEPS


if __name__ == "__main__":
    torch.set_num_threads(1)
    found = {}
    for batch in BATCHES:
        found[f"pytorch_us_n{batch}"] = as_written(batch)
        found[f"pytorch_by_patches_us_n{batch}"] = by_patches(batch)
        for name, net in NETWORKS.items():
            found[f"composed_{name}_pytorch_us_n{batch}"] = other_network(net, batch)
    report(found)
