"""A network in a few words: what it is made of, without what it does not have."""

from __future__ import annotations

from lib.network import Architecture
from lib.text import Language
from lib.text import places as words


def describe(net: Architecture, language: Language) -> str:
    """``3×3 image, a 2×2 kernel, padding 1, ReLU, a given gradient``."""
    side = "×".join(map(str, net.pool_sides))
    told = {
        "volume" if net.channels > 1 else "image": True,
        "kernels" if net.kernels > 1 else "kernel": True,
        "stride": net.stride > 1,
        "padding": net.padding > 0,
        "kernel_bias": net.kernel_bias,
    }
    numbers = {
        "rows": net.rows,
        "columns": net.columns,
        "channels": net.channels,
        "high": net.kernel_rows,
        "wide": net.kernel_columns,
        "kernels": net.kernels,
        "stride": net.stride,
        "padding": net.padding,
        "outputs": net.outputs,
    }
    parts = [words.PARTS[name].filled(**numbers) for name, there in told.items() if there]
    parts.append(words.ACTIVATIONS[net.activation])
    if net.pool != "none":
        parts.append(words.PARTS["pool"].filled(side=side, pool=words.POOLS[net.pool]))
    if net.outputs > 1:
        parts.append(words.PARTS["outputs"].filled(**numbers))
    if net.dense_bias:
        parts.append(words.PARTS["dense_bias"])
    parts.append(words.HEADS[net.head])
    return ("，" if language == "zh" else ", ").join(part.say(language) for part in parts)
