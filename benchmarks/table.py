"""The ratios, and the table in Markdown."""

from __future__ import annotations

from benchmarks.networks import NETWORKS

RATIOS: dict[str, tuple[str, str]] = {
    **{
        f"{peer}_over_ours_n{count}": (f"{peer}_us_n{count}", f"ours_us_n{count}")
        for count in (16, 256)
        for peer in ("pytorch", "pytorch_by_patches", "convnetjs", "jax_call_a_step", "readable")
    },
    **{
        f"ours_over_bare_n{count}": (f"ours_us_n{count}", f"bare_us_n{count}")
        for count in (16, 256)
    },
    **{
        f"ours_over_jax_scan_n{count}": (f"ours_us_n{count}", f"jax_scan_us_n{count}")
        for count in (16, 256)
    },
    **{
        f"sweep{runs}_ours_over_jax_n{count}": (
            f"sweep{runs}_us_n{count}",
            f"sweep{runs}_jax_us_n{count}",
        )
        for count in (16, 256)
        for runs in (32, 128)
    },
    **{
        f"composed_{name}_over_bare_n{count}": (
            f"composed_{name}_us_n{count}",
            f"composed_{name}_bare_us_n{count}",
        )
        for name in NETWORKS
        for count in (16, 256)
    },
    **{
        f"{other}_over_composed_{name}_n{count}": (
            f"composed_{name}_{other}_us_n{count}",
            f"composed_{name}_us_n{count}",
        )
        for other in ("pytorch", "readable")
        for name in NETWORKS
        for count in (16, 256)
    },
}
"""name: (the time above the line, the time below it)"""

ONE_RUN = {
    "Backprop by Hand (`Run`)": "ours_us_n{n}",
    "the same, with a test set measured at every step": "ours_with_test_set_us_n{n}",
    "bare NumPy arithmetic, nothing recorded": "bare_us_n{n}",
    "the readable form (`mean_gradient`)": "readable_us_n{n}",
    "PyTorch eager, as written: conv2d, backward(), SGD": "pytorch_us_n{n}",
    "PyTorch eager, patches cut once, autograd.grad": "pytorch_by_patches_us_n{n}",
    "ConvNetJS (node)": "convnetjs_us_n{n}",
    "JAX jit, a call a step": "jax_call_a_step_us_n{n}",
    "JAX jit + scan, a whole run in one call": "jax_scan_us_n{n}",
}
OTHERS = {
    "4×4, two kernels, ReLU, biases": "two_kernels",
    "6×6, two kernels, ReLU, max pool, biases": "max_pool",
    "8×8, three kernels, ReLU, max pool, softmax of 3, biases": "softmax",
}
SWEEP = {
    "Backprop by Hand (`Sweep`)": "sweep{runs}_us_n{n}",
    "JAX jit(vmap(scan))": "sweep{runs}_jax_us_n{n}",
}


_FORMS = ("", "_bare", "_readable", "_pytorch")


def table(results: dict[str, float], machine: str, missing: list[str]) -> str:
    """What README shows: times in µs, ratios, and what could not be measured."""

    def cell(name: str) -> str:
        return f"{results[name]:.3g}" if name in results else "missing"

    lines = [
        "# Training speed",
        "",
        f"Measured by `make bench` on: {machine}.",
        "One thread each; times in µs, the loss of every step kept.",
        f"Missing: {', '.join(missing) or 'nothing'}.",
        "",
        "| one run, a full-batch step | 16 images | 256 images |",
        "| --- | --- | --- |",
        *(
            f"| {title} | {cell(name.format(n=16))} | {cell(name.format(n=256))} |"
            for title, name in ONE_RUN.items()
        ),
        "",
        "| many runs at once, a step of one of them "
        "| 16 images, 32 runs | 16, 128 | 256, 32 | 256, 128 |",
        "| --- | --- | --- | --- | --- |",
        *(
            f"| {title} | "
            + " | ".join(cell(name.format(n=n, runs=runs)) for n in (16, 256) for runs in (32, 128))
            + " |"
            for title, name in SWEEP.items()
        ),
        "",
        "| composed networks, a full-batch step | 16 images | bare | readable | PyTorch eager "
        "| 256 images | bare | readable | PyTorch eager |",
        "| --- | --- | --- | --- | --- | --- | --- | --- | --- |",
        *(
            f"| {title} | "
            + " | ".join(
                cell(f"composed_{name}{form}_us_n{n}") for n in (16, 256) for form in _FORMS
            )
            + " |"
            for title, name in OTHERS.items()
        ),
        "",
        "| ratio | value |",
        "| --- | --- |",
        *(f"| {name} | {cell(name)} |" for name in RATIOS),
        "",
        "![How the cost grows with images, with runs and with steps](growth.svg)",
        "",
    ]
    return "\n".join(lines)
