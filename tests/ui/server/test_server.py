"""A real ``streamlit run`` of one file that is both script and server."""

from __future__ import annotations

import urllib.error
import urllib.request
from collections.abc import Iterator

import pytest

from lib.ui.server.headers import HEADERS
from tests.browser.server import Server

SCRIPT = """
import socket
import streamlit as st
from lib.ui.server import MIDDLEWARE, lifespan
from lib.ui.server.sockets import bound_sockets

app = st.App(__file__, middleware=MIDDLEWARE, lifespan=lifespan)
if __name__ == "__main__":
    nodelay = [s.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY) for s in bound_sockets()]
    st.markdown(str(nodelay))
"""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    script = tmp_path_factory.mktemp("served") / "app.py"
    script.write_text(SCRIPT, "utf-8")
    served = Server(script)
    served.start()
    yield served.origin
    served.stop()


@pytest.mark.parametrize("path", ["/", "/backward", "/_stcore/health", "/static/nothing"])
def test_the_headers_are_on_every_answer(server: str, path: str) -> None:
    with urllib.request.urlopen(server + path, timeout=10) as answer:
        assert {name: answer.headers[name] for name in HEADERS} == HEADERS


def test_small_messages_leave_at_once(server: str) -> None:
    """The second message of a run must not wait 40 ms for the first to be acknowledged."""
    from streamlit.proto.BackMsg_pb2 import BackMsg
    from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
    from websockets.sync.client import connect

    message = BackMsg()
    message.rerun_script.query_string = ""
    address = server.replace("http", "ws", 1) + "/_stcore/stream"
    with connect(address, subprotocols=["streamlit"], max_size=None) as socket_:  # type: ignore[list-item]
        socket_.send(message.SerializeToString())
        said = ForwardMsg()
        while said.WhichOneof("type") != "delta":
            said.ParseFromString(socket_.recv(10))
    assert said.delta.new_element.markdown.body == "[1]"


@pytest.mark.parametrize("path", ["/", "/_stcore/health", "/_stcore/host-config"])
def test_it_gives_no_cookie(server: str, path: str) -> None:
    with urllib.request.urlopen(server + path, timeout=10) as answer:
        assert answer.headers["Set-Cookie"] is None


def test_another_site_cannot_upload(server: str) -> None:
    """It knows no session's name, and no browser lets it ask."""
    address = f"{server}/_stcore/upload_file/{'a' * 36}/{'b' * 36}"
    foreign = {"Origin": "https://elsewhere.example", "Access-Control-Request-Method": "PUT"}
    with urllib.request.urlopen(
        urllib.request.Request(address, method="OPTIONS", headers=foreign), timeout=10
    ) as answer:
        assert answer.headers["Access-Control-Allow-Origin"] not in ("*", foreign["Origin"])
    part = b'--x\r\nContent-Disposition: form-data; name="f"; filename="f"\r\n\r\n1\r\n--x--\r\n'
    headers = {"Content-Type": "multipart/form-data; boundary=x"}
    upload = urllib.request.Request(address, data=part, method="PUT", headers=headers)
    with pytest.raises(urllib.error.HTTPError, match="400"):
        urllib.request.urlopen(upload, timeout=10)
