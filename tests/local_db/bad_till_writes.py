"""Bad writes about drawers and closes; the last statement is the bad one. They start from ``raw.a_small_ledger``."""

# ruff: noqa: S608 - these are SQL written by hand, on purpose; nothing of it comes from outside

from __future__ import annotations

from tests.local_db.next_rows import ENTRY, LAST, OPENED, SEAL, message

MOVED = message(kind="'cash_dropped'")
DRAWER_OPENED = message(kind="'drawer_opened'")
PAUSED = message(kind="'shift_paused'")
CLOSED = message(kind="'shift_closed'")
HELD = "(SELECT sum(amount_paise) FROM posting WHERE account = 'cash_drawer')"


def move(*, why: str = "drop", receiver: str = "S201", amount: str = "500") -> str:
    """Cash moved under the last message."""
    return (
        f"INSERT INTO cash_move SELECT {LAST}, randomblob(16), 1, '{why}', {amount}, '', 'C101',"
        f" '{receiver}', NULL, '2026-11-23', 1"
    )


def posting(line: int, account: str, paise: str) -> str:
    """A movement under the last message."""
    return f"INSERT INTO posting SELECT {LAST}, {line}, '{account}', {paise}"


def count(pieces: int, denomination: int = 100) -> str:
    """So many pieces under the last message."""
    return f"INSERT INTO cash_count VALUES ({LAST}, {denomination}, {pieces})"


def pause(state: str = "suspended") -> str:
    """The shift is suspended or resumed under the last message."""
    return f"INSERT INTO shift_pause VALUES ({LAST}, 1, '{state}', 'C101', '2026-11-23', 1)"


def close(
    *, left: str = "0", takings: str = HELD, moved: str = HELD, acknowledged: str = "2"
) -> str:
    """The shift ends under the last message; by default all of its cash is takings."""
    return (
        f"INSERT INTO shift_close SELECT {LAST}, 1, 'C101', {left}, {takings}, {moved}, {acknowledged},"
        " 1, '', NULL, '2026-11-23', 1"
    )


def line(counted: str = HELD, *, number: int = 1, kind: str = "cash") -> str:
    """A tender of the close."""
    return f"INSERT INTO close_line SELECT {LAST}, {number}, '{kind}', {HELD}, 0, {counted}, 0"


def opening(why: str = "give_change") -> str:
    """The drawer was opened under the last message."""
    return (
        f"INSERT INTO drawer_opening VALUES ({LAST}, randomblob(16), 1, 'C101', '{why}', '',"
        " '2026-11-23', 1)"
    )


def shift(*, drawer: str = "1", taken_over: str = "NULL") -> str:
    """The second shift, of the supervisor."""
    return (
        f"INSERT INTO shift VALUES ({LAST}, randomblob(16), 2, 'S201', '2026-11-23', 1, 0, {drawer},"
        f" {taken_over})"
    )


OUT = (posting(1, "cash_with_head", "500"), posting(2, "cash_drawer", "-500"))
DROP = (MOVED, move(), count(5), *OUT, SEAL)
"""A drop as the books write it."""
EMPTIED = (posting(1, "cash_to_hand_over", HELD), posting(2, "cash_drawer", f"-{HELD}"))
WHOLE_CLOSE = (CLOSED, close(), line(), *EMPTIED, SEAL)
PAUSE = (PAUSED, pause(), SEAL)
WHOLE = (*DROP, DRAWER_OPENED, opening(), SEAL, *PAUSE, *WHOLE_CLOSE)

BAD_TILL_WRITES = {
    "a drop is told by a note": ([message(), move()], "cash_move: told by another kind"),
    "a drop has no receiver": ([MOVED, move(receiver="")], "drop without receiver"),
    "found cash has a receiver": ([MOVED, move(why="found")], "drop without receiver"),
    "a drop goes to oneself": ([MOVED, move(receiver="C101")], "receiver is the giver"),
    "cash moves for no reason known": ([MOVED, move(why="tips")], "why is none we know"),
    "nothing moves": ([MOVED, move(amount="0")], "amount_paise"),
    "a drop counts other than it is": ([MOVED, move(), count(4), *OUT, SEAL], "count is not"),
    "a drop has no entry": ([MOVED, move(), count(5), SEAL], "postings are not the amount"),
    "a drop is told and not booked": ([MOVED, SEAL], "cash_dropped told, not booked"),
    "an opening is told and not booked": ([DRAWER_OPENED, SEAL], "drawer_opened told, not booked"),
    "an opening is told by a note": ([message(), opening()], "told by another kind"),
    "an opening is for nothing": ([DRAWER_OPENED, opening("")], "why"),
    "a pause is told by a note": ([message(), pause()], "shift_pause: told by another kind"),
    "an open shift is resumed": ([PAUSED, pause("open")], "state is the same"),
    "a shift is suspended twice": ([*PAUSE, PAUSED, pause()], "state is the same"),
    "a shift is paused otherwise": ([PAUSED, pause("asleep")], "state"),
    "a pause is told and not booked": ([PAUSED, SEAL], "shift_paused told, not booked"),
    "a close is told by a note": ([message(), close()], "shift_close: told by another kind"),
    "a close knows another proof": (
        [CLOSED, close(acknowledged="3")],
        "acknowledged is not the last",
    ),
    "a close has no line": ([CLOSED, close(), *EMPTIED, SEAL], "shift_closed told, not booked"),
    "a close is not its cash line": (
        [CLOSED, close(), line("1"), *EMPTIED, SEAL],
        "close is not its cash line",
    ),
    "a close counts other than it is": (
        [CLOSED, close(), line(), count(1), *EMPTIED, SEAL],
        "count is not the sum",
    ),
    "a close moves other than it says": (
        [CLOSED, close(moved="1"), line(), *EMPTIED, SEAL],
        "postings are not the amount",
    ),
    "a tender stands twice in a close": ([CLOSED, close(), line(), line(number=2)], "UNIQUE"),
    "a float left is negative": ([CLOSED, close(left="-1")], "float_left_paise"),
    "a shift is closed twice": ([*WHOLE_CLOSE, CLOSED, close()], "UNIQUE"),
    "cash moves in a closed shift": ([*WHOLE_CLOSE, MOVED, move()], "shift is closed"),
    "a closed shift is suspended": ([*WHOLE_CLOSE, PAUSED, pause()], "shift is closed"),
    "a closed shift takes money": ([*WHOLE_CLOSE, *ENTRY[:2]], "payment: shift is closed"),
    "a drawer is used by two": ([OPENED, shift()], "drawer has an open shift"),
    "an open shift is taken over": (
        [OPENED, shift(drawer="2", taken_over="1")],
        "taken over is not closed",
    ),
    "a sealed drop takes a count": ([*DROP, count(1, 50)], "cash_count: entry is sealed"),
}
"""Name of the case to the statements and the reason given."""
