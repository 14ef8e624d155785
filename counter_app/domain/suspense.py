"""A consumer who is not in the local copy: what was noted of them, so that the money can be matched later."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from counter_app.domain.card_guard import refuse_card_number
from counter_app.domain.consumer import Connection, Consumer
from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.identity import AccountNo
from counter_app.domain.money import western_digits

if TYPE_CHECKING:
    from collections.abc import Mapping

LONGEST_NOTE = 120
NO_ACCOUNT = AccountNo("SUSPENSE")
"""Stands where the payer knows no account number."""


@dataclass(frozen=True, slots=True)
class NotedConsumer:
    """What the payer could tell, as typed; at least the name and one number (domain, section 2)."""

    name: str
    account_no: str = ""
    meter_no: str = ""
    bill_no: str = ""
    mobile: str = ""
    address: str = ""


def noted_problems(texts: Mapping[str, str]) -> dict[str, RefusalCode]:
    """All that is missing of what was typed: field name to code; empty when nothing is."""
    noted = _clean(texts)
    problems: dict[str, RefusalCode] = {}
    if not noted.name:
        problems["name"] = RefusalCode.NOTED_NAME_MISSING
    if not (noted.account_no or noted.meter_no or noted.bill_no):
        problems["account_no"] = RefusalCode.NOTED_NUMBER_MISSING
    for field in fields(NotedConsumer):
        if len(getattr(noted, field.name)) > LONGEST_NOTE:
            problems[field.name] = RefusalCode.NOTED_TOO_LONG
    return problems


def noted_typed(texts: Mapping[str, str]) -> NotedConsumer:
    """What was typed. Raises Refusal CARD_NUMBER_IN_TEXT, NOTED_NAME_MISSING, NOTED_NUMBER_MISSING, NOTED_TOO_LONG."""
    refuse_card_number(*texts.values())
    for code in noted_problems(texts).values():
        raise Refusal(code, most=LONGEST_NOTE)
    return _clean(texts)


def account_no_of(noted: NotedConsumer) -> AccountNo:
    """Under which number the payment stands in the books."""
    return AccountNo(noted.account_no) if noted.account_no else NO_ACCOUNT


def as_consumer(noted: NotedConsumer) -> Consumer:
    """The noted consumer as a receipt prints one: what nobody told stays empty."""
    return Consumer(
        account_no=account_no_of(noted),
        name_en=noted.name,
        name_hi="",
        legacy_account_no="",
        meter_no=noted.meter_no,
        mobile=noted.mobile,
        guardian_name="",
        address=noted.address,
        locality="",
        division="",
        substation="",
        category="",
        connection=Connection.POSTPAID,
        flags=frozenset(),
    )


def _clean(texts: Mapping[str, str]) -> NotedConsumer:
    said = {name: " ".join(texts.get(name, "").split()) for name in ("name", "address")}
    numbers = {
        name: western_digits("".join(texts.get(name, "").split())).upper()
        for name in ("account_no", "meter_no", "bill_no", "mobile")
    }
    return NotedConsumer(**said, **numbers)
