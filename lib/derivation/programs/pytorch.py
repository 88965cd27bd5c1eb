"""A network's program in PyTorch, whose autograd goes backward."""

from __future__ import annotations

from collections.abc import Iterator

from lib.derivation.programs.numbers import assignments, place_of, plain
from lib.derivation.state import State
from lib.derivation.variable import Variable
from lib.network.architecture import Architecture
from lib.network.layers.activation import LEAK

_TORCH_ACTIVATION = {
    "sigmoid": "torch.sigmoid(s)",
    "tanh": "torch.tanh(s)",
    "relu": "torch.relu(s)",
    "leaky_relu": f"functional.leaky_relu(s, {LEAK})",
}
_TORCH_LOSS = {
    "cross_entropy": "-(label * functional.logsigmoid(alpha)"
    " + (1.0 - label) * functional.logsigmoid(-alpha)).sum()",
    "softmax": "-(label * torch.log_softmax(alpha, 0)).sum()",
    "squared": "((alpha - label) ** 2).sum()",
    "sigmoid_squared": "((torch.sigmoid(alpha) - label) ** 2).sum()",
}
_TORCH_LOSS_OF_OUTPUT = {
    "cross_entropy": "-(label * torch.log(y_out) + (1.0 - label) * torch.log(1.0 - y_out)).sum()",
    "softmax": "-(label * torch.log(y_out)).sum()",
    "sigmoid_squared": "((y_out - label) ** 2).sum()",
}


def torch_program(variable: Variable, state: State) -> str:
    """A PyTorch program that runs the state's network and prints autograd's ∂L/∂variable."""
    net = state.architecture
    tensor = "torch.tensor({}, dtype=torch.float64, requires_grad=True)"
    functional = "from torch.nn import functional\n"
    parts = [f"import torch\n{functional}", assignments(state, tensor), ""]
    parts += _torch_forward(net, of_output=variable.group == "y_out")
    place = place_of(variable, net, torch=True)
    parts += ["loss.backward()", "", f"# dL/d{plain(state.name(variable))}"]
    return "\n".join([*parts, f"print({place}.item())"]) + "\n"


def _torch_forward(net: Architecture, of_output: bool) -> Iterator[str]:
    bias = "kernel_bias" if net.kernel_bias else "None"
    yield (
        f"s = functional.conv2d(image[None], kernel, {bias}, {net.stride}, {net.padding_sides})[0]"
    )
    last, between = "s", ["s"]
    if net.activation != "none":
        yield f"o = {_TORCH_ACTIVATION[net.activation]}"
        last = "o"
        between.append(last)
    if net.pool != "none":
        kind = "max_pool2d" if net.pool == "max" else "avg_pool2d"
        yield f"pooled = functional.{kind}({last}[None], {net.pool_sides})[0]"
        last = "pooled"
        between.append(last)
    if net.has_dense:
        yield f"alpha = dense @ {last}.flatten(){' + dense_bias' if net.dense_bias else ''}"
        between.append("alpha")
    if of_output:
        output = "torch.softmax(alpha, 0)" if net.head == "softmax" else "torch.sigmoid(alpha)"
        yield f"y_out = {output}.detach().requires_grad_()  # the loss as a function of y_out alone"
        yield f"loss = {_TORCH_LOSS_OF_OUTPUT[net.head]}"
        return
    yield from (f"{name}.retain_grad()" for name in between)
    yield f"loss = {_TORCH_LOSS[net.head] if net.has_dense else f'(given * {last}).sum()'}"
