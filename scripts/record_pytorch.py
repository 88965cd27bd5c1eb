"""Record PyTorch's loss curves, so that the tests can hold ours against them without PyTorch.

    pip install -r requirements-bench.txt
    python scripts/record_pytorch.py

Everything but the batches and the initial weights is PyTorch's own: convolution, loss, automatic
gradient and optimiser.
"""

from __future__ import annotations

import json
import sys
from dataclasses import fields
from pathlib import Path
from typing import Any

import torch

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from lib.network import Architecture  # noqa: E402
from lib.network.places import split  # noqa: E402
from lib.training import TrainingSetup, load_dataset  # noqa: E402
from lib.training.batches import Batches  # noqa: E402
from lib.training.initial import initial_weights  # noqa: E402

TARGET = ROOT / "tests" / "training" / "pytorch_curves.json"
OF_NETWORKS = TARGET.with_name("pytorch_networks.json")
STEPS = 200
SETUPS: list[dict[str, Any]] = [
    {"optimiser": "descent", "learning_rate": 2.0},
    {"optimiser": "descent", "learning_rate": 1.0, "l2": 0.01, "batch_size": 24},
    {"optimiser": "momentum", "learning_rate": 0.3, "initial": "xavier"},
    {"optimiser": "nesterov", "learning_rate": 0.3, "batch_size": 100},
    {"optimiser": "rmsprop", "learning_rate": 0.02, "initial": "uniform"},
    {"optimiser": "adam", "learning_rate": 0.05, "batch_size": 7},
]
NETWORKS: list[tuple[dict[str, Any], dict[str, Any]]] = [
    (
        {"kernels": 2, "kernel_bias": True, "dense_bias": True, "activation": "relu"},
        {"learning_rate": 0.5},
    ),
    (
        {"rows": 6, "columns": 6, "kernels": 2, "pool": "max", "activation": "relu"},
        {"optimiser": "adam", "learning_rate": 0.05, "batch_size": 16},
    ),
    (
        {
            "rows": 8, "columns": 8, "kernels": 3, "pool": "max", "activation": "relu",
            "kernel_bias": True, "dense_bias": True, "outputs": 3, "head": "softmax",
        },
        {"optimiser": "momentum", "learning_rate": 0.1, "second_digit": 7, "initial": "xavier"},
    ),
    (
        {
            "rows": 8, "columns": 8, "kernels": 2, "pool": "average", "activation": "leaky_relu",
            "outputs": 5, "head": "softmax",
        },
        {"optimiser": "adam", "learning_rate": 0.05, "batch_size": 50, "l2": 0.001},
    ),
    (
        {
            "channels": 3, "rows": 5, "columns": 5, "kernels": 2, "stride": 2, "padding": 1,
            "kernel_bias": True, "activation": "tanh", "head": "squared",
        },
        {"data": "bars", "optimiser": "rmsprop", "learning_rate": 0.02},
    ),
    (
        {"rows": 1, "columns": 8, "kernel_rows": 1, "padding": 1, "outputs": 2,
         "head": "sigmoid_squared", "dense_bias": True},
        {"data": "sides", "optimiser": "nesterov", "learning_rate": 0.1, "noise": 0.1},
    ),
    (
        {"activation": "none", "outputs": 3, "kernels": 2},
        {"learning_rate": 0.5, "batch_size": 60, "batch_loss": "mean"},
    ),
]  # fmt: skip
"""Architecture and set-up."""


def optimiser_of(setup: TrainingSetup, weights: list[torch.Tensor]) -> torch.optim.Optimizer:
    rate, decay = setup.learning_rate, setup.l2
    if setup.optimiser == "adam":
        betas = (setup.beta1, setup.beta2)
        return torch.optim.Adam(weights, rate, betas, setup.epsilon, decay)
    if setup.optimiser == "rmsprop":
        return torch.optim.RMSprop(weights, rate, setup.decay, setup.epsilon, decay)
    momentum = 0.0 if setup.optimiser == "descent" else setup.momentum
    nesterov = setup.optimiser == "nesterov"
    return torch.optim.SGD(weights, rate, momentum, weight_decay=decay, nesterov=nesterov)


