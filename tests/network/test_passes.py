"""Forward and backward of any architecture against HIPS autograd, and the notes' own lines."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from typing import Any

import autograd.numpy as anp
import numpy as np
import pytest
from autograd import grad
from hypothesis import given, settings

from lib.network import Parameters, backward, forward, passes
from lib.network.architecture import NOTES, Architecture
from lib.network.heads import HEADS, cross_entropy, sigmoid_squared, softmax, squared
from lib.network.layers import activation, convolution, dense, pool
from lib.network.places import join, places, split
from lib.network.validate import Array
from tests.network.random_architectures import ONE_OF_EACH, Case, cases, filled

FUNCTIONS: dict[str, Callable[[Any], Any]] = {
    "sigmoid": lambda x: 1 / (1 + anp.exp(-x)),
    "tanh": anp.tanh,
    "relu": lambda x: anp.where(x > 0, x, 0.0),
    "leaky_relu": lambda x: anp.where(x > 0, x, 0.01 * x),
    "none": lambda x: x,
}


def oracle_loss(case: Case, place: str) -> tuple[Callable[[Any], Any], Array]:
    """The loss from one place on, in loops and plain formulas; and the place's numbers."""
    net, values = case.net, case.values
    arrays = {**case.parameters, "image": case.image, **values}

    def loss(free: Any) -> Any:
        a = {**arrays, place: free}
        held = {place} & {"s", "o", "pooled", "alpha", "y_out"}
        order = ["s", "o", "pooled", "alpha", "y_out"]
        known = order[order.index(place) :] if held else order

        def of(name: str, make: Callable[[], Any]) -> Any:
            return a[name] if name in held or name not in known else make()

        s = of("s", lambda: windows(net, a))
        last = s
        if net.activation != "none":
            last = of("o", lambda: FUNCTIONS[net.activation](s))
        if net.pool != "none":
            before = last
            last = of("pooled", lambda: pooled(net, before))
        if net.head == "given":
            return anp.sum(case.target * last)
        cells = last

        def weighted() -> Any:
            total = anp.dot(a["dense"], anp.reshape(cells, (-1,)))
            return total + a["dense_bias"] if net.dense_bias else total

        alpha, yy = of("alpha", weighted), case.target
        if net.head == "squared":
            return anp.sum((alpha - yy) ** 2)
        if place == "y_out":
            y = a["y_out"]
            if net.head == "softmax":
                return -anp.sum(yy * anp.log(y))
            if net.head == "sigmoid_squared":
                return anp.sum((y - yy) ** 2)
            rest = FUNCTIONS["sigmoid"](-values["alpha"]) - (y - values["y_out"])
            return -anp.sum(yy * anp.log(y) + (1 - yy) * anp.log(rest))
        if net.head == "softmax":
            top = anp.max(alpha)
            return -anp.sum(yy * (alpha - top - anp.log(anp.sum(anp.exp(alpha - top)))))
        if net.head == "sigmoid_squared":
            return anp.sum((FUNCTIONS["sigmoid"](alpha) - yy) ** 2)
        return anp.sum(yy * anp.logaddexp(0, -alpha) + (1 - yy) * anp.logaddexp(0, alpha))

    return loss, arrays[place]


def windows(net: Architecture, a: dict[str, Any]) -> Any:
    image, kernel = a["image"], a["kernel"]
    up, left = net.padding_sides
    wide = anp.zeros((net.channels, net.rows + 2 * up, left))
    high = anp.zeros((net.channels, up, net.columns))
    image = anp.concatenate([high, image, high], axis=1)
    image = anp.concatenate([wide, image, wide], axis=2)
    (rows, columns), (kh, kw), t = net.map_shape, net.kernel_shape, net.stride
    found = [
        anp.sum(kernel[f] * image[:, i * t : i * t + kh, j * t : j * t + kw])
        + (a["kernel_bias"][f] if net.kernel_bias else 0.0)
        for f in range(net.kernels)
        for i in range(rows)
        for j in range(columns)
    ]
    return anp.reshape(anp.stack(found), (net.kernels, rows, columns))


