"""Three replicas behind nginx on loopback, with the configuration of deploy/nginx.

``python -m benchmarks.load.cluster`` starts them and prints the address, until Ctrl-C.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import tempfile
import time
import urllib.request
from pathlib import Path

from benchmarks.load.server import ROOT, Server, free_port

NGINX = "/usr/sbin/nginx"
SHARED = ROOT / "deploy" / "nginx"

CONFIGURATION = """
worker_processes 1;
worker_rlimit_nofile 16384;
daemon off;
pid nginx.pid;
error_log error.log warn;
events {{ worker_connections 8192; }}
http {{
    include /etc/nginx/mime.types;
    access_log off;
    client_body_temp_path client;
    proxy_temp_path proxy;
    fastcgi_temp_path fastcgi;
    uwsgi_temp_path uwsgi;
    scgi_temp_path scgi;
    proxy_cache_path static keys_zone=static:1m max_size=64m use_temp_path=off;
    include {shared}/http.conf;
    upstream backprop {{
        zone backprop 128k;
        hash $replica consistent;
        {servers}
        keepalive 32;
    }}
    server {{
        listen 127.0.0.1:{port} backlog=1024;
        include {shared}/site.conf;
    }}
}}
"""


def installed() -> str | None:
    """Where nginx is, or None."""
    return NGINX if Path(NGINX).is_file() else shutil.which("nginx")


class Cluster:
    """Replicas and the proxy before them; all of them stop when the block is left."""

    def __init__(self, script: Path = ROOT / "app.py", replicas: int = 3) -> None:
        self.replicas = [Server(script) for _ in range(replicas)]
        self.port = free_port()
        self.base = f"http://127.0.0.1:{self.port}"
        self.folder = Path(tempfile.mkdtemp(prefix="backprop-"))
        self.folder.chmod(0o755)  # started by root, nginx works as nobody
        self.nginx: subprocess.Popen[bytes] | None = None

    def configuration(self) -> Path:
        """Write nginx's configuration; return its path."""
        servers = "\n        ".join(
            f"server 127.0.0.1:{one.port} max_fails=1 fail_timeout=5s;" for one in self.replicas
        )
        path = self.folder / "nginx.conf"
        path.write_text(
            CONFIGURATION.format(shared=SHARED, servers=servers, port=self.port), "utf-8"
        )
        return path

    def __enter__(self) -> Cluster:
        try:
            for replica in self.replicas:
                replica.wait()
            program = installed()
            if program is None:
                raise RuntimeError("nginx is not installed: apt-get install nginx-light")
            command = [program, "-p", str(self.folder), "-c", str(self.configuration())]
            self.nginx = subprocess.Popen([*command, "-e", "error.log"])
            _wait_for(f"{self.base}/_stcore/health")
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def stop(self) -> None:
        if self.nginx:
            self.nginx.terminate()
            self.nginx.wait(10)
        for replica in self.replicas:
            replica.stop()
        shutil.rmtree(self.folder, ignore_errors=True)


def _wait_for(address: str, seconds: float = 20.0) -> None:
    until = time.monotonic() + seconds
    while True:
        try:
            urllib.request.urlopen(address, timeout=2).close()
            return
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--replicas", type=int, default=3)
    with Cluster(replicas=parser.parse_args().replicas) as cluster:
        print(cluster.base, flush=True)
        for replica in cluster.replicas:
            print(f"  {replica.base}  process {replica.pid}", flush=True)
        try:
            while True:
                time.sleep(3600)
        except KeyboardInterrupt:
            pass


if __name__ == "__main__":
    main()
