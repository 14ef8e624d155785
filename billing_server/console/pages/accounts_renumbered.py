"""Old account numbers and what became of them: a file of pairs, every wrong line told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from billing_server import list_files
from billing_server.console.deeds import Deed
from billing_server.console.frame import Moved, Note, Page, Refused, Shown
from billing_server.console.permissions import Permission
from billing_server.console.refusals import saying_no
from billing_server.store import account_map

if TYPE_CHECKING:
    from billing_server.console.frame import Answer, Asked
    from billing_server.list_files import LineWrong

ADDRESS = "/old-numbers"


def show_map(asked: Asked) -> Answer:
    """What became of a number, and the pairs written last."""
    return _shown(asked)


def map_accounts(asked: Asked) -> Answer:
    """A whole file, if every line is right; else every wrong line."""
    text = asked.typed.get("file", "")
    if not text.strip():
        raise Refused("Choose a file.")
    read = list_files.read_pairs(text.lstrip("\ufeff").splitlines())
    read = asked.read(lambda c: list_files.pairs_known(c, read))
    if read.wrong:
        return _shown(asked, read.wrong)
    pairs = dict(read.good.values())
    with saying_no():
        account_map.map_accounts(
            asked.acting(Deed.MAPPED_ACCOUNTS, str(len(pairs))),
            pairs,
            asked.session.person_id,
            asked.now_us,
        )
    said = {"count": str(len(pairs))}
    return Moved(ADDRESS, Note("{count} old numbers now lead to their new ones.", said))


def _shown(asked: Asked, wrong: tuple[LineWrong, ...] = ()) -> Shown:
    number, most = asked.query.get("number", "").strip()[:80], asked.console.settings.most_rows
    became = asked.read(lambda c: account_map.read_map(c, {number})) if number else {}
    return Shown(
        "old_numbers.html",
        {
            "number": number,
            "became": became.get(number, ""),
            "pairs": asked.read(lambda c: account_map.last_pairs(c, most)),
            "wrong": wrong[:most],
            "wrong_count": len(wrong),
        },
        422 if wrong else 200,
    )


PAGES = (
    Page(
        ADDRESS,
        show_map,
        Permission.SEE_LISTS,
        map_accounts,
        Permission.KEEP_LISTS,
        heading="Old numbers",
        takes_file=True,
    ),
)
