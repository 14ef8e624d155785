"""The papers of the way to the bank, and its two reports: the same figures as the books, in both languages."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from counter_app.domain.approval import ApprovalCode
from counter_app.domain.bank_paper import InstrumentState
from counter_app.domain.errors import RefusalCode
from counter_app.domain.money import Money
from counter_app.domain.remittance import BankDifference, BankWhy
from counter_app.domain.report import Names, ReportKind, Word
from counter_app.domain.report_selection import Selection
from counter_app.use_cases.make_report import MakeReport
from tests.builders import CASHIER_ID, SUPERVISOR_ID, TODAY, a_paper, draft
from tests.report_reading import column_of, fact_of, table_of, text_of, total_of
from tests.use_cases.at_the_bank import ACCOUNT, DUE, HEAD_ID, AtTheBank, a_bank_counter
from tests.use_cases.counter import refusal_of

FIVE_HUNDRED = Money.rupees(500)
HEAD = Names("MEENA TRIPATHI", "मीना त्रिपाठी")


@pytest.fixture
def counter() -> AtTheBank:
    """Two payments in cash, a cheque and a draft."""
    counter = a_bank_counter()
    counter.pays_for(1)
    counter.pays_for(2)
    counter.pays_by_cheque(3, "000003")
    counter.pays_for(4, draft(DUE, a_paper("000004", ifsc="SBIN0001234")))
    return counter


def test_a_cash_slip_says_its_pieces_twice_and_its_sum_in_words_of_both_languages(
    counter: AtTheBank,
) -> None:
    counter.drops(Money.rupees(1700))
    seen = counter.make_cash_slip(counter.cash_order(Money.rupees(1700)))
    report = counter.slip_paper(seen.slip.slip_id)
    bank, counterfoil = report.sections
    assert bank.rows == counterfoil.rows
    assert bank.rows == (
        (FIVE_HUNDRED, 3, Money.rupees(1500)),
        (Money.rupees(200), 1, Money.rupees(200)),
    )
    assert bank.totals == (Word("total"), 4, Money.rupees(1700))
    assert counterfoil.title == Word(
        "counterfoil", (("slip_no", 1), ("amount", Money.rupees(1700)))
    )
    said = [cell for word, cell in report.about if word.key == "in_words"]
    assert said == [
        "Rupees One Thousand Seven Hundred Only",
        "रुपये एक हज़ार सात सौ मात्र",
    ]
    assert (fact_of(report, "bank_account"), fact_of(report, "made_by")) == (ACCOUNT, HEAD)
    assert "प्रतिपर्ण" in text_of(report, "hi")
    assert "Counterfoil for the bank's stamp: slip 1" in text_of(report, "en")


def test_a_slip_of_papers_lists_them_by_bank_and_later_the_banks_answer(
    counter: AtTheBank,
) -> None:
    papers = counter.view_remittance().papers
    seen = counter.make_paper_slip(counter.paper_order(*(one.identity for one in papers)))
    report = counter.slip_paper(seen.slip.slip_id)
    listed = report.sections[0]
    assert column_of(listed, "paper_no") == ["000003", "000004"]
    assert column_of(listed, "kind") == [Word("tender.cheque"), Word("tender.demand_draft")]
    assert listed.totals is not None
    assert listed.totals[-1] == Money.rupees(2000)
    counter.answer_slip(counter.answer_order(seen, reference="PNB 5"))
    answered = counter.slip_paper(seen.slip.slip_id)
    assert (fact_of(answered, "bank_reference"), fact_of(answered, "bank_date")) == ("PNB 5", TODAY)


def test_the_paper_over_takings_is_for_both_sides_and_says_what_was_missing(
    counter: AtTheBank,
) -> None:
    shift_id = counter.closes()
    approval = counter.approved(
        ApprovalCode.HANDING_DIFFERS, str(shift_id), Money.rupees(10), CASHIER_ID
    )
    order = replace(
        counter.handing_order(counted=Money.rupees(1990)),
        reason="a ten was torn",
        approval=approval,
    )
    report = counter.handing_paper(counter.hand_takings(order).handing_id)
    assert fact_of(report, "takings") == Money.rupees(2000)
    assert fact_of(report, "variance") == Money.rupees(-10)
    assert fact_of(report, "receiver") == HEAD
    assert [one.key for one in report.signatures] == ["sign.giver", "sign.receiver"]
    assert report.sections[0].totals is not None
    assert report.sections[0].totals[-1] == Money.rupees(1990)
    assert "वसूली की सुपुर्दगी" in text_of(report, "hi")


def test_a_handing_that_was_right_speaks_of_no_difference(counter: AtTheBank) -> None:
    counter.closes()
    report = counter.handing_paper(counter.hands_over().handing_id)
    assert {word.key for word, _ in report.about}.isdisjoint({"variance", "reason"})
    assert fact_of(report, "shift_no") == "1"


def test_a_paper_of_what_was_never_made_is_none(counter: AtTheBank) -> None:
    for paper, code in (
        (counter.slip_paper, RefusalCode.SLIP_UNKNOWN),
        (counter.handing_paper, RefusalCode.TAKINGS_NONE),
    ):
        assert refusal_of(lambda paper=paper: paper(counter.ids.fresh())).code is code  # type: ignore[misc]  # bound now


def test_who_left_stands_by_number(counter: AtTheBank) -> None:
    counter.drops(DUE)
    seen = counter.make_cash_slip(counter.cash_order(DUE))
    counter.is_enrolled(epoch=2, roster=())
    assert fact_of(counter.slip_paper(seen.slip.slip_id), "made_by") == Names(HEAD_ID, HEAD_ID)


def test_the_custody_register_follows_the_cash_to_the_bank(counter: AtTheBank) -> None:
    counter.drops(DUE)
    counter.closes()
    counter.hands_over()
    seen = counter.make_cash_slip(counter.cash_order(DUE))
    counter.make_cash_slip(counter.cash_order(FIVE_HUNDRED))
    note = BankDifference(BankWhy.COUNTERFEIT, FIVE_HUNDRED, "500 8AB 123456")
    approval = counter.approved(ApprovalCode.BANK_DIFFERS, "1", FIVE_HUNDRED, HEAD_ID)
    order = counter.answer_order(seen, note, accepted=FIVE_HUNDRED, approval=approval)
    counter.answer_slip(order)
    make = MakeReport(counter.ledger, counter.clock)
    report = make(ReportKind.CUSTODY, Selection.of_day(TODAY), SUPERVISOR_ID)
    assert total_of(report, "drops", "amount") == DUE
    assert total_of(report, "handings", "counted") == DUE
    assert total_of(report, "slips", "amount") == Money.rupees(1500)
    assert total_of(report, "slips", "accepted") == FIVE_HUNDRED
    found = table_of(report, "bank_differences")
    assert column_of(found, "note") == ["500 8AB 123456"]
    assert column_of(found, "approved_by") == [Names("ANIL KUMAR DIXIT", "अनिल कुमार दीक्षित")]
    for language in ("en", "hi"):
        assert "8AB 123456" in text_of(report, language)
    tomorrow = make(ReportKind.CUSTODY, Selection.of_day(TODAY + timedelta(days=1)), SUPERVISOR_ID)
    assert all(section.rows == () for section in tomorrow.sections)
    assert "No bank slip was made." in text_of(tomorrow, "en")


def test_a_slip_answered_on_a_later_day_stands_in_the_register_of_both(
    counter: AtTheBank,
) -> None:
    counter.drops(DUE)
    seen = counter.make_cash_slip(counter.cash_order(DUE))
    counter.clock.passes(timedelta(days=1))
    tomorrow = TODAY + timedelta(days=1)
    counter.answer_slip(counter.answer_order(seen, on=tomorrow))
    make = MakeReport(counter.ledger, counter.clock)
    for day in (TODAY, tomorrow):
        report = make(ReportKind.CUSTODY, Selection.of_day(day), SUPERVISOR_ID)
        assert total_of(report, "slips", "accepted") == DUE


def test_what_is_undeposited_is_told_by_age_to_the_paisa(counter: AtTheBank) -> None:
    counter.drops(DUE)
    counter.make_cash_slip(counter.cash_order(FIVE_HUNDRED))
    counter.clock.passes(timedelta(days=2))
    make = MakeReport(counter.ledger, counter.clock)
    report = make(ReportKind.UNDEPOSITED, Selection.of_day(TODAY), SUPERVISOR_ID)
    section = table_of(report, "by_age")
    assert column_of(section, "age_days") == [2, 2, 2, 2]
    assert column_of(section, "where_now")[:2] == [
        Word("on_no_slip"),
        Word("on_slip_unanswered", (("slip_no", 1),)),
    ]
    assert total_of(report, "by_age", "amount") == Money.total(
        one.amount for one in counter.undeposited()
    )
    assert "पर्ची 1 पर, उत्तर शेष" in text_of(report, "hi")


def test_a_counter_whose_money_is_all_deposited_says_so() -> None:
    counter = a_bank_counter()
    make = MakeReport(counter.ledger, counter.clock)
    report = make(ReportKind.UNDEPOSITED, Selection.of_day(TODAY), SUPERVISOR_ID)
    assert "All is with the bank." in text_of(report, "en")


def test_a_draft_is_followed_like_a_cheque(counter: AtTheBank) -> None:
    (_, one) = counter.view_remittance().papers
    counter.make_paper_slip(counter.paper_order(one.identity))
    held = counter.list_instruments(frozenset({InstrumentState.DEPOSITED}))
    assert [held_one.slip_no for held_one in held] == [1]
