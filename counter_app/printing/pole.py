"""The two-line display on its serial port: each picture replaces the one before, and nothing waits for long.

A display tells nothing back. So what can be known is whether the port is there and takes bytes: if not, the port is
let go and opened anew with the next picture.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from counter_app.domain.facing import FacingFact, FacingState
from counter_app.printing.serial_ports import drain, let_go, port_errors

if TYPE_CHECKING:
    from serial import Serial

    from counter_app.printing.pole_models import PoleModel

WRITE_TIMEOUT_SECONDS = 0.5
DRAIN_SECONDS = 0.5
"""A picture is 60 bytes: 63 ms on the wire at 9600 baud, 0.5 s at 1200."""

_log = logging.getLogger(__name__)


class SerialPole:
    """One display. Called from one thread at a time; ``fact`` may be read from any."""

    def __init__(self, model: PoleModel, device: str, baud_rate: int) -> None:
        self._model, self._device, self._baud_rate = model, device, baud_rate
        self._port: Serial | None = None
        self._name = f"{model.label}, {device}"
        self.fact = FacingFact(FacingState.WAITING, self._name)

    def show(self, upper: str, lower: str) -> bool:
        """Show these two lines. False when the port is not there or takes nothing; never raises.

        It returns when the bytes have left, so that whoever calls sends no picture before the last one is seen.
        """
        try:
            port = self._opened()
            port.write(self._model.picture(upper, lower))
            drain(port, DRAIN_SECONDS)
        except _refusals() as error:
            self._lose(error)
            return False
        self.fact = FacingFact(FacingState.WORKS, self._name)
        return True

    def close(self) -> None:
        """Leave nothing of a consumer on it, and let go of the port."""
        port = self._port
        if port is None:
            return
        try:
            port.write(self._model.clear)
            drain(port, DRAIN_SECONDS)
        except _refusals() as error:
            _log.info("clearing the pole display: %s", error)
            self._let_go()
        else:
            self._port = None
            port.close()

    def _opened(self) -> Serial:
        import serial  # noqa: PLC0415 - late: most counters have no pole display

        if self._port is None:
            self._port = serial.Serial(
                self._device,
                baudrate=self._baud_rate,
                bytesize=serial.EIGHTBITS,
                parity=serial.PARITY_NONE,
                stopbits=serial.STOPBITS_ONE,
                xonxoff=False,
                rtscts=False,
                dsrdtr=False,
                timeout=0,
                write_timeout=WRITE_TIMEOUT_SECONDS,
                exclusive=True,
            )
            self._port.write(self._model.start)
        return self._port

    def _lose(self, error: Exception) -> None:
        """Told once in the log, not at each try."""
        if self.fact.state is not FacingState.FAILS:
            _log.warning("pole display: %s", error)
        self.fact = FacingFact(FacingState.FAILS, self._name, str(error))
        self._let_go()

    def _let_go(self) -> None:
        port, self._port = self._port, None
        if port is not None:
            let_go(port, _refusals())


def _refusals() -> tuple[type[Exception], ...]:
    """Beside what a port raises that is gone, what pyserial says of a port that cannot be."""
    return (*port_errors(), ValueError, OverflowError)
