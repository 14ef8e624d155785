"""What the fields of the Reports place mean."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from counter_app.domain.report import ReportKind
from counter_app.domain.report_selection import Selection
from counter_app.domain.report_shelf import RECIPES
from tests.builders import CASHIER_ID, TODAY
from ui.reports_form import GROUPS, ReportsForm, Span

FORM = ReportsForm.of_today(TODAY)
DAYS = replace(FORM, chosen_span=Span.DAYS, first_text="1/11/26", last_text="७.११.२०२६")


def test_it_begins_with_the_collection_of_today() -> None:
    assert (FORM.kind, FORM.selection) == (ReportKind.COLLECTION, Selection.of_day(TODAY))


def test_every_report_that_can_be_made_is_on_the_list_once() -> None:
    listed = [kind for _, kinds in GROUPS for kind in kinds]
    assert sorted(listed) == sorted(RECIPES)


def test_days_are_typed_in_either_script() -> None:
    assert DAYS.selection == Selection(date(2026, 11, 1), date(2026, 11, 7))


@pytest.mark.parametrize(
    ("form", "problem"),
    [
        (replace(FORM, first_text="yesterday"), "first"),
        (replace(DAYS, last_text=""), "last"),
        (replace(DAYS, last_text="31-10-2026"), "order"),
        (replace(FORM, first_text="24-11-2026"), "future"),
        (replace(FORM, kind=ReportKind.Z), "shift"),
        (FORM, ""),
    ],
)
def test_what_is_missing_is_named(form: ReportsForm, problem: str) -> None:
    assert form.problem == problem
    assert (form.selection is None) == bool(problem)


def test_x_and_z_are_of_a_shift_and_others_keep_what_was_chosen() -> None:
    form = replace(DAYS, kind=ReportKind.X, shift_no=4)
    assert form.selection == Selection.of_shift(4)
    assert replace(form, kind=ReportKind.CASH_SCROLL).span is Span.DAYS
    assert replace(form, kind=ReportKind.CUSTODY, chosen_span=Span.SHIFT).span is Span.DAY


def test_a_cashier_may_be_named() -> None:
    form = replace(FORM, cashier_id=CASHIER_ID)
    assert form.selection == Selection.of_day(TODAY, CASHIER_ID)


def test_turning_goes_by_as_many_days_as_there_are_and_not_beyond_today() -> None:
    assert FORM.turned(-1, ()).first_text == "22-11-2026"
    assert FORM.turned(1, ()) == FORM
    week = DAYS.turned(1, ())
    assert (week.first_text, week.last_text) == ("08-11-2026", "14-11-2026")
    wrong = replace(DAYS, last_text="")
    assert wrong.turned(1, ()) == wrong


def test_turning_a_shift_goes_to_the_next_on_offer() -> None:
    form = replace(FORM, kind=ReportKind.X, shift_no=4)
    assert form.turned(1, (2, 4, 7)).shift_no == 7
    assert form.turned(-1, (2, 4, 7)).shift_no == 2
    assert form.turned(1, (2, 4)) == form
    assert form.turned(1, ()) == form
