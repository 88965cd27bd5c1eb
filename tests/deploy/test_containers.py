"""Compose and Kubernetes: what reaches the app, where the replicas are looked for, what stands."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from benchmarks.load.server import ROOT

DEPLOY = ROOT / "deploy"
CLUSTER = "search backprop.svc.school.example svc.school.example school.example\n"


def documents(path: str) -> list[dict[str, Any]]:
    return list(yaml.safe_load_all((DEPLOY / path).read_text("utf-8")))


def one(path: str, kind: str) -> dict[str, Any]:
    (found,) = [each for each in documents(path) if each["kind"] == kind]
    return found


def filled_in(folder: Path, resolv: str, **variables: str) -> str:
    """The configuration that start.sh makes for nginx, which is not started."""
    for name in ("start.sh", "nginx.conf", "http.conf", "site.conf"):
        shutil.copy(DEPLOY / "nginx" / name, folder)
    (folder / "resolv.conf").write_text(resolv, "utf-8")
    (folder / "made").mkdir()
    program = folder / "nginx"
    program.write_text(f'#!/bin/sh\necho "$@" > {folder}/arguments\n', "utf-8")
    program.chmod(0o755)
    environment = {
        "PATH": f"{folder}{os.pathsep}{os.environ['PATH']}",
        "RESOLV_CONF": str(folder / "resolv.conf"),
        "TMPDIR": str(folder / "made"),
    }
    subprocess.run(["/bin/sh", folder / "start.sh"], env=environment | variables, check=True)
    made = folder / "made" / "nginx.conf"
    assert (folder / "arguments").read_text() == f"-c {made} -g daemon off;\n"
    return made.read_text("utf-8")


def test_compose_passes_the_frames_on() -> None:
    (compose,) = documents("compose.yaml")
    assert compose["services"]["app"]["environment"] == {"FRAME_ANCESTORS": "${FRAME_ANCESTORS:-}"}


def test_kubernetes_passes_the_frames_on() -> None:
    pod = one("kubernetes/app.yaml", "Deployment")["spec"]["template"]["spec"]
    assert pod["containers"][0]["env"] == [{"name": "FRAME_ANCESTORS", "value": ""}]


def test_the_image_serves_the_shipped_configuration() -> None:
    image = (DEPLOY / "Dockerfile").read_text("utf-8")
    assert "STREAMLIT_" not in image
    assert 'CMD ["streamlit", "run", "app.py"]' in image
    assert re.search(r"^COPY \.streamlit \.streamlit$", image, re.MULTILINE)


@pytest.mark.parametrize(
    ("nameserver", "resolver"),
    [("10.96.0.10", "10.96.0.10"), ("fd00:10:96::a", "[fd00:10:96::a]")],
)
def test_any_name_server_and_any_cluster(tmp_path: Path, nameserver: str, resolver: str) -> None:
    resolv = f"{CLUSTER}nameserver {nameserver}\nnameserver 192.0.2.1\noptions ndots:5\n"
    text = filled_in(tmp_path, resolv)
    assert f"resolver {resolver} valid=5s;" in text
    assert "server app.backprop.svc.school.example:8501 resolve " in text
    assert "${" not in text


def test_compose_names_its_replicas_itself(tmp_path: Path) -> None:
    (compose,) = documents("compose.yaml")
    proxy = compose["services"]["proxy"]
    text = filled_in(tmp_path, "nameserver 127.0.0.11\nsearch lan\n", **proxy["environment"])
    assert "server app:8501 resolve " in text
    assert "app" in compose["services"]


def test_both_start_the_proxy_by_the_same_script() -> None:
    (compose,) = documents("compose.yaml")
    container = one("kubernetes/proxy.yaml", "Deployment")["spec"]["template"]["spec"]["containers"]
    start = ["/bin/sh", "/etc/nginx/backprop/start.sh"]
    assert compose["services"]["proxy"]["entrypoint"] == container[0]["command"] == start
    (kustomization,) = documents("kustomization.yaml")
    (generated,) = kustomization["configMapGenerator"]
    assert set(generated["files"]) == {
        f"nginx/{file.name}" for file in (DEPLOY / "nginx").iterdir()
    }


@pytest.mark.parametrize("part", ["app", "proxy"])
def test_neither_a_node_nor_its_upkeep_takes_all_of_a_part(part: str) -> None:
    labels = {"matchLabels": {"part": part}}
    deployment = one(f"kubernetes/{part}.yaml", "Deployment")["spec"]
    assert deployment["replicas"] > 1
    (spread,) = deployment["template"]["spec"]["topologySpreadConstraints"]
    assert spread["topologyKey"] == "kubernetes.io/hostname"
    budget = one(f"kubernetes/{part}.yaml", "PodDisruptionBudget")["spec"]
    assert spread["labelSelector"] == budget["selector"] == deployment["selector"] == labels
    assert budget["maxUnavailable"] == 1


def test_a_local_image_is_not_pulled() -> None:
    (kustomization,) = documents("kustomization.yaml")
    (image,) = kustomization["images"]
    assert image["newName"]
    assert image["newTag"] != "latest"
    (compose,) = documents("compose.yaml")
    assert compose["services"]["app"]["image"] == f"{image['newName']}:{image['newTag']}"
