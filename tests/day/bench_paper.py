"""Paper: bytes on the wire and the seconds of slow lines, receipts a minute through an emulator, memory."""

from __future__ import annotations

import gc
import socket
import statistics
import threading
import time
import tracemalloc
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from counter_app.domain.printer import PrinterKind, PrinterPlan
from counter_app.domain.receipt import PrintState
from counter_app.printing.connect import connect_printer
from counter_app.printing.printer import ThermalPrinter
from tests.day.figures import in_ms, quantile, ratio
from tests.day.memory import resident_mb
from tests.printing.all_papers import all_receipts
from tests.printing.wire import BITS_A_BYTE, Wire

if TYPE_CHECKING:
    from counter_app.domain.receipt import Receipt

BAUDS = (9_600, 19_200, 115_200)
MODELS = (("epson-tm-t82", 576), ("epson-tm-t88-old", 512), ("generic-58", 384))
RECEIPTS, WARM = 1_000, 200
KIND = "cash-offline"
READ_AT_ONCE = 65_536
ALL_IS_WELL, PRINTED = b"\x12", b"\x00"
STATUS_QUESTION, LAST_QUESTION = b"\x10\x04", b"\x1dr\x01"


class Swallower:
    """A printer that is well, as fast as the line, and keeps nothing."""

    def __init__(self) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self.jobs = self.bytes = 0
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            with connection:
                self._take(connection)

    def _take(self, connection: socket.socket) -> None:
        tail = b""
        while came := connection.recv(READ_AT_ONCE):
            if came.startswith(STATUS_QUESTION):
                connection.sendall(ALL_IS_WELL * came.count(STATUS_QUESTION))
                continue
            self.bytes += len(came)
            tail = (tail + came)[-len(LAST_QUESTION) :]
            if tail == LAST_QUESTION:
                self.jobs += 1
                connection.sendall(PRINTED)

    def close(self) -> None:
        """No more jobs."""
        self._listener.close()


def measure_wire() -> dict[str, object]:
    """Bytes of each kind of receipt: least, median and most, and how long the median is on a serial line."""
    figures: dict[str, object] = {}
    for model, width in MODELS:
        for is_text in (False, True):
            sizes = sorted(len(_job(model, name, is_text=is_text)) for name in all_receipts())
            median = sizes[len(sizes) // 2]
            figures[f"{width} dots, {'type' if is_text else 'picture'}"] = {
                "bytes": {"min": sizes[0], "p50": median, "max": sizes[-1]},
                "seconds_p50": {baud: round(median * BITS_A_BYTE / baud, 1) for baud in BAUDS},
                "seconds_max": {baud: round(sizes[-1] * BITS_A_BYTE / baud, 1) for baud in BAUDS},
            }
    return figures


def _job(model: str, name: str, *, is_text: bool) -> bytes:
    wire = Wire()
    printer = replace(_printer(0, model), new_link=lambda: wire, prints_text=is_text)
    receipt, copy_no, is_acknowledged = all_receipts()[name]
    outcome = printer.print_receipt(receipt, copy_no=copy_no, is_acknowledged=is_acknowledged)
    assert outcome.state is PrintState.PRINTED, outcome
    return wire.sent


def measure_thousand() -> dict[str, object]:
    """1,000 receipts one after the other over TCP: how many a minute, and what they leave in memory."""
    swallower = Swallower()
    printer, receipt = _printer(swallower.port, "epson-tm-t82"), all_receipts()[KIND][0]
    took: list[float] = []
    try:
        for _ in range(WARM):
            _print(printer, receipt)
        gc.collect()
        before_mb, before_objects = resident_mb(), len(gc.get_objects())
        tracemalloc.start()
        _print(printer, receipt)
        before_bytes = tracemalloc.get_traced_memory()[0]
        for _ in range(WARM):
            _print(printer, receipt)
        gc.collect()
        grown_bytes = tracemalloc.get_traced_memory()[0] - before_bytes
        tracemalloc.stop()
        began = time.perf_counter()
        for _ in range(RECEIPTS):
            at = time.perf_counter()
            _print(printer, receipt)
            took.append(time.perf_counter() - at)
        seconds = time.perf_counter() - began
        gc.collect()
        bare = _bare(swallower.port, swallower.bytes // swallower.jobs)
        return {
            "receipts": swallower.jobs,
            "receipts_a_minute": round(RECEIPTS / seconds * 60),
            "ms": {"p50": in_ms(statistics.median(took)), "p95": in_ms(quantile(took, 95))},
            "the_same_bytes_by_a_bare_socket_ms_p50": in_ms(bare),
            "ratio_p50": ratio(statistics.median(took), bare),
            "resident_mb_grown_over_1200": round(resident_mb() - before_mb, 1),
            "objects_grown": len(gc.get_objects()) - before_objects,
            "bytes_grown_over_200": grown_bytes,
            "aim": "1,000 a minute and no growth",
        }
    finally:
        swallower.close()


def _bare(port: int, count_bytes: int) -> float:
    """The baseline: connect, send so many bytes and the last question, wait for its answer."""
    took = []
    for _ in range(WARM):
        at = time.perf_counter()
        with socket.create_connection(("127.0.0.1", port)) as connection:
            connection.sendall(bytes(count_bytes) + LAST_QUESTION)
            connection.recv(1)
        took.append(time.perf_counter() - at)
    return statistics.median(took)


def _printer(port: int, model: str) -> ThermalPrinter:
    plan = PrinterPlan(PrinterKind.NETWORK, profile=model, host="127.0.0.1", port=port)
    printer = connect_printer(plan, Path())
    assert isinstance(printer, ThermalPrinter)
    return printer


def _print(printer: ThermalPrinter, receipt: Receipt) -> None:
    outcome = printer.print_receipt(receipt, copy_no=0, is_acknowledged=False)
    assert outcome.state is PrintState.PRINTED, outcome


def measure_paper() -> dict[str, object]:
    """All of it."""
    return {"wire": measure_wire(), "thousand": measure_thousand()}
