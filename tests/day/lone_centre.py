"""The billing server in a process of its own, so that what it does costs the measured counter no interpreter."""

from __future__ import annotations

import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from billing_server.embedded import start_embedded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from counter_app.wire.exchange import BillTold

START_SECONDS = 60.0
LOOK_AGAIN_SECONDS = 0.05


@dataclass(slots=True)
class LoneCentre:
    """A server's folder, and the port it is served on when it is."""

    folder: Path
    port: int
    _process: subprocess.Popen[bytes] | None = None

    @contextmanager
    def serving(self) -> Iterator[None]:
        """Serve meanwhile; no snapshot is built by itself."""
        self._process = subprocess.Popen(
            self._command("serve", "--port", str(self.port), "--snapshot-hours", "0"),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            self._wait_until_it_answers()
            yield
        finally:
            self.stop()

    def stop(self) -> None:
        """End it, if it is there."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait()
            self._process = None

    def build(self) -> float:
        """Build a snapshot as the office's scheduler does; the seconds it took."""
        at = time.perf_counter()
        subprocess.run(self._command("build-snapshot"), check=True, stdout=subprocess.DEVNULL)
        return time.perf_counter() - at

    def change(self, bills: Iterable[BillTold]) -> int:
        """Tell these bills again; how many consumers changed."""
        server = start_embedded(self.folder)
        try:
            return server.load_book((), bills)
        finally:
            server.stop()

    def _command(self, *words: str) -> list[str]:
        return [sys.executable, "-m", "billing_server", "--folder", str(self.folder), *words]

    def _wait_until_it_answers(self) -> None:
        until = time.monotonic() + START_SECONDS
        while True:
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/v1/health", timeout=5):
                    return
            except (urllib.error.URLError, ConnectionError):
                if time.monotonic() > until:
                    raise
                time.sleep(LOOK_AGAIN_SECONDS)
