"""A port that takes its time to open holds nobody, and is let go when it opens too late."""

from __future__ import annotations

import os
import threading
from typing import TYPE_CHECKING, Any

import pytest

from counter_app.domain.printer import PrinterKind, PrinterPlan
from counter_app.domain.receipt import PrintReason, PrintState
from counter_app.printing import links
from counter_app.printing.bounded import open_within
from counter_app.printing.connect import connect_printer
from counter_app.printing.links import open_device

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def test_what_opens_in_time_is_open() -> None:
    done: list[str] = []
    open_within(5.0, lambda: done.append("open"), lambda: done.append("let go"))
    assert done == ["open"]


def test_what_cannot_be_opened_says_why() -> None:
    def refuse() -> None:
        raise OSError("in use")

    with pytest.raises(OSError, match="in use"):
        open_within(5.0, refuse, lambda: None)


def test_what_opens_too_late_is_let_go() -> None:
    opens, let_go = threading.Event(), threading.Event()
    with pytest.raises(TimeoutError):
        open_within(0.05, lambda: _wait(opens), let_go.set)
    assert not let_go.is_set()
    opens.set()
    assert let_go.wait(10)


def test_what_fails_too_late_is_not_let_go_of() -> None:
    opens, let_go = threading.Event(), threading.Event()

    def fail() -> None:
        _wait(opens)
        opens.clear()
        raise OSError("out of reach")

    with pytest.raises(TimeoutError):
        open_within(0.05, fail, let_go.set)
    opens.set()
    _join()
    assert not let_go.is_set()


@pytest.fixture
def rfcomm(tmp_path: Path) -> Iterator[str]:
    """A pty that stands for ``/dev/rfcomm0``."""
    master, slave = os.openpty()
    path = tmp_path / "rfcomm0"
    path.symlink_to(os.ttyname(slave))
    yield str(path)
    os.close(master)
    os.close(slave)


def test_a_bluetooth_port_that_does_not_connect_is_given_up_and_nothing_was_sent(
    rfcomm: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    connects = threading.Event()
    opened: list[Any] = []

    def open_slowly(printer: Any) -> None:  # noqa: ANN401 - python-escpos ships no types
        _wait(connects)
        opened.append(printer)
        open_device(printer)

    monkeypatch.setattr(links, "OPEN_SECONDS", 0.05)
    monkeypatch.setattr(links, "open_device", open_slowly)
    plan = PrinterPlan(kind=PrinterKind.SERIAL, device=rfcomm)
    try:
        outcome = connect_printer(plan, tmp_path).open_drawer()
    finally:
        connects.set()
        _join()
    closed = [printer._device for printer in opened]  # noqa: SLF001 - ``device`` would open it again
    assert closed == [False], "it was let go"
    assert (outcome.state, outcome.reason) == (
        PrintState.NOT_SENT,
        PrintReason.PRINTER_NOT_FOUND,
    )


def _join() -> None:
    """Until no attempt is under way any more."""
    for thread in threading.enumerate():
        if thread.name == "open-port":
            thread.join(20)


def _wait(event: threading.Event) -> None:
    assert event.wait(20), "the test lets it go on"