def pooled(net: Architecture, o: Any) -> Any:
    (high, wide), (rows, columns) = net.pool_sides, net.last_map_shape
    found = []
    for f in range(net.kernels):
        for i in range(rows):
            for j in range(columns):
                cells = anp.ravel(o[f, i * high : (i + 1) * high, j * wide : (j + 1) * wide])
                if net.pool == "average":
                    found.append(anp.sum(cells) / (high * wide))
                else:  # the first of equal ones
                    best = 0
                    for at in range(1, high * wide):
                        if cells[at] > cells[best]:
                            best = at
                    found.append(cells[best])
    return anp.reshape(anp.stack(found), (net.kernels, rows, columns))


def check(case: Case) -> None:
    found = case.gradients
    for name, place in places(case.net).items():
        if place.role == "target":
            continue
        loss, point = oracle_loss(case, name)
        want = grad(loss)(np.array(point))
        scale = max(np.abs(want).max(), np.abs(found["loss"]), 1e-3)
        gap = np.abs(found[name] - want).max()
        assert gap <= 1e-12 * scale, (name, gap, scale)
    loss, point = oracle_loss(case, "kernel")
    np.testing.assert_allclose(found["loss"], loss(point), rtol=1e-12, atol=1e-12)


@settings(max_examples=60)
@given(cases(largest=6))
def test_every_gradient_is_autograds(case: Case) -> None:
    check(case)


@pytest.mark.parametrize("net", ONE_OF_EACH, ids=str)
def test_one_of_each_kind(net: Architecture) -> None:
    check(filled(net, seed=3))


BROKEN: list[tuple[Any, str, Callable[..., Any], dict[str, Any]]] = [
    (convolution, "kernel_gradient", lambda g: g[..., ::-1], {}),
    (convolution, "bias_gradient", lambda g: 2 * g, {"kernel_bias": True}),
    (convolution, "image_gradient", lambda g: g[..., ::-1, :], {}),
    (activation, "backward", lambda g: g * 1.000001, {"activation": "tanh"}),
    (pool, "backward", lambda g: g[..., ::-1], {"pool": "max"}),
    (pool, "backward", lambda g: g * 4, {"pool": "average"}),
    (dense, "weight_gradient", lambda g: g[..., ::-1], {}),
    (dense, "cell_gradient", lambda g: -g, {}),
]


