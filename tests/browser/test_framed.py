"""The lessons in a frame of another site's page, as a course page shows them."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from lib.scenario import decode, preset
from lib.scenario.file import Saved, read_file, write_file
from lib.text import backward, sidebar, sliders
from tests.browser.browsers import Browsers
from tests.browser.server import Server

COURSE = """<!doctype html><title>A course</title>
<script>
  window.told = [];
  addEventListener("message", ({{ data }}) => window.told.push(data));
</script>
<iframe src="{app}/forward?embed=true" width="1300" height="820" allow="clipboard-write">
</iframe>"""


@pytest.fixture
def course(shared_server: Server) -> Iterator[str]:
    """The address of a page on ``localhost``: not the site of the lessons, which is 127.0.0.1."""

    class Course(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("content-type", "text/html")
            self.end_headers()
            self.wfile.write(COURSE.format(app=shared_server.origin).encode())

        def log_message(self, *_: object) -> None:
            """Nothing to tell."""

    host = ThreadingHTTPServer(("127.0.0.1", 0), Course)
    threading.Thread(target=host.serve_forever, daemon=True).start()
    yield f"http://localhost:{host.server_port}"
    host.shutdown()
    host.server_close()


@pytest.mark.usefixtures("server")
def test_everything_works_in_a_frame(browsers: Browsers, course: str, tmp_path: Path) -> None:
    screen = browsers.lend(permissions=["clipboard-read", "clipboard-write"])
    page = screen.page
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(course)
    app = page.frame_locator("iframe")
    sums = app.locator(".tile[title^='s₀ =']")
    expect(sums).to_be_visible(timeout=60_000)

    inner = page.frames[1]
    # a tab with nothing stored withholds cookies from frames of other sites
    assert (
        inner.evaluate("document.cookie = 'kept=1; SameSite=None; Secure', document.cookie") == ""
    )

    app.get_by_role("slider", name="w 00", exact=True).press("ArrowRight")
    expect(sums).to_have_attribute("title", "s₀ = −0.460")
    expect(app.locator(".panel[aria-busy]")).to_have_count(0)

    # the frame's own address keeps up, and a host with an address bar of its own is told
    page.wait_for_function("() => window.told.some(({ type }) => type === 'SET_QUERY_PARAM')")
    told = page.evaluate("window.told.filter(({ type }) => type === 'SET_QUERY_PARAM').at(-1)")
    link = parse_qs(urlsplit(inner.url).query)["s"][0]
    assert parse_qs(told["queryParams"].lstrip("?"))["s"] == [link]
    assert decode(link).numbers != preset("notes").numbers

    app.get_by_role("button", name=sliders.COPY.en).click()
    expect(app.get_by_role("button", name=sliders.COPIED.en)).to_be_visible()
    copied = urlsplit(page.evaluate("navigator.clipboard.readText()"))
    assert (copied.path, parse_qs(copied.query)["s"]) == ("/forward", [link])

    app.get_by_role("button", name=sidebar.FILE.en).click()
    with page.expect_download(timeout=60_000) as saving:
        app.get_by_test_id("stDownloadButton").get_by_role("button", name=sidebar.SAVE.en).click()
    saved = read_file(Path(saving.value.path()).read_bytes())
    assert saved.scenario.numbers == decode(link).numbers
    file = tmp_path / "numbers.json"
    file.write_bytes(write_file(Saved(preset("vertical"), None)))
    app.get_by_test_id("stFileUploaderDropzoneInput").set_input_files(file)
    expect(app.get_by_text(sidebar.FILE_TAKEN.en)).to_be_visible(timeout=60_000)

    app.get_by_test_id("stPageLink-NavLink").last.click()
    expect(app.get_by_role("heading", name=backward.TITLE.en)).to_be_visible()
    assert errors == []
    browsers.take_back(screen)
