"""Approval by telephone: one answers with the own secret; who answers as whom; a secret for a phone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from billing_server.console.deeds import Deed
from billing_server.console.frame import Moved, Note, Page, Refused, Shown
from billing_server.console.people import person_id_typed
from billing_server.console.permissions import Permission
from billing_server.console.refusals import reason_typed, saying_no
from billing_server.store import (
    approval_secrets,
    console_people,
    counter_notes,
    telephone_answers,
)
from billing_server.store.roster import day_in_india
from counter_app.domain.challenge import ACT_NUMBERS
from counter_app.wire.check_code import spaced_code
from counter_app.wire.telephone import secret_text

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from billing_server.console.frame import Answer, Asked

ANSWERING, APPROVERS = "/telephone", "/telephone/approvers"


def show_answering(asked: Asked) -> Answer:
    """The form, for somebody who may approve at counters."""
    own = asked.read(lambda c: approval_secrets.approver_of(c, asked.session.person_id))
    acts = [(number, code.value) for code, number in ACT_NUMBERS.items()]
    most = asked.console.settings.most_rows
    told = (
        asked.read(lambda c: counter_notes.last_by_telephone(c, own.cashier_id, most))
        if own
        else ()
    )
    return Shown("telephone.html", {"own": own, "acts": acts, "told": told})


def answer(asked: Asked) -> Answer:
    """What the cashier read out becomes an answer."""
    with saying_no():
        heard = telephone_answers.heard_typed(
            *(asked.field(name, 40) for name in ("counter_id", "acts", "amount", "challenge"))
        )
        own = _own(asked)
        said = (heard.counter_id, heard.act_numbers, str(heard.amount), heard.challenge)
        told = asked.acting(
            Deed.ANSWERED_BY_TELEPHONE, f"{own.cashier_id} {heard.counter_id}", " · ".join(said)
        ).write(lambda c: telephone_answers.answer_of(c, own.cashier_id, heard, asked.now_us))
    approved = sorted((ACT_NUMBERS[code], code.value) for code in heard.acts)
    facts = {
        "heard": heard,
        "approved": approved,
        "spoken": spaced_code(told),
        "paise": heard.amount.paise,
    }
    return Shown("telephone_answer.html", facts)


def make_own_secret(asked: Asked) -> Answer:
    """A new secret for the own phone, shown once; the old one's answers end when counters have pulled."""
    own = _own(asked)
    with saying_no():
        secret = asked.acting(Deed.MADE_SECRET, own.cashier_id).write(
            lambda c: approval_secrets.renew(
                c, own.cashier_id, asked.session.person_id, asked.now_us
            )
        )
    facts = {"secret": secret_text(secret), "person": own.cashier_id}
    return Shown("telephone_secret.html", facts)


def show_approvers(asked: Asked) -> Answer:
    """Who may approve, and who answers for them in the console."""
    return Shown(
        "telephone_approvers.html",
        {"approvers": asked.read(approval_secrets.approvers), "today": day_in_india(asked.now_us)},
    )


def name_approver(asked: Asked) -> Answer:
    """From now this person of the console answers as this one of the roster; an empty name takes it back."""
    cashier_id, reason = asked.field("cashier_id", 40), reason_typed(asked)
    name = asked.typed.get("console_id", "").strip()
    console_id = person_id_typed(name) if name else ""

    def work(connection: Connection) -> None:
        if console_id and console_people.person_named(connection, console_id) is None:
            raise Refused("There is no such person. Nothing was changed.")
        approval_secrets.link(connection, cashier_id, console_id)

    with saying_no():
        asked.acting(Deed.NAMED_APPROVER, f"{cashier_id} {console_id}".strip(), reason).write(work)
    return Moved(APPROVERS, Note("It is noted who answers as {person}.", {"person": cashier_id}))


def renew_secret(asked: Asked) -> Answer:
    """For a phone that was lost: the old secret's answers end when counters have pulled. Nobody sees the new one."""
    cashier_id, reason = asked.field("cashier_id", 40), reason_typed(asked)
    with saying_no():
        asked.acting(Deed.MADE_SECRET, cashier_id, reason).write(
            lambda c: approval_secrets.renew(c, cashier_id, asked.session.person_id, asked.now_us)
        )
    said = {"person": cashier_id}
    return Moved(
        APPROVERS,
        Note("The secret of {person} is a new one. Counters know with their next round.", said),
    )


def _own(asked: Asked) -> approval_secrets.ApproverKept:
    own = asked.read(lambda c: approval_secrets.approver_of(c, asked.session.person_id))
    if own is None:
        raise Refused("You are not named as an approver of the counters. Ask who keeps the roster.")
    return own


_ANSWER, _KEEP = Permission.ANSWER_TELEPHONE, Permission.KEEP_ROSTER
PAGES = (
    Page(ANSWERING, show_answering, _ANSWER, answer, heading="Telephone approval"),
    Page(f"{ANSWERING}/secret", None, _ANSWER, make_own_secret),
    Page(APPROVERS, show_approvers, _KEEP, name_approver, heading="Telephone approvers"),
    Page(f"{APPROVERS}/renew", None, _KEEP, renew_secret),
)