@pytest.mark.parametrize(("module", "name", "change", "fields"), BROKEN)
def test_a_derivative_broken_on_purpose_is_caught(
    module: Any, name: str, change: Callable[..., Any], fields: dict[str, Any],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    case = filled(Architecture(rows=6, columns=6, **fields), seed=1)
    check(case)
    right = getattr(module, name)
    monkeypatch.setattr(module, name, lambda *arguments: change(right(*arguments)))
    with pytest.raises(AssertionError):
        check(case)


@pytest.mark.parametrize("kind", ["sigmoid", "tanh", "relu", "leaky_relu"])
def test_an_activation_s_slope_broken_on_purpose_is_caught(
    kind: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = filled(Architecture(activation=kind, outputs=2), seed=1)
    check(case)
    function, slope = activation.ACTIVATIONS[kind]
    wrong = activation.Pair(function, lambda x: slope(x) + 1e-6)
    monkeypatch.setitem(activation.ACTIVATIONS, kind, wrong)
    with pytest.raises(AssertionError):
        check(case)


@pytest.mark.parametrize("kind", list(HEADS))
@pytest.mark.parametrize("name", ["by_alpha", "by_output"])
def test_a_head_s_slope_broken_on_purpose_is_caught(
    kind: Any, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    right = getattr(HEADS[kind], name)
    if right is None:
        assert kind == "squared"
        return
    case = filled(Architecture(head=kind, outputs=3), seed=2)
    check(case)
    wrong = HEADS[kind]._replace(**{name: lambda *of: right(*of) * 1.000001})
    monkeypatch.setitem(HEADS, kind, wrong)
    with pytest.raises(AssertionError):
        check(case)


def test_the_notes_lines_and_the_layers_give_the_same_numbers() -> None:
    """To the bit, but for the pixels, whose sums are taken in another order."""
    for seed in range(20):
        case = filled(NOTES, seed)
        parameters = Parameters(case.parameters["kernel"][0, 0], case.parameters["dense"][0])
        values = forward(parameters, case.image[0])
        gradients = backward(parameters, values, case.image[0], case.target[0])
        for name, array in case.values.items():
            assert np.array_equal(np.ravel(getattr(values, name)), np.ravel(array)), name
        for name, array in case.gradients.items():
            want, got = np.ravel(getattr(gradients, name)), np.ravel(array)
            if name == "image":
                np.testing.assert_allclose(got, want, rtol=1e-13, atol=1e-17)
            else:
                assert np.array_equal(want, got), name


@pytest.mark.parametrize("net", ONE_OF_EACH, ids=str)
def test_a_batch_of_networks_is_a_loop(net: Architecture) -> None:
    rng = np.random.default_rng(0)
    vectors = rng.normal(size=(3, 1, net.parameter_count))
    many = filled(net, 0, leading=(2,))
    parameters = split(net, vectors)
    values = passes.forward(net, parameters, many.image)
    found = passes.backward(net, parameters, values, many.image, many.target)
    for run, example in np.ndindex(3, 2):
        one = Case(net, split(net, vectors[run, 0]), many.image[example], many.target[example])
        for name, want in {**one.values, **one.gradients}.items():
            got = (found if name in one.gradients else values)[name][run, example]
            np.testing.assert_allclose(got, want, rtol=1e-11, atol=1e-13, err_msg=name)


@pytest.mark.parametrize("net", ONE_OF_EACH, ids=str)
def test_a_vector_and_its_views(net: Architecture) -> None:
    vector = np.arange(2.0 * net.parameter_count).reshape(2, -1)
    views = split(net, vector)
    assert np.array_equal(join(net, views), vector)
    assert all(np.shares_memory(view, vector) for view in views.values())
    with pytest.raises(ValueError, match="parameters"):
        split(net, vector[:, 1:])


def test_the_notes_thirteen_numbers_in_their_order() -> None:
    views = split(NOTES, np.arange(13.0))
    assert views["kernel"].tolist() == [[[[0, 1, 2], [3, 4, 5], [6, 7, 8]]]]
    assert views["dense"].tolist() == [[9, 10, 11, 12]]


@pytest.mark.parametrize("net", ONE_OF_EACH, ids=str)
@pytest.mark.parametrize("size", [30.0, 1e4])
def test_saturation_is_finite_and_silent(net: Architecture, size: float) -> None:
    case = filled(net, 5, size)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for name, array in {**case.values, **case.gradients}.items():
            assert np.isfinite(array).all(), name


def test_softmax_keeps_its_digits_where_it_has_rounded() -> None:
    alpha, label = np.array([60.0, 0.0, -3.0]), np.array([1.0, 0.0, 0.0])
    small = np.exp(-60.0) + np.exp(-63.0)
    np.testing.assert_allclose(softmax.loss(alpha, label), small, rtol=1e-12)
    np.testing.assert_allclose(softmax.by_alpha(alpha, label)[0], -small, rtol=1e-12)
    assert softmax.output(alpha)[0] == 1.0
    far = softmax.by_output(np.array([900.0, 0.0]), np.array([0.0, 1.0]))
    assert far.tolist() == [0.0, -np.finfo(float).max]
    np.testing.assert_allclose(softmax.loss(np.array([900.0, 0.0]), np.array([0.0, 1.0])), 900.0)


def test_tanh_s_slope_keeps_its_digits() -> None:
    slope = activation.tanh_slope(np.array([25.0, -25.0, 0.0, 400.0]))
    np.testing.assert_allclose(slope[:2], 4 * np.exp(-50.0), rtol=1e-12)
    assert slope[2] == 1.0
    assert slope[3] == 0.0


def test_at_zero_and_at_a_tie() -> None:
    assert activation.relu_slope(np.array([0.0, -0.0, 1e-300])).tolist() == [0, 0, 1]
    assert activation.leaky_relu_slope(np.array([0.0])).tolist() == [0.01]
    o = np.array([[[1.0, 2.0], [2.0, 2.0]]])
    assert pool.backward("max", o, np.ones((1, 1, 1)), (2, 2)).tolist() == [[[0, 1], [0, 0]]]


def test_squared_error_after_a_sigmoid_does_not_collapse() -> None:
    alpha, label = np.array([40.0]), np.array([0.0])
    assert sigmoid_squared.by_alpha(alpha, label)[0] == pytest.approx(2 * np.exp(-40.0), rel=1e-12)
    assert cross_entropy.by_alpha(alpha, label)[0] == 1.0
    assert squared.by_alpha(alpha, label)[0] == 80.0


@pytest.mark.parametrize(
    ("fields", "change", "message"),
    [
        ({}, {"image": np.ones((4, 4))}, "image"),
        ({}, {"image": np.ones((1, 4, 5))}, "image"),
        ({}, {"image": np.full((1, 4, 4), np.nan)}, "image"),
        ({}, {"target": np.array([1.5])}, "label"),
        ({"outputs": 2}, {"target": np.ones(3)}, "label"),
        ({"outputs": 2, "head": "softmax"}, {"target": np.array([0.5, 0.5])}, "one class"),
        ({"outputs": 2, "head": "softmax"}, {"target": np.array([1.0, 1.0])}, "one class"),
        ({"activation": "none"}, {"image": np.full((1, 4, 4), 1e308)}, "beyond float64"),
    ],
)
def test_what_does_not_fit_is_refused(
    fields: dict[str, Any], change: dict[str, Any], message: str
) -> None:
    case = filled(Architecture(**fields), 0)
    arguments = {"image": case.image, "target": case.target, **change}
    with pytest.raises(ValueError, match=message):
        Case(case.net, case.parameters, **arguments).gradients  # noqa: B018


def test_a_missing_place_and_values_of_another_batch_are_refused() -> None:
    case = filled(NOTES, 0)
    with pytest.raises(ValueError, match="dense: missing"):
        passes.forward(NOTES, {"kernel": case.parameters["kernel"]}, case.image)
    other = filled(NOTES, 0, leading=(2,)).values
    with pytest.raises(ValueError, match="values"):
        passes.backward(NOTES, case.parameters, other, case.image, case.target)


def test_two_outputs_back_through_a_sigmoid_map() -> None:
    """The published trace in one network: δ_j = Σ_n upstream_n·w_{nj} · o_j(1−o_j)."""
    upstream = np.array([0.25, -0.15])
    weights = np.array([(0.61, 0.02), (0.82, -0.50), (0.96, 0.23), (-1.00, 0.17)]).T
    o = np.array([0.58, 0.57, 0.65, 0.55])
    s = np.log(o / (1 - o)).reshape(1, 2, 2)  # a 1×1 kernel of weight 1 hands the pixels on
    net = Architecture(
        rows=2, columns=2, kernel_rows=1, kernel_columns=1, outputs=2, head="squared"
    )
    parameters = {"kernel": np.ones((1, 1, 1, 1)), "dense": weights}
    values = passes.forward(net, parameters, s)
    label = values["alpha"] - upstream / 2  # ∂L/∂α = 2·(α − yy)
    found = passes.backward(net, parameters, values, s, label)
    wanted = [0.0364182, 0.068628, 0.04675125, -0.06818625]
    np.testing.assert_allclose(found["s"].ravel(), wanted, rtol=1e-12)


def test_stanfords_neuron_as_a_given_gradient() -> None:
    """cs231n: f = σ(w·x) with w = [2, −3] and bias −3, x = [−1, −2], ∂L/∂f = 1."""
    net = Architecture(
        rows=1, columns=2, kernel_rows=1, kernel_columns=2, kernel_bias=True, head="given"
    )
    parameters = {"kernel": np.array([[[[2.0, -3.0]]]]), "kernel_bias": np.array([-3.0])}
    image = np.array([[[-1.0, -2.0]]])
    values = passes.forward(net, parameters, image)
    found = passes.backward(net, parameters, values, image, np.ones((1, 1, 1)))
    np.testing.assert_allclose(values["o"].ravel(), 0.7310586, atol=5e-8)
    np.testing.assert_allclose(found["kernel"].ravel(), [-0.1966, -0.3932], atol=5e-5)
    np.testing.assert_allclose(found["kernel_bias"], 0.1966, atol=5e-5)
    np.testing.assert_allclose(found["image"].ravel(), [0.3932, -0.5898], atol=5e-5)
