"""PROTOCOL.md is read by strangers: its frames, words and times are those of the program."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest

from counter_app.domain.card_sale import SaleReason, SaleState
from counter_app.domain.money import Money
from counter_app.domain.tender import CardNetwork
from counter_app.terminals import connect, line
from counter_app.terminals.frames import MOST_BODY_BYTES, FrameReader
from counter_app.terminals.links import Timing
from counter_app.terminals.messages import Message, Request, outcome_told, read_message

PAGE = (Path(connect.__file__).parent / "PROTOCOL.md").read_text(encoding="utf-8")
FRAMES = [
    frame.split(" ", 1)
    for block in re.findall(r"```frames\n(.*?)```", PAGE, flags=re.DOTALL)
    for frame in block.splitlines()
]
REQUEST = Request("SALE", "000214", "ABC-01", Money(145_050))
QUESTION = Request("LAST", "000214", "ABC-01", Money(145_050))
NAMED_BYTES = {"STX": 0x02, "ETX": 0x03, "FS": 0x1C}


def on_the_line(written: str) -> bytes:
    """``<STX>`` and its like, and check bytes in hex, as bytes."""

    def byte(match: re.Match[str]) -> str:
        return chr(NAMED_BYTES.get(match[1], 0) or int(match[1], 16))

    return re.sub(r"<([A-Z0-9]+)>", byte, written).encode("latin-1")


def row(table: str, first: str) -> str:
    """The row of a table that begins with this cell."""
    part = PAGE[PAGE.index(table) :]
    found = re.search(rf"^\| {re.escape(first)} \|.*$", part, flags=re.MULTILINE)
    assert found is not None, first
    return found[0]


def words(text: str) -> list[str]:
    return re.findall(r"`([^`]+)`", text)


def test_every_frame_on_the_page_has_its_check_byte() -> None:
    assert len(FRAMES) == 9
    for _, written in FRAMES:
        (body,) = FrameReader().feed(on_the_line(written))
        assert isinstance(body, bytes)
        assert read_message(body).kind in {*words(row("## 4", "`MT`"))}


def test_the_counters_frames_are_those_the_program_says() -> None:
    said = {}
    for who, written in FRAMES:
        (body,) = FrameReader().feed(on_the_line(written))
        assert isinstance(body, bytes)
        message = read_message(body)
        if who == "C":
            said[message.kind] = message, body
    for kind, (message, body) in said.items():
        amount = message.get("AM")
        request = Request(
            kind,
            message.get("SQ"),
            message.get("RF"),
            Money(int(amount)) if amount else None,
            message.get("TI"),
            int(message.get("TO") or 0),
        )
        assert request.body() == body
    assert set(said) == {"STATUS", "SALE", "LAST", "CANCEL"}


def test_the_sale_on_the_page_is_approved() -> None:
    (written,) = [frame for _, frame in FRAMES if "RS=APPROVED" in frame]
    (body,) = FrameReader().feed(on_the_line(written))
    assert isinstance(body, bytes)
    assert outcome_told(read_message(body), REQUEST).state is SaleState.APPROVED


@pytest.mark.parametrize("time", [time.name for time in fields(Timing)])
def test_the_times_on_the_page_are_the_usual_ones(time: str) -> None:
    told = row("| time |", time.removesuffix("_seconds")).split("|")[2]
    assert float(told) == getattr(Timing(), time)


@pytest.mark.parametrize(
    ("result", "usual"),
    [
        ("DECLINED", SaleReason.DECLINED_BY_BANK),
        ("CANCELLED", SaleReason.CANCELLED_AT_TERMINAL),
        ("REFUSED", SaleReason.NOT_UNDERSTOOD),
    ],
)
def test_every_code_on_the_page_has_a_word_of_its_own(result: str, usual: SaleReason) -> None:
    codes = [code for code in words(row("| `RS` |", f"`{result}`"))[1:] if code != "VR"]
    own = {"KEY": SaleReason.CANCELLED_AT_TERMINAL, "FORMAT": SaleReason.NOT_UNDERSTOOD}
    assert codes
    for code in codes:
        told = outcome_told(Message({"RS": result, "RC": code}), REQUEST)
        assert told.reason is own.get(code, told.reason)
        assert code in own or told.reason is not usual, code


@pytest.mark.parametrize(
    ("result", "state"),
    [
        ("DECLINED", SaleState.DECLINED),
        ("CANCELLED", SaleState.CANCELLED),
        ("VOIDED", SaleState.CANCELLED),
        ("REFUSED", SaleState.NOT_SENT),
        ("UNKNOWN", SaleState.NOT_SENT),
        ("PENDING", SaleState.UNCERTAIN),
        ("FORGOTTEN", SaleState.UNCERTAIN),
    ],
)
def test_every_result_on_the_page_is_made_of_as_the_page_says(
    result: str, state: SaleState
) -> None:
    assert row("| `RS` |", f"`{result}`")
    told = outcome_told(Message({"RS": result}), QUESTION)
    assert told.state is state
    assert told.reason is not SaleReason.ANSWER_UNREADABLE


def test_the_limits_on_the_page_are_those_of_the_program() -> None:
    assert f"1 to {MOST_BODY_BYTES} bytes" in PAGE
    assert f"{line.TRIES} times in all" in PAGE
    assert f"port {connect.TERMINAL_PORT} unless" in PAGE
    assert f"{connect.TerminalSettings().baud_rate:,} baud unless" in PAGE
    assert set(words(row("## 4", "`NW`"))[1:]) == {network.name for network in CardNetwork}
