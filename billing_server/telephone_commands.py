"""Approval by telephone at the centre's command line, for a night when no page can be opened."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from billing_server.centre import microseconds_now
from billing_server.store import approval_secrets, telephone_answers
from billing_server.store.console_acts import ConsoleAct, note_act
from counter_app.wire.check_code import spaced_code
from counter_app.wire.telephone import secret_text

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from sqlalchemy import Connection

    from billing_server.store.engine import Database

    Acts = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - argparse names it nowhere else

COMMAND_LINE = "command line"
"""Who the audit trail names, and from where."""
ANSWERED, MADE = "answered_by_telephone", "made_secret"
"""Deeds, as the console names them."""


def add_telephone_commands(
    acts: Acts, open_database: Callable[[argparse.Namespace], Database]
) -> None:
    """Add them to the command line."""

    def run(asked: argparse.Namespace) -> int:
        with closing(open_database(asked)) as database:
            for line in asked.telephone(database, asked):
                print(line)  # noqa: T201 - a command's answer
        return 0

    answered = acts.add_parser(
        "telephone-answer", help="the answer to a counter's challenge, by somebody who may approve"
    )
    for word in ("who", "counter_id", "acts", "amount", "challenge"):
        answered.add_argument(word)
    answered.set_defaults(run=run, telephone=answer)
    made = acts.add_parser(
        "telephone-secret", help="a new secret for somebody's phone, shown once; ends the old one"
    )
    made.add_argument("who")
    made.set_defaults(run=run, telephone=make_secret)


def answer(database: Database, asked: argparse.Namespace) -> tuple[str, ...]:
    """What is approved, and the answer. Raises ValueError with what is wrong."""
    heard = telephone_answers.heard_typed(
        asked.counter_id, asked.acts, asked.amount, asked.challenge
    )
    now_us = microseconds_now()
    said = f"{heard.counter_id} · {heard.act_numbers} · {heard.amount} · {heard.challenge}"

    def work(connection: Connection) -> str:
        told = telephone_answers.answer_of(connection, asked.who, heard, now_us)
        _note(connection, now_us, ANSWERED, f"{asked.who} {heard.counter_id}", said)
        return told

    told = database.write(work)
    codes = ", ".join(sorted(heard.acts))
    return (
        f"approves at {heard.counter_id}: {codes}, Rs {heard.amount}",
        f"answer: {spaced_code(told)}",
    )


def make_secret(database: Database, asked: argparse.Namespace) -> tuple[str, ...]:
    """The new secret, as it is typed into the phone. Raises ValueError for somebody who may not approve."""
    now_us = microseconds_now()

    def work(connection: Connection) -> bytes:
        secret = approval_secrets.renew(connection, asked.who, COMMAND_LINE, now_us)
        _note(connection, now_us, MADE, asked.who, "")
        return secret

    return (secret_text(database.write(work)),)


def _note(connection: Connection, now_us: int, deed: str, on: str, reason: str) -> None:
    note_act(connection, ConsoleAct(now_us, COMMAND_LINE, "", deed, on, reason))
