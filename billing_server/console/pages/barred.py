"""Cheques that are not taken: one account, or the bounce list of the whole city as a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from billing_server import list_files
from billing_server.console.deeds import Deed
from billing_server.console.frame import Moved, Note, Page, Refused, Shown
from billing_server.console.permissions import Permission
from billing_server.console.refusals import day_typed, last_day_typed, reason_typed, saying_no
from billing_server.store import barred
from billing_server.store.barred import Bar
from billing_server.store.roster import day_in_india

if TYPE_CHECKING:
    from billing_server.console.frame import Answer, Asked
    from billing_server.list_files import LineWrong


def show_barred(asked: Asked) -> Answer:
    """The list as it stands."""
    return _shown(asked)


def bar_one(asked: Asked) -> Answer:
    """One account from now on, or from a later day."""
    reason = reason_typed(asked)
    bar = Bar(
        asked.field("account_no"),
        day_typed(asked, "valid_from"),
        last_day_typed(asked, "valid_to"),
        reason,
    )
    with saying_no():
        barred.bar_cheques(
            asked.acting(Deed.BARRED_CHEQUES, bar.account_no, reason),
            [bar],
            asked.session.person_id,
            asked.now_us,
        )
    said = {"account": bar.account_no}
    return Moved("/barred", Note("Cheques of account {account} are barred.", said))


def bar_list(asked: Asked) -> Answer:
    """A whole file, if every line is right; else every wrong line."""
    text = asked.typed.get("file", "")
    if not text.strip():
        raise Refused("Choose a file.")
    read = list_files.read_bars(text.lstrip("\ufeff").splitlines())
    read = asked.read(lambda c: list_files.bars_known(c, read))
    if read.wrong:
        return _shown(asked, read.wrong)
    bars = list(read.good.values())
    with saying_no():
        barred.bar_cheques(
            asked.acting(Deed.BARRED_CHEQUES, str(len(bars))),
            bars,
            asked.session.person_id,
            asked.now_us,
        )
    said = {"count": str(len(bars))}
    return Moved("/barred", Note("Cheques of {count} accounts are barred.", said))


def lift_bar(asked: Asked) -> Answer:
    """Take this account's cheques again."""
    account_no, reason = asked.field("account_no"), reason_typed(asked)
    with saying_no():
        barred.lift_bar(
            asked.acting(Deed.LIFTED_BAR, account_no, reason),
            account_no,
            asked.session.person_id,
            reason,
            asked.now_us,
        )
    said = {"account": account_no}
    return Moved("/barred", Note("Cheques of account {account} are taken again.", said))


def _shown(asked: Asked, wrong: tuple[LineWrong, ...] = ()) -> Shown:
    text, most = asked.query.get("text", "").strip(), asked.console.settings.most_rows
    bars = [one for one in asked.read(barred.bars_set) if text in one.account_no]
    return Shown(
        "barred.html",
        {
            "bars": bars[:most],
            "count": len(bars),
            "text": text,
            "today": day_in_india(asked.now_us),
            "wrong": wrong[:most],
            "wrong_count": len(wrong),
        },
        422 if wrong else 200,
    )


_SEE, _KEEP = Permission.SEE_LISTS, Permission.KEEP_LISTS
PAGES = (
    Page("/barred", show_barred, _SEE, bar_one, _KEEP, heading="Barred cheques"),
    Page("/barred/list", None, _SEE, bar_list, _KEEP, takes_file=True),
    Page("/barred/lift", None, _SEE, lift_bar, _KEEP),
)
