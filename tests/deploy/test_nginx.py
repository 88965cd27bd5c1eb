"""nginx before two replicas, as deploy/nginx sets it up: who goes where, and what stays outside."""

from __future__ import annotations

import re
import subprocess
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from benchmarks.load.cluster import Cluster, installed
from benchmarks.load.session import Session
from tests import loops
from tests.deploy.test_containers import filled_in

pytestmark = pytest.mark.skipif(installed() is None, reason="nginx is not installed")

SCRIPT = """
import os
import streamlit as st

st.markdown(f"process {os.getpid()}")
"""


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    script = tmp_path_factory.mktemp("app") / "app.py"
    script.write_text(SCRIPT, "utf-8")
    with Cluster(script, replicas=2) as cluster:
        yield cluster


def get(address: str, cookie: str = "", **headers: str) -> Any:
    names = {name.replace("_", "-"): text for name, text in headers.items()}
    request = urllib.request.Request(
        address, headers=names | ({"Cookie": cookie} if cookie else {})
    )
    return urllib.request.urlopen(request, timeout=10)


def status(address: str) -> int:
    try:
        return int(get(address).status)
    except urllib.error.HTTPError as error:
        return error.code


def process_of(base: str, cookie: str) -> int:
    """The process that a browser with this cookie talks to; '' for one that withholds it."""

    async def ask() -> int:
        seen: list[str] = []
        session = Session(base, {"replica": cookie} if cookie else {})
        show = session.screen.show

        def look(message: Any) -> None:
            show(message)
            seen.append(message.delta.new_element.markdown.body)

        session.screen.show = look  # type: ignore[method-assign]
        await session.open()
        await session.run()
        await session.close()
        return next(int(text.split()[1]) for text in seen if text.startswith("process"))

    return loops.run(ask())


def test_a_newcomer_gets_a_random_name(cluster: Cluster) -> None:
    cookies = [get(cluster.base + "/").headers["Set-Cookie"] for _ in range(2)]
    pattern = r"replica=[0-9a-f]{32}; Path=/; HttpOnly; SameSite=Lax"
    assert all(re.fullmatch(pattern, cookie) for cookie in cookies)
    assert cookies[0] != cookies[1]


def test_over_tls_the_name_is_kept_in_a_frame_on_another_site_too(cluster: Cluster) -> None:
    cookie = get(cluster.base + "/", X_Forwarded_Proto="https").headers["Set-Cookie"]
    assert cookie.endswith("; Path=/; HttpOnly; SameSite=None; Secure; Partitioned")


def test_a_browser_that_withholds_its_cookies_stays_on_one_replica(cluster: Cluster) -> None:
    assert len({process_of(cluster.base, "") for _ in range(8)}) == 1


def test_a_known_browser_keeps_its_name(cluster: Cluster) -> None:
    assert get(cluster.base + "/", "replica=" + "a" * 32).headers["Set-Cookie"] is None


@pytest.mark.parametrize("forged", ["", "A" * 32, "a" * 31, "a" * 4000, "../x", "a" * 32 + "x"])
def test_a_forged_name_is_replaced(cluster: Cluster, forged: str) -> None:
    assert "replica=" in get(cluster.base + "/", f"replica={forged}").headers["Set-Cookie"]


def test_one_browser_one_replica(cluster: Cluster) -> None:
    names = [f"{number:032x}" for number in range(12)]
    first = {name: process_of(cluster.base, name) for name in names}
    assert set(first.values()) == {replica.pid for replica in cluster.replicas}
    assert {name: process_of(cluster.base, name) for name in names} == first


@pytest.mark.parametrize("path", ["/", "/backward", "/_stcore/health", "/_stcore/metrics"])
def test_every_answer_has_the_headers(cluster: Cluster, path: str) -> None:
    try:
        headers = get(cluster.base + path).headers
    except urllib.error.HTTPError as error:
        headers = error.headers
    policy = headers.get_all("Content-Security-Policy")
    assert len(policy) == 1
    assert "unsafe-eval'" not in policy[0].replace("'wasm-unsafe-eval'", "")
    assert "frame-ancestors" not in policy[0]  # everybody may show the lessons
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Server"] == "nginx"


@pytest.mark.parametrize("path", ["/_stcore/metrics", "/_stcore/agent/interact"])
def test_what_is_nobodys_business(cluster: Cluster, path: str) -> None:
    assert status(cluster.base + path) == 404
    assert status(cluster.base + "/_stcore/health") == 200


def test_static_files_come_from_the_proxy(cluster: Cluster) -> None:
    html = get(cluster.base + "/").read().decode()
    path = re.findall(r'src="\./(static/js/[^"]+)"', html)[0]
    bodies = [get(f"{cluster.base}/{path}").read() for _ in range(2)]
    assert bodies[0] == bodies[1] != b""
    assert any((cluster.folder / "static").iterdir())


def test_the_containers_configuration_is_read(tmp_path: Path) -> None:
    """nginx -t, with addresses for names, and without the word that Debian's is too old for."""
    text = filled_in(tmp_path, "nameserver 127.0.0.1", REPLICAS="127.0.0.1")
    text = text.replace("/dev/stderr", "stderr").replace("8501 resolve", "8501")
    text = text.replace("/tmp/", f"{tmp_path}/").replace("/etc/nginx/backprop", str(tmp_path))
    (tmp_path / "nginx.conf").write_text(text, "utf-8")
    command = [installed() or "", "-t", "-c", str(tmp_path / "nginx.conf"), "-p", str(tmp_path)]
    found = subprocess.run(command, capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stderr


def test_when_a_replica_dies_its_browsers_go_to_the_other(cluster: Cluster) -> None:
    """The last test: it kills one."""
    dead, alive = cluster.replicas
    names = [f"{number:032x}" for number in range(12)]
    before = {name: process_of(cluster.base, name) for name in names}
    dead.kill()
    assert {process_of(cluster.base, name) for name in names} == {alive.pid}
    assert dead.pid in before.values()
    assert status(cluster.base + "/_stcore/health") == 200
