"""Training speed against the peers, all in one run.

    make bench

Every program runs in a process of its own, one thread each, by turns and several times; what counts
is the shortest time of each. Writes results.json (names and numbers, times in µs), RESULTS.md (the
table) and growth.svg beside this file. A peer that is not there is named as missing.
"""

from __future__ import annotations

import json
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

from benchmarks.growth_plot import growth_plot
from benchmarks.table import RATIOS, table

HERE = Path(__file__).parent
ROOT = HERE.parent
PEERS_PYTHON = ROOT / ".venv-bench" / "bin" / "python"
ROUNDS = 3
ONE_THREAD = {
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "XLA_FLAGS": "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1",
    "PYTHONPATH": str(ROOT),
    "NODE_PATH": str(HERE / "node_modules"),
}
PROGRAMS = {
    "ours": [sys.executable, "-m", "benchmarks.ours"],
    "PyTorch": [str(PEERS_PYTHON), "-m", "benchmarks.peers.pytorch_peer"],
    "JAX": [str(PEERS_PYTHON), "-m", "benchmarks.peers.jax_peer"],
    "ConvNetJS": [shutil.which("node") or "node", str(HERE / "peers" / "convnetjs.js")],
}


def measure(command: list[str]) -> tuple[dict[str, float], str]:
    """The numbers that a program reports; or none, and the last line of what it complained of."""
    environment = {**os.environ, **ONE_THREAD}
    # a machine may hold OpenBLAS to older instructions than it has: measured as it really is
    for name in ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE"):
        environment.pop(name, None)
    try:
        done = subprocess.run(
            command, env=environment, cwd=ROOT, capture_output=True, text=True, check=False
        )
    except OSError as error:
        return {}, str(error)
    if done.returncode:
        return {}, (done.stderr.strip().splitlines() or ["no message"])[-1]
    return json.loads(done.stdout), ""


def machine() -> str:
    """Processor, its cores, system and Python, in words."""
    processor = platform.processor() or platform.machine()
    info = Path("/proc/cpuinfo")
    if info.exists():
        names = [line for line in info.read_text().splitlines() if line.startswith("model name")]
        processor = names[0].split(":")[1].strip() if names else processor
    cores = os.cpu_count()
    return f"{processor}, {cores} cores, {platform.system()}, Python {platform.python_version()}"


def main() -> None:
    found: dict[str, float] = {}
    missing: dict[str, str] = {}
    for number in range(ROUNDS):
        for name, command in PROGRAMS.items():
            if name in missing:
                continue
            print(f"round {number + 1} of {ROUNDS}: {name}", flush=True)
            results, complaint = measure(command)
            if complaint:
                missing[name] = complaint
                print(f"  missing: {complaint}", flush=True)
            for key, value in results.items():
                found[key] = min(value, found.get(key, value))
    if "ours" in missing:
        sys.exit(f"our own benchmark failed: {missing['ours']}")
    for name, (top, bottom) in RATIOS.items():
        if top in found and bottom in found:
            found[name] = found[top] / found[bottom]
    rounded = {name: float(f"{found[name]:.4g}") for name in sorted(found)}
    (HERE / "results.json").write_text(json.dumps(rounded, indent=1) + "\n")
    text = table(rounded, machine(), sorted(missing))
    (HERE / "RESULTS.md").write_text(text)
    (HERE / "growth.svg").write_text(growth_plot(rounded))
    print(text)


if __name__ == "__main__":
    main()
