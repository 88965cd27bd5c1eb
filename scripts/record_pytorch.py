"""Record PyTorch's loss curves, so that the tests can hold ours against them without PyTorch.

    pip install -r requirements-bench.txt
    python scripts/record_pytorch.py

Everything but the batches and the initial weights is PyTorch's own: convolution, loss, automatic
gradient and optimiser.
"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

import torch

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from lib.training import TrainingSetup, load_dataset  # noqa: E402
from lib.training.batches import Batches  # noqa: E402
from lib.training.initial import initial_weights  # noqa: E402

TARGET = ROOT / "tests" / "training" / "pytorch_curves.json"
STEPS = 200
SETUPS: list[dict[str, Any]] = [
    {"optimiser": "descent", "learning_rate": 2.0},
    {"optimiser": "descent", "learning_rate": 1.0, "l2": 0.01, "batch_size": 24},
    {"optimiser": "momentum", "learning_rate": 0.3, "initial": "xavier"},
    {"optimiser": "nesterov", "learning_rate": 0.3, "batch_size": 100},
    {"optimiser": "rmsprop", "learning_rate": 0.02, "initial": "uniform"},
    {"optimiser": "adam", "learning_rate": 0.05, "batch_size": 7},
]


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
    return {"setup": asdict(setup), "losses": losses, "weights": weights}


if __name__ == "__main__":
    curves = {
        "made_by": f"scripts/record_pytorch.py, PyTorch {torch.__version__}",
        "steps": STEPS,
        "runs": [record(choices) for choices in SETUPS],
    }
    TARGET.write_text(json.dumps(curves, indent=1) + "\n")
    print(f"{TARGET.name}: {TARGET.stat().st_size} bytes")
