"""The names of the network's scalars."""

import pytest

from lib.derivation import Variable, symbol_of, variable_from_key, variables
from lib.derivation.variable import GROUPS, dense_letter, pair
from lib.network import GEOMETRY, Geometry

NOTES = GEOMETRY
LARGE = Geometry((12, 12), (3, 3))


def test_the_notes_network_has_its_39_variables() -> None:
    found = variables(NOTES)
    counts = {group: sum(v.group == group for v in found) for group in GROUPS}
    assert counts == {
        "kernel": 9, "dense": 4, "image": 16, "s": 4, "o": 4, "alpha": 1, "y_out": 1,
    }  # fmt: skip
    assert len(set(found)) == 39


@pytest.mark.parametrize(
    ("variable", "symbol"),
    [
        (Variable("kernel", (2, 1)), "w_{21}"),
        (Variable("image", (3, 0)), "a_{30}"),
        (Variable("dense", (0,)), "w_{a}"),
        (Variable("dense", (3,)), "w_{d}"),
        (Variable("o", (2,)), "o_{10}"),
        (Variable("s", (3,)), "s_{3}"),
        (Variable("alpha"), r"\alpha"),
        (Variable("y_out"), "y_{out}"),
    ],
)
def test_the_notes_symbols(variable: Variable, symbol: str) -> None:
    assert symbol_of(variable, NOTES) == symbol


@pytest.mark.parametrize("geometry", [NOTES, LARGE, Geometry((3, 3), (1, 1))])
def test_no_two_variables_share_a_symbol_or_a_key(geometry: Geometry) -> None:
    found = variables(geometry)
    assert len({symbol_of(v, geometry) for v in found}) == len(found)
    assert len({v.key for v in found}) == len(found)


def test_indices_from_ten_on_take_a_comma() -> None:
    assert pair(2, 1) == "21"
    assert pair(1, 11) == "1,11"
    assert pair(11, 1) == "11,1"
    assert symbol_of(Variable("image", (2, 10)), LARGE) == "a_{2,10}"


def test_dense_letters_go_on_after_z() -> None:
    assert [dense_letter(k) for k in (0, 3, 25, 26, 27, 51, 52, 701, 702)] == [
        "a", "d", "z", "aa", "ab", "az", "ba", "zz", "aaa",
    ]  # fmt: skip


@pytest.mark.parametrize("geometry", [NOTES, LARGE])
def test_a_key_leads_back_to_its_variable(geometry: Geometry) -> None:
    for variable in variables(geometry):
        assert variable_from_key(variable.key, geometry) == variable


@pytest.mark.parametrize("key", ["", "kernel", "kernel-3-0", "image-4-0", "s-4", "alpha-0", "loss"])
def test_a_key_of_no_variable_is_refused(key: str) -> None:
    with pytest.raises(ValueError, match="no such variable"):
        variable_from_key(key, NOTES)
