"""Worked examples: the network gives what was published, and each slip gives what learners got."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from lib.derivation import State, Variable, derive
from lib.network import backward
from lib.network.places import places
from lib.scenario import COMPOSED, PRESETS, decode, encode, preset, preset_of
from lib.scenario.worked import WORKED, Published
from lib.text import sidebar
from lib.text import worked as words

NOT_EXACT = {
    ("softmax", "y_out"): 0.001,  # rounded before it was divided
    ("softmax_gradient", "alpha"): 3e-8,  # 32 bits
}


@pytest.mark.parametrize("name", WORKED)
def test_the_network_gives_what_was_published(name: Any) -> None:
    scenario = preset(name)
    state = scenario.state()
    for one in WORKED[name].published:
        assert one.difference(state) <= NOT_EXACT.get((name, one.place), 0.0)
        shape = [len(row) for row in one.here(state)]
        assert shape == [len(row) for row in one.rows]
    assert decode(encode(scenario)) == scenario
    assert preset_of(scenario) == name


def test_a_published_number_that_is_wrong_is_seen() -> None:
    state = preset("max_pool").state()
    assert Published("pooled", "9 2; 6 4").difference(state) == 1.0
    assert Published("pooled", "9 2; 6 3.1").difference(state) == pytest.approx(0.1)
    assert Published("pooled", "-9 2; 6 3").difference(state) == 18.0
    assert Published("pooled", "4 1.25; 4 2").difference(preset("average_pool").state()) == 0.25
    with pytest.raises(ValueError, match="not the numbers of 4 cells"):
        Published("pooled", "9 2 6").difference(state)


def arrays(name: Any) -> dict[str, np.ndarray]:
    """Every number that an example sets, with all axes, from the scenario alone."""
    network = preset(name).network
    assert network is not None
    return {
        place.name: np.reshape(
            getattr(network, "target" if place.role == "target" else place.name), place.shape
        )
        for place in places(network.architecture).values()
        if place.role != "value"
    }


def convolved(given: dict[str, np.ndarray], padding: int = 0, stride: int = 1) -> np.ndarray:
    """The sums, one pixel and weight after the other."""
    image, kernel = np.pad(given["image"], ((0, 0), *[(padding, padding)] * 2)), given["kernel"]
    kernels, _, high, wide = kernel.shape
    rows = (image.shape[1] - high) // stride + 1
    columns = (image.shape[2] - wide) // stride + 1
    s = np.zeros((kernels, rows, columns))
    for f, i, j in np.ndindex(s.shape):
        y, x = i * stride, j * stride
        s[f, i, j] = (image[:, y : y + high, x : x + wide] * kernel[f]).sum()
    bias = given.get("kernel_bias", np.zeros(kernels))
    return s + bias[:, None, None]


def source(name: Any, place: str, gradient: bool = False) -> np.ndarray:
    """The numbers of the source, in a row."""
    found = [
        float(text)
        for one in WORKED[name].published
        if one.place == place and one.is_gradient == gradient
        for row in one.rows
        for text in row
    ]
    return np.array(found)


@pytest.mark.parametrize(
    ("name", "padding", "stride"),
    [
        ("cross_correlation", 0, 1),
        ("padded", 1, 1),
        ("channels", 0, 1),
        ("three_channels", 0, 1),
        ("vertical_edges", 0, 1),
        ("signal", 0, 1),
        ("stride_and_padding", 1, 2),
    ],
)
def test_the_source_is_what_numpy_gives(name: Any, padding: int, stride: int) -> None:
    """The published numbers are held against a loop of their own, not against our layers."""
    given = arrays(name)
    np.testing.assert_allclose(
        convolved(given, padding, stride).ravel(), source(name, "s"), atol=5e-9
    )


def test_the_gradients_of_the_source_are_what_numpy_gives() -> None:
    for name in ("both_gradients", "three_channels"):
        given = arrays(name)
        g = given["given"]
        d_kernel, d_image = np.zeros_like(given["kernel"]), np.zeros_like(given["image"])
        _, _, high, wide = d_kernel.shape
        for f, i, j in np.ndindex(g.shape):
            d_kernel[f] += g[f, i, j] * given["image"][:, i : i + high, j : j + wide]
            d_image[:, i : i + high, j : j + wide] += g[f, i, j] * given["kernel"][f]
        np.testing.assert_array_equal(d_image.ravel(), source(name, "image", gradient=True))
        ours = d_kernel.ravel() if name == "both_gradients" else d_kernel[[0, 2], [0, 2]].ravel()
        np.testing.assert_array_equal(ours, source(name, "kernel", gradient=True))


def test_the_pools_and_ends_of_the_source_are_what_numpy_gives() -> None:
    for name, of_cells in (("max_pool", np.max), ("average_pool", np.mean)):
        pixels = arrays(name)["image"].reshape(2, 2, 2, 2)
        got = of_cells(pixels, axis=(1, 3)).ravel()
        np.testing.assert_array_equal(got, source(name, "pooled"))
    line = convolved(arrays("line_detector"))[0]
    np.testing.assert_array_equal(line.ravel(), source("line_detector", "o"))
    mean = line.reshape(3, 2, 3, 2).mean(axis=(1, 3)).ravel()
    np.testing.assert_array_equal(mean, source("line_detector", "pooled"))
    for name, atol in (("softmax", 6e-4), ("softmax_gradient", 4e-8)):
        given = arrays(name)
        logits = given["dense"] @ given["image"].ravel() + given["dense_bias"]
        y = np.exp(logits) / np.exp(logits).sum()
        loss = -np.log(y[given["label"] == 1.0])
        np.testing.assert_allclose(loss, source(name, "loss"), atol=1e-3)
        values = source(name, "y_out") if name == "softmax" else source(name, "alpha", True)
        np.testing.assert_allclose(y - (name != "softmax") * given["label"], values, atol=atol)
    w, x = arrays("neuron")["kernel"].ravel(), arrays("neuron")["image"].ravel()
    f = 1 / (1 + np.exp(-(w @ x + arrays("neuron")["kernel_bias"].item())))
    np.testing.assert_allclose(f * (1 - f) * x, source("neuron", "kernel", True), atol=5e-3)
    np.testing.assert_allclose(f * (1 - f) * w, source("neuron", "image", True), atol=5e-3)


def test_the_hidden_layer_of_the_source_is_what_numpy_gives() -> None:
    given = arrays("hidden_layer")

    def sigma(x: np.ndarray) -> np.ndarray:
        return np.asarray(1 / (1 + np.exp(-x)))

    h = sigma(given["kernel"].reshape(2, 2) @ given["image"].ravel() + given["kernel_bias"])
    y = sigma(given["dense"] @ h + given["dense_bias"])
    delta = (y - given["label"]) * y * (1 - y)
    back = (given["dense"].T @ delta) * h * (1 - h)
    for number, place, gradient in (
        (h, "o", False),
        (y, "y_out", False),
        (0.5 * np.square(y - given["label"]).sum(), "loss", False),
        (delta[0] * h[0], "dense", True),
        (back[0] * given["image"].ravel()[0], "kernel", True),
    ):
        got = source("hidden_layer", place, gradient)
        np.testing.assert_allclose(np.ravel(number), got, atol=6e-9)


def terms(variable: Variable, state: State) -> list[float]:
    """What each window adds."""
    error = state.gradient(Variable("alpha"))
    return [error * term.short.value for term in derive(variable, state).terms]


def published(several: tuple[Published, ...], state: State) -> list[tuple[Variable, float]]:
    return [(one.variables(state.architecture)[0], float(one.text)) for one in several]


def test_each_slip_gives_what_learners_got() -> None:
    state = preset("shared_weight").state()
    slips = dict(WORKED["shared_weight"].slips)
    for weight, value in published(slips["last_window"], state):
        assert terms(weight, state)[1] == pytest.approx(value, rel=1e-6)
    for weight, value in published(slips["mean_of_windows"], state):
        assert sum(terms(weight, state)) / 2 == pytest.approx(value, rel=1e-6)
    delta, (left, right) = state.gradients.s[:2], state.parameters.kernel[0, :2]
    turned = np.convolve(delta, (right, left))
    wrong = [value for _, value in published(slips["kernel_turned"], state)]
    assert turned == pytest.approx(wrong, rel=1e-6)


def test_the_lost_minus_is_hidden_by_a_label_of_one() -> None:
    scenario = preset("lost_minus")
    state = scenario.state()
    y_out = float(state.values.y_out)
    assert y_out == pytest.approx(0.7, abs=1e-8)

    def lost(yy: float) -> float:
        return -yy / y_out - (1 - yy) / (1 - y_out)

    ((_, wrong),) = WORKED["lost_minus"].slips
    assert lost(state.label) == pytest.approx(published(wrong, state)[0][1], rel=1e-5)
    for yy, right, slip in ((0.0, 3.33333, -3.33333), (1.0, -1.42857, -1.42857)):
        found = backward(state.parameters, state.values, state.image, yy).y_out
        assert found == pytest.approx(right, rel=1e-5)
        assert lost(yy) == pytest.approx(slip, rel=1e-5)


def test_every_example_and_every_slip_has_words() -> None:
    assert words.STORY.keys() == words.NAMES.keys() == WORKED.keys()
    assert words.SLIP_NAMES.keys() == {slip for one in WORKED.values() for slip, _ in one.slips}
    assert sidebar.PRESET_NAMES.keys() == {*PRESETS, *COMPOSED}
