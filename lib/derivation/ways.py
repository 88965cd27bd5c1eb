"""The ways from a variable to the sums at the top: to each α, or to L where a gradient is given.

A sum of products is opened into its products; the numbers between two sums get no factor of their
own. Of a max pool only the winner's way is left.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from lib.derivation.state import State
from lib.derivation.variable import Variable
from lib.network import Architecture
from lib.network.made_of import Products, made_of
from lib.network.places import places


@dataclass(frozen=True, slots=True)
class Way:
    """x → s → o → the product w·o in the sum at the top."""

    top: Variable
    """α, or L."""
    weight: Variable
    cell: Variable
    """The last map's cell, which the weight is multiplied by."""
    s: Variable | None
    """The s that the way goes through; None where it begins behind it."""
    pooled_from: int
    """How many cells become one on the way: 1 without an average; 0 where a max takes another."""
    meets: Variable | None
    """What x is multiplied by in s: a pixel, a weight; None for a bias, and behind s."""


@dataclass(frozen=True, slots=True)
class Structure:
    """``made_of`` as derivations read it, made once for an architecture."""

    met: dict[Variable, tuple[tuple[Variable, Variable | None], ...]]
    """For each kernel weight, bias and pixel: every s made of it, and what it meets there."""
    up: dict[Variable, tuple[Variable, Variable]]
    """For each s: what the pool takes of it (o, or s itself), and the last map's cell."""
    down: dict[Variable, Variable]
    """For each o: its s."""
    members: dict[Variable, tuple[Variable, ...]]
    """For each cell of the last map: what it is pooled from."""
    tops: dict[Variable, tuple[tuple[Variable, Variable], ...]]
    """For each cell of the last map: the sums at the top that have it, and its weight there."""
    of_weight: dict[Variable, tuple[Variable, Variable]]
    """For each dense weight: its α, and the cell that it meets."""
    order: dict[Variable, int]
    """The place of each cell of the last map in the sum."""


@lru_cache(maxsize=64)
def structure(architecture: Architecture) -> Structure:
    """The structure of an architecture."""
    net, made, known = architecture, made_of(architecture), places(architecture)
    met: dict[Variable, list[tuple[Variable, Variable | None]]] = {}
    for place in (known["kernel"], known.get("kernel_bias"), known["image"]):
        met.update({cell: [] for cell in (place.cells() if place else ())})
    tops: dict[Variable, list[tuple[Variable, Variable]]] = {}
    of_weight: dict[Variable, tuple[Variable, Variable]] = {}
    for variable, of in made.items():
        if not isinstance(of, Products):
            continue
        for weight, source in of.pairs:
            if variable.group == "s":
                met[weight].append((variable, source))
                met[source].append((variable, weight))
            else:
                tops.setdefault(source, []).append((variable, weight))
                of_weight[weight] = variable, source
        if of.bias and variable.group == "s":
            met[of.bias].append((variable, None))
    maps = known["s"].cells()
    before = maps if net.activation == "none" else known["o"].cells()
    members = {
        cell: made[cell].reads if net.pool != "none" else (cell,)
        for cell in known[net.last_map].cells()
    }
    last = {member: cell for cell, several in members.items() for member in several}
    return Structure(
        met={variable: tuple(several) for variable, several in met.items()},
        up={s: (cell, last[cell]) for s, cell in zip(maps, before, strict=True)},
        down=dict(zip(before, maps, strict=True)),
        members=members,
        tops={cell: tuple(several) for cell, several in tops.items()},
        of_weight=of_weight,
        order={cell: position for position, cell in enumerate(members)},
    )


def structure_of(state: State) -> Structure:
    """The structure of the state's network."""
    if "structure" not in state.kept:
        state.kept["structure"] = structure(state.architecture)
    found: Structure = state.kept["structure"]
    return found


def taken(cell: Variable, state: State) -> Variable:
    """The cell that a max pool takes: the first of the largest."""
    members = structure_of(state).members[cell]
    return max(members, key=state.number)


def ways(variable: Variable, state: State) -> list[Way]:
    """Every way of the variable to the top, in the order of the top's sums."""
    of, net = structure_of(state), state.architecture
    match variable.group:
        case "dense":
            top, cell = of.of_weight[variable]
            return [Way(top, variable, cell, None, 1, None)]
        case "dense_bias":
            return []
        case group if group == net.last_map:
            return [Way(top, w, variable, None, 1, None) for top, w in of.tops[variable]]
        case "o":
            s = of.down[variable]
            share = pool_share(s, state)
            last = of.up[s][1]
            return [Way(top, w, last, None, share, None) for top, w in of.tops[last]]
        case "s":
            share, last = pool_share(variable, state), of.up[variable][1]
            return [Way(top, w, last, variable, share, None) for top, w in of.tops[last]]
    through = [(s, meets, of.up[s][1]) for s, meets in of.met[variable]]
    if net.pool != "none":
        through.sort(key=lambda way: of.order[way[2]])
        if net.pool == "max":
            winners = {cell: taken(cell, state) for cell in {cell for _, _, cell in through}}
            through = [way for way in through if of.up[way[0]][0] == winners[way[2]]]
    pooled_from = len(of.members[through[0][2]]) if through and net.pool == "average" else 1
    return [
        Way(*of.tops[cell][k], cell, s, pooled_from, meets)
        for k in range(net.outputs)
        for s, meets, cell in through
    ]


def pool_share(s: Variable, state: State) -> int:
    """How many cells the pool makes one of above s; 0 where a max takes another one."""
    of = structure_of(state)
    before, cell = of.up[s]
    if state.architecture.pool == "max":
        return int(taken(cell, state) == before)
    return len(of.members[cell])
