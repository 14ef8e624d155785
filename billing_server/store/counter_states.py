"""What counters last said of themselves: program version, what they have not sent, how far their clock is off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import text

from billing_server.store.commits import Commit, commit_by

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from counter_app.wire.counter_state import CounterState

LARGEST_TOLD = 2**53
"""Numbers beyond are told by a program that is not ours; they are cut to this."""
MOST_VERSION_CHARACTERS = 40

_KEEP = text(
    "INSERT INTO counter_state (counter_id, epoch, version, unsent, unsent_paise,"
    " oldest_unsent_us, drift_us, heard_us) VALUES (:counter_id, :epoch, :version, :unsent,"
    " :unsent_paise, :oldest_unsent_us, :drift_us, :heard_us)"
    " ON CONFLICT (counter_id) DO UPDATE SET epoch = excluded.epoch,"
    " version = excluded.version, unsent = excluded.unsent,"
    " unsent_paise = excluded.unsent_paise, oldest_unsent_us = excluded.oldest_unsent_us,"
    " drift_us = excluded.drift_us, heard_us = excluded.heard_us"
    " WHERE excluded.heard_us >= counter_state.heard_us"
)


def note_state(
    connection: Connection, counter_id: str, epoch: int, state: CounterState, now_us: int
) -> None:
    """Keep it as the counter's last word; the drift is the counter's clock less the centre's, the way included.

    A word that a crash forgets is said again with the next round: the commit waits for no standby.
    """
    commit_by(connection, Commit.HERE)
    connection.execute(
        _KEEP,
        {
            "counter_id": counter_id,
            "epoch": epoch,
            "version": state.version[:MOST_VERSION_CHARACTERS],
            "unsent": _within(state.unsent),
            "unsent_paise": _within(state.unsent_paise),
            "oldest_unsent_us": None
            if state.oldest_unsent_us is None
            else _within(state.oldest_unsent_us),
            "drift_us": _within(state.clock_us) - now_us,
            "heard_us": now_us,
        },
    )


def _within(number: int) -> int:
    return max(0, min(number, LARGEST_TOLD))
