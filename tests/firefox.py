"""A real Firefox for the browser tests: it opens pages, answers questions about them, and prints."""

import base64
import contextlib
import gc
import os
import shutil
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # parts of the driver are written as one wrote Python ten years ago
    from marionette_driver.marionette import Marionette  # type: ignore[import-untyped] # ships no types

NAMES = ("firefox-esr", "firefox")
"""The first is Debian's."""
SETTLED = """
    const [done] = arguments;
    (async () => {
        while (!document.querySelector("[data-bs-picks] li")) await new Promise((soon) => setTimeout(soon, 20));
        const images = [...document.querySelectorAll("[data-bs-sheets] img")];
        await Promise.allSettled([document.fonts.ready, ...images.map((image) => image.decode())]);
        await new Promise((soon) => requestAnimationFrame(() => requestAnimationFrame(soon)));
        done();
    })();
"""


class Firefox:
    """A running Firefox with one tab."""

    def __init__(self, driver: Any) -> None:  # noqa: ANN401 the driver ships no types
        """Drive what the driver started."""
        self._driver = driver

    def visit(self, address: str) -> None:
        """Open the studio at an address, and wait until every sheet is laid out."""
        self._driver.navigate("about:blank")
        self._driver.navigate(address)
        self._settle()

    def show(self, fragment: str) -> None:
        """Show another plan in the studio that is open."""
        script = 'history.replaceState(null, "", arguments[0]); dispatchEvent(new HashChangeEvent("hashchange"));'
        self._driver.execute_script(script, script_args=[fragment], sandbox=None)
        self._settle()

    def evaluate(self, function: str) -> Any:  # noqa: ANN401 plain JSON
        """Return what a function says about the page."""
        return self._driver.execute_script(f"return ({function})()", sandbox=None)

    def pdf(self, width_mm: float, height_mm: float) -> bytes:
        """Return what the page prints on paper of this size, with the settings that a reader finds in the window."""
        page = {"width": width_mm / 10, "height": height_mm / 10}
        printed = self._driver._send_message("WebDriver:Print", {"page": page}, key="value")  # noqa: SLF001 it has no name for it
        return base64.b64decode(printed)

    def _settle(self) -> None:
        self._driver.execute_async_script(SETTLED, sandbox=None, script_timeout=60_000)


@contextlib.contextmanager
def running(folder: Path) -> Iterator[Firefox]:
    """Run a Firefox that keeps its files in a folder; a machine without one fails the tests, it does not skip them."""
    executable = os.environ.get("FIREFOX") or next(filter(None, map(shutil.which, NAMES)), None)
    assert executable, "no Firefox found: install Debian's firefox-esr, or set FIREFOX to its path"
    # No other host can be reached: what is not on this machine goes to a proxy that is not there.
    alone = {
        "network.proxy.type": 1,
        "network.proxy.http": "127.0.0.1",
        "network.proxy.http_port": 9,
        "network.proxy.ssl": "127.0.0.1",
        "network.proxy.ssl_port": 9,
        "network.proxy.no_proxies_on": "127.0.0.1",
        "dom.serviceWorkers.enabled": False,
    }
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # the driver drops the sockets with which it waits for Firefox
        driver = Marionette(
            bin=executable,
            headless=True,
            port=0,
            prefs=alone,
            gecko_log=str(folder / "firefox.log"),
            workspace=str(folder),
        )
        driver.start_session()
        gc.collect()
    yield Firefox(driver)
    driver.quit()
    driver.cleanup()
