"""What a payment will settle, before it is taken: bill by bill, the advance apart, what remains, by which rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QWidget

from counter_app.domain.money import ZERO, Money
from counter_app.domain.payment import Settlement, Toward
from counter_app.domain.purpose import Settles
from ui.language import in_language
from ui.rule_words import applied_text
from ui.theme import GRID_PX
from ui.widgets.labels import Label, table_cell
from ui.widgets.styling import column, role
from ui.words import day_text, month_text, rupees

if TYPE_CHECKING:
    from counter_app.domain.bill import Bill
    from counter_app.domain.payment import Acceptance
    from ui.payment_line_form import LineForm


class BillsNow(QWidget):
    """The bills of an account and what is paid of each now; ``show_line`` follows the fingers."""

    def __init__(self, line: LineForm, *, is_narrow: bool) -> None:
        super().__init__()
        assert line.account is not None, "a noted consumer has no bills"
        self._account, self._today, self._is_narrow = line.account, line.rules.day, is_narrow
        self._paid: dict[str, Label] = {}
        self._paid_total = table_cell("", as_="strong", is_figure=True)
        self._beside = table_cell("", as_="strong")
        self._beside_paid = table_cell("", as_="strong", is_figure=True)
        self._balance = table_cell("", as_="strong", is_figure=True)
        self._balance_name = table_cell("", as_="strong")
        self._rules = Label("", as_="muted", wraps=True)
        grid = QWidget()
        self._fill(grid)
        self.setLayout(column(grid, self._rules, gap=1))
        self.show_line(line)

    def show_line(self, line: LineForm) -> None:
        """What this sum settles; dashes while it is none."""
        accepted = line.acceptance
        of_bills = _sums(accepted, Toward.BILL)
        for bill_no, cell in self._paid.items():
            cell.setText(rupees(of_bills[bill_no]) if bill_no in of_bills else "–")
        self._paid_total.setText(rupees(Money.total(of_bills.values())) if of_bills else "–")
        advance = Money.total(_sums(accepted, Toward.ADVANCE).values())
        is_head = line.purpose is not None and line.purpose.settles is Settles.HEAD
        beside = line.amount if is_head and isinstance(line.amount, Money) else advance
        if is_head and line.purpose is not None:
            self._beside.setText(in_language(line.purpose.name_en, line.purpose.name_hi))
        else:
            self._beside.setText(self.tr("Advance"))
        self._beside_paid.setText(rupees(beside) if beside else "–")
        for cell in (self._beside, self._beside_paid):
            cell.setVisible(bool(beside) or is_head)
        balance = _balance_after(line, accepted)
        self._balance_name.setText(self.tr("Balance after this payment"))
        self._balance.setText("–" if balance is None else rupees(balance))
        self._rules.show_text(rules_text(line))

    def _fill(self, box: QWidget) -> None:
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(3 * GRID_PX if self._is_narrow else 4 * GRID_PX)
        grid.setVerticalSpacing(GRID_PX if not self._is_narrow else 0)
        headings = [self.tr("Bill"), self.tr("Due now"), self.tr("Paid now")]
        if not self._is_narrow:
            headings[1:1] = [self.tr("Due date"), self.tr("Asked for"), self.tr("Received")]
        texts = 1 if self._is_narrow else 2
        for place, heading in enumerate(headings):
            grid.addWidget(table_cell(heading, as_="muted", is_figure=place >= texts), 0, place)
        last = len(headings) - 1
        row = self._fill_bills(grid, last)
        for label, cell in (
            (self._beside, self._beside_paid),
            (self._balance_name, self._balance),
        ):
            row += 1
            grid.addWidget(label, row, 0, 1, last)
            grid.addWidget(cell, row, last)
        grid.setColumnStretch(0, 1)

    def _fill_bills(self, grid: QGridLayout, last: int) -> int:
        positions = self._account.positions
        if not positions:
            grid.addWidget(Label(self.tr("No open bill."), as_="muted"), 1, 0, 1, last + 1)
            return 1
        for row, position in enumerate(positions, start=1):
            bill = position.bill
            asked, received = bill.payable_on(self._today), bill.received + position.paid_here
            due = rupees(position.outstanding_on(self._today))
            grid.addWidget(table_cell(due, as_="strong", is_figure=True), row, last - 1)
            self._paid[bill.bill_no] = table_cell("", as_="strong", is_figure=True)
            grid.addWidget(self._paid[bill.bill_no], row, last)
            if self._is_narrow:
                grid.addWidget(self._bill_in_brief(bill, received), row, 0)
                continue
            grid.addWidget(table_cell(f"{month_text(bill.bill_month)}\n{bill.bill_no}"), row, 0)
            grid.addWidget(self._due_date(bill), row, 1)
            grid.addWidget(table_cell(rupees(asked), is_figure=True), row, 2)
            was_received = rupees(received) if received else "–"
            grid.addWidget(table_cell(was_received, is_figure=True), row, 3)
        if len(positions) == 1:
            return 1
        row = len(positions) + 1
        total = rupees(self._account.outstanding_on(self._today))
        grid.addWidget(table_cell(self.tr("Total due"), as_="strong"), row, 0)
        grid.addWidget(table_cell(total, as_="strong", is_figure=True), row, last - 1)
        grid.addWidget(self._paid_total, row, last)
        return row

    def _bill_in_brief(self, bill: Bill, received: Money) -> Label:
        """Month, number and due date below each other; what came in before with them."""
        words = self.tr("due {day}").format(day=day_text(bill.due_date))
        if self._today > bill.due_date:
            words = self.tr("due {day}, overdue").format(day=day_text(bill.due_date))
        lines = [f"{month_text(bill.bill_month)} · {bill.bill_no}", words]
        if received:
            lines.append(self.tr("received {amount}").format(amount=rupees(received)))
        cell = table_cell("\n".join(lines))
        if self._today > bill.due_date:
            role(cell, ink="caution")
        return cell

    def _due_date(self, bill: Bill) -> Label:
        due = table_cell(day_text(bill.due_date))
        if self._today > bill.due_date:
            due.setText(due.text() + "\n" + self.tr("overdue"))
            role(due, ink="caution")
        return due


class AllocationInBrief(QWidget):
    """The same in a line a bill, for a payment of many accounts."""

    def __init__(self) -> None:
        super().__init__()
        self._text = Label("", wraps=True)
        self._rules = Label("", as_="muted", wraps=True)
        self.setLayout(column(self._text, self._rules, gap=0))

    def show_line(self, line: LineForm) -> None:
        """Bill by bill, the advance, what remains."""
        accepted = line.acceptance
        parts: list[str] = []
        if line.account is not None:
            paid = _sums(accepted, Toward.BILL)
            of_bill = self.tr("Bill of {month}: {amount} of {due}")
            parts += [
                of_bill.format(
                    month=month_text(position.bill.bill_month),
                    amount=rupees(paid[position.bill.bill_no]),
                    due=rupees(position.outstanding_on(line.rules.day)),
                )
                for position in line.account.positions
                if position.bill.bill_no in paid
            ]
        advance = Money.total(_sums(accepted, Toward.ADVANCE).values())
        if advance:
            parts.append(self.tr("Advance {amount}").format(amount=rupees(advance)))
        balance = _balance_after(line, accepted)
        if balance is not None and line.account is not None:
            parts.append(
                self.tr("Balance after this payment {amount}").format(amount=rupees(balance))
            )
        self._text.show_text(" · ".join(parts))
        self._rules.show_text(rules_text(line))


def rules_text(line: LineForm) -> str:
    """Which rules decide it, one a line; empty for a bill paid in full."""
    accepted = line.acceptance
    if accepted is None:
        return ""
    return "\n".join(applied_text(ref, line.rules.policy) for ref in accepted.rules)


def _sums(accepted: Acceptance | None, toward: Toward) -> dict[str, Money]:
    parts = accepted.allocations if accepted is not None else ()
    return {part.bill_no: part.amount for part in parts if part.toward is toward}


def _balance_after(line: LineForm, accepted: Acceptance | None) -> Money | None:
    """What remains due of the bills: a head leaves them as they are."""
    if accepted is None:
        return None
    is_beside = accepted.settlement in (Settlement.HEAD, Settlement.SUSPENSE)
    return max(line.due, ZERO) if is_beside else accepted.balance