def record(choices: dict[str, Any]) -> dict[str, Any]:
    setup = TrainingSetup(**choices)
    data = load_dataset(setup)
    images = torch.tensor(data.train_images[:, None].copy())
    labels = torch.tensor(data.train_labels.copy())
    start = initial_weights(setup)
    kernel = torch.tensor(start[:9].reshape(1, 1, 3, 3), requires_grad=True)
    dense = torch.tensor(start[9:], requires_grad=True)
    optimiser = optimiser_of(setup, [kernel, dense])
    batches = Batches(len(labels), setup.batch_size, setup.batch_seed)
    losses = []
    for step in range(STEPS):
        batch = torch.tensor(batches.at(step))
        features = torch.sigmoid(torch.nn.functional.conv2d(images[batch], kernel)).flatten(1)
        loss = torch.nn.functional.binary_cross_entropy_with_logits(features @ dense, labels[batch])
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        losses.append(loss.item())
    weights = [*kernel.flatten().tolist(), *dense.tolist()]
    plain = {f.name: getattr(setup, f.name) for f in fields(setup) if f.name not in _PARTS}
    return {"setup": plain, "losses": losses, "weights": weights}


_PARTS = ("given", "architecture", "numbers")
_FUNCTIONS = {
    "sigmoid": torch.sigmoid,
    "tanh": torch.tanh,
    "relu": torch.relu,
    "leaky_relu": torch.nn.functional.leaky_relu,
    "none": lambda x: x,
}
_POOLS = {"max": torch.nn.functional.max_pool2d, "average": torch.nn.functional.avg_pool2d}


def loss_of(head: str, alpha: torch.Tensor, labels: torch.Tensor) -> torch.Tensor:
    if head == "softmax":
        return torch.nn.functional.cross_entropy(alpha, labels)
    if head == "cross_entropy":
        each = torch.nn.functional.binary_cross_entropy_with_logits(alpha, labels, reduction="none")
    else:
        y = torch.sigmoid(alpha) if head == "sigmoid_squared" else alpha
        each = torch.nn.functional.mse_loss(y, labels, reduction="none")
    return each.sum(dim=1).mean()


def record_network(made_of: dict[str, Any], choices: dict[str, Any]) -> dict[str, Any]:
    net = Architecture(**made_of)
    setup = TrainingSetup(architecture=net, **choices)
    data = load_dataset(setup)
    count = len(data.train_images)
    images = torch.tensor(data.train_images.reshape(count, *net.image_shape))
    labels = torch.tensor(data.train_labels.reshape(count, net.outputs))
    parts = split(net, initial_weights(setup))
    weights = {name: torch.tensor(part, requires_grad=True) for name, part in parts.items()}
    optimiser = optimiser_of(setup, list(weights.values()))
    batches = Batches(count, setup.batch_size, setup.batch_seed)
    losses = []
    for step in range(STEPS):
        batch = torch.tensor(batches.at(step))
        s = torch.nn.functional.conv2d(
            images[batch], weights["kernel"], weights.get("kernel_bias"), net.stride,
            net.padding_sides,
        )  # fmt: skip
        last = _FUNCTIONS[net.activation](s)
        if net.pool != "none":
            last = _POOLS[net.pool](last, net.pool_sides)
        alpha = torch.nn.functional.linear(
            last.flatten(1), weights["dense"], weights.get("dense_bias")
        )
        loss = loss_of(net.head, alpha, labels[batch])
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        losses.append(loss.item())
    flat = [number for part in weights.values() for number in part.flatten().tolist()]
    return {"architecture": made_of, "setup": choices, "losses": losses, "weights": flat}


if __name__ == "__main__":
    about = {
        "made_by": f"scripts/record_pytorch.py, PyTorch {torch.__version__}",
        "steps": STEPS,
    }
    runs = [record(choices) for choices in SETUPS]
    TARGET.write_text(json.dumps({**about, "runs": runs}, indent=1) + "\n")
    lines = ",\n".join(json.dumps(record_network(*both)) for both in NETWORKS)
    OF_NETWORKS.write_text(json.dumps(about)[:-1] + f', "runs": [\n{lines}\n]}}\n')
    for file in (TARGET, OF_NETWORKS):
        print(f"{file.name}: {file.stat().st_size} bytes")
