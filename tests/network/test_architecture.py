"""What fits, what does not, and what would."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings

from lib.network.architecture import NOTES, Architecture
from lib.network.fits import MOST_NUMBERS, MOST_VALUES, ArchitectureError
from lib.network.places import places
from tests.network.random_architectures import architectures


def test_the_notes() -> None:
    assert Architecture() == NOTES
    assert hash(Architecture()) == hash(NOTES)
    counts = (NOTES.number_count, NOTES.value_count, NOTES.parameter_count)
    assert counts == (30, 39, 13)
    assert NOTES.map_shape == NOTES.last_map_shape == (2, 2)
    assert NOTES.last_map == "o"


@pytest.mark.parametrize(
    ("fields", "numbers", "values"),
    [
        ({"kernels": 2, "activation": "relu", "kernel_bias": True, "dense_bias": True}, 46, 63),
        ({"channels": 3, "rows": 5, "columns": 5, "kernels": 2, "stride": 2, "padding": 1,
          "kernel_bias": True, "dense_bias": True}, 151, 188),
        ({"rows": 8, "columns": 8, "kernels": 3, "pool": "max", "outputs": 3, "head": "softmax",
          "kernel_bias": True, "dense_bias": True}, 179, 427),
        ({"rows": 2, "columns": 2, "kernel_rows": 1, "kernel_columns": 1, "head": "given",
          "activation": "none"}, 9, 9),
    ],
)  # fmt: skip
def test_numbers_and_values_are_counted(fields: dict[str, Any], numbers: int, values: int) -> None:
    net = Architecture(**fields)
    assert (net.number_count, net.value_count) == (numbers, values)


@settings(max_examples=60)
@given(architectures())
def test_counts_are_those_of_the_places(net: Architecture) -> None:
    known = places(net).values()
    assert net.value_count == sum(p.count for p in known if p.role != "target")
    assert net.parameter_count == sum(p.count for p in known if p.role == "parameter")
    targets = sum(p.count for p in known if p.role == "target")
    pixels = net.channels * net.rows * net.columns
    wanted = net.parameter_count + pixels + (1 if net.head == "softmax" else targets)
    assert net.number_count == wanted <= MOST_NUMBERS
    assert net.value_count <= MOST_VALUES
    for place in known:
        assert len(place.cells()) == len(set(place.cells())) == place.count


@pytest.mark.parametrize(
    ("fields", "fault", "numbers", "fits"),
    [
        ({"stride": 2}, "stride_remainder", {"axis": "rows", "left_over": 1}, {"stride": (1,)}),
        ({"rows": 5, "stride": 2}, "stride_remainder", {"axis": "columns", "image": 4},
         {"columns": (3, 5, 7)}),
        ({"kernel_rows": 5}, "kernel_too_large", {"axis": "rows", "image": 4, "kernel": 5},
         {"kernel_rows": (1, 2, 3, 4), "padding": (1, 2)}),
        ({"pool": "max", "columns": 5}, "pool_remainder",
         {"map_rows": 2, "map_columns": 3, "pool_side": 2}, {"columns": (3, 4, 6, 8)}),
        ({"pool": "average", "rows": 3, "columns": 3}, "pool_remainder", {"map_rows": 1}, {}),
        ({"padding": 1, "kernel_rows": 1}, "padding_too_large", {"padding": 1, "kernel": 1},
         {"padding": (0,)}),
        ({"rows": 1}, "kernel_too_large", {"axis": "rows", "image": 1, "kernel": 3},
         {"kernel_rows": (1,)}),
        ({"head": "softmax"}, "too_few_classes", {"outputs": 1}, {"outputs": (2, 3, 4, 5)}),
        ({"rows": 8, "columns": 8, "kernels": 4}, "too_many_numbers", {"most": 200},
         {"kernels": (1, 2, 3)}),
        ({"rows": 8, "columns": 8, "kernels": 4, "kernel_rows": 1, "kernel_columns": 1,
          "head": "given"}, "too_many_numbers", {"numbers": 324}, {}),
        ({"rows": 8, "columns": 8, "kernels": 4, "padding": 1, "pool": "max", "pool_side": 2},
         "too_many_values", {"most": 450}, {}),
    ],
)  # fmt: skip
def test_what_does_not_fit_names_what_would(
    fields: dict[str, Any], fault: str, numbers: dict[str, Any], fits: dict[str, Any]
) -> None:
    with pytest.raises(ArchitectureError) as caught:
        Architecture(**fields)
    error = caught.value
    assert error.id == fault
    assert numbers.items() <= error.numbers.items()
    assert fits.items() <= error.fits.items()
    for name, sizes in error.fits.items():
        for size in sizes:
            Architecture(**{**fields, name: size})


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("channels", 0), ("channels", 4), ("rows", 9), ("columns", 0), ("kernels", 5),
        ("kernel_rows", 6), ("stride", 0), ("stride", 4), ("padding", -1), ("padding", 3),
        ("pool_side", 4), ("outputs", 6), ("rows", 4.0), ("rows", True), ("rows", "4"),
        ("rows", 10**30), ("rows", None), ("rows", [4]),
    ],
)  # fmt: skip
def test_a_size_out_of_its_range_is_refused(name: str, wrong: Any) -> None:
    with pytest.raises(ArchitectureError) as caught:
        Architecture(**{name: wrong})
    assert caught.value.id == "range"
    assert caught.value.numbers["field"] == name


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("activation", "softplus"), ("pool", None), ("head", ""), ("kernel_bias", 1),
        ("dense_bias", "yes"), ("activation", ["relu"]),
    ],
)  # fmt: skip
def test_an_unknown_choice_is_refused(name: str, wrong: Any) -> None:
    with pytest.raises(ArchitectureError) as caught:
        Architecture(**{name: wrong})
    assert caught.value.id == "choice"
    assert caught.value.numbers["field"] == name


def test_what_has_no_meaning_does_not_tell_two_networks_apart() -> None:
    assert Architecture(pool_side=3) == NOTES
    given_gradient = Architecture(head="given", outputs=3, dense_bias=True)
    assert given_gradient == Architecture(head="given")
    assert hash(given_gradient) == hash(Architecture(head="given"))


def test_a_signal_is_padded_and_pooled_along_its_row() -> None:
    net = Architecture(rows=1, columns=8, kernel_rows=1, padding=1, pool="max", pool_side=2)
    assert net.map_shape == (1, 8)
    assert net.padding_sides == (0, 1)
    assert net.pool_sides == (1, 2)
    assert net.last_map_shape == (1, 4)
