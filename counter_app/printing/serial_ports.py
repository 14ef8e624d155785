"""What printers and pole displays share on a serial port: its errors, the wait for its last byte, and letting go."""

from __future__ import annotations

import logging
import sys
import time
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from serial import Serial

DRAIN_STEP_SECONDS = 0.01

_log = logging.getLogger(__name__)


def port_errors() -> tuple[type[Exception], ...]:
    """What a port that was pulled out raises; of termios it is no OSError."""
    if sys.platform == "win32":
        return (OSError,)
    return (OSError, import_module("termios").error)


def drain(port: Serial, seconds: float) -> None:
    """Until all has left this computer; the library's flush would wait for ever. Raises OSError, TimeoutError."""
    deadline = time.monotonic() + seconds
    while port.out_waiting:
        if time.monotonic() >= deadline:
            raise TimeoutError("the port takes nothing more")
        time.sleep(DRAIN_STEP_SECONDS)


def let_go(port: Serial, passed_over: tuple[type[Exception], ...]) -> None:
    """Drop what waits: the kernel else holds the port, and us, for up to 30 s. Errors ``passed_over`` are logged."""
    for step in (port.reset_output_buffer, port.close):
        try:
            step()
        except passed_over as error:
            _log.info("closing the serial port: %s", error)
