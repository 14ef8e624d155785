"""Opens the books and makes every verb: the heavy half of the composition root.

Imported by the first verb that is called, on that verb's lane; printer and press are made later still.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.domain.card_sale import SaleOutcome, SaleProgress, TerminalKind, TerminalStatus
from counter_app.domain.errors import Fault
from counter_app.domain.identity import PaymentId
from counter_app.domain.receipt import PrintOutcome, PrintState
from counter_app.sync.request_signing import PairSigner
from counter_app.sync.server_link import ServerLink
from counter_app.use_cases import look_up
from counter_app.use_cases.charge_card import AskTerminal, ChargeCard, OpenCharges, VoidCharge
from counter_app.use_cases.desk import Desk
from counter_app.use_cases.enrol import Enrol
from counter_app.use_cases.find_consumer import FindConsumer
from counter_app.use_cases.open_account import OpenAccount
from counter_app.use_cases.open_shift import OpenShift
from counter_app.use_cases.print_receipt import AnswerUncertain, PictureReceipt, PrintReceipt
from counter_app.use_cases.pull_bills import PullBills
from counter_app.use_cases.push_outbox import PushOutbox
from counter_app.use_cases.run_round import RunRound
from counter_app.use_cases.sign_in import SignIn
from counter_app.use_cases.take_payment import TakePayment
from counter_app.use_cases.telling import Telling
from counter_app.workstation.charge_file import ChargeFile
from counter_app.workstation.clock import RisingIds, SystemClock
from counter_app.workstation.keys import Keys
from counter_app.workstation.pins import Argon2Pins
from counter_app.workstation.secret_files import SecretFiles, Vault
from counter_app.workstation.settings import SettingsFile, read_settings
from local_db.bill_book import open_bills
from local_db.engine import open_ledger

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from counter_app.domain.day_report import DayReport
    from counter_app.domain.money import Money
    from counter_app.domain.receipt import Receipt
    from counter_app.use_cases.ports import ReceiptPrinter, ReportPress
    from counter_app.use_cases.terminal_ports import CardTerminal
    from counter_app.wire.exchange import Certificate
    from counter_app.workstation.paths import Places
    from counter_app.workstation.settings import PrinterChoice, TerminalChoice


def open_desk(places: Places, closers: list[Callable[[], None]]) -> Desk:
    """Open what the desk stands on; each thing opened puts its closer into the list.

    Raises Fault LEDGER_IN_USE, LEDGER_KEY_LOST, LEDGER_DAMAGED, FILE_NOT_WRITTEN. Damaged settings are put
    aside and told by the counter's status; the usual ones hold.
    """
    clock, ids = SystemClock(), RisingIds()
    settings, settings_fault = read_settings(places.settings, clock.now())
    settings_file = SettingsFile(places.settings, settings)
    files = SecretFiles(places.secrets)
    keys = Keys([Vault(str(places.home)), files] if settings.is_keyring_used else [files])
    key = keys.ledger_key(is_ledger_there=places.ledger.exists())
    ledger = open_ledger(places.ledger, key)
    closers.append(ledger.close)
    bills = open_bills(places.bills, key)
    closers.append(bills.close)

    def certificate_in_force() -> Certificate | None:
        with ledger.open_books() as books:
            return books.enrolment.certificate()

    telling = Telling(clock, ids, keys)
    server = ServerLink(
        address=lambda: settings_file.settings.server_url,
        certificate=certificate_in_force,
        signer=lambda public_key: PairSigner(keys.signer_for(public_key)),
        now=clock.now,
    )
    closers.append(server.close)
    printer = _LatePrinter(settings.printer, places.receipts)
    press = _LatePress(places.reports)
    printing = PrintReceipt(ledger, printer, telling)
    terminal = _LateTerminal(settings.terminal)
    charges = ChargeFile(places.charges, key, clock.now)
    asking = AskTerminal(terminal, charges, clock)
    return Desk(
        check_ledger=ledger.check,
        counter_status=look_up.ViewStatus(ledger, bills, settings_fault is not None),
        sign_in=SignIn(ledger, Argon2Pins(), clock),
        open_shift=OpenShift(ledger, telling),
        fresh_payment_id=lambda: PaymentId(ids.fresh()),
        open_account=OpenAccount(ledger, bills),
        take_payment=TakePayment(ledger, bills, telling),
        list_receipts=look_up.ListReceipts(ledger),
        view_outbox=look_up.ViewOutbox(ledger),
        report_day=look_up.ReportDay(ledger, clock),
        business_date=lambda: clock.now().date(),
        find_consumer=FindConsumer(bills),
        warm_printer=printer.warm_up,
        print_receipt=printing,
        reprint_receipt=printing.reprint,
        answer_uncertain=AnswerUncertain(ledger, telling),
        open_drawer=printer.open_drawer,
        picture_receipt=PictureReceipt(ledger, printer),
        save_day_report=press.save,
        print_file=press.print_file,
        terminal_kind=terminal.kind,
        terminal_status=terminal.status,
        charge_card=ChargeCard(terminal, charges, clock),
        ask_terminal=asking,
        void_charge=VoidCharge(ledger, asking),
        open_charges=OpenCharges(ledger, charges),
        cancel_charge=terminal.cancel,
        charge_progress=terminal.progress,
        run_round=RunRound(
            PushOutbox(ledger, server, clock),
            PullBills(ledger, bills, bills, server, clock),
            clock,
        ),
        enrol=Enrol(ledger, server, keys, settings_file, clock),
    )


class _LatePrinter:
    """The receipt printer, made by the first print: escpos and ReportLab are heavy."""

    def __init__(self, choice: PrinterChoice, receipts: Path) -> None:
        self._choice, self._receipts = choice, receipts
        self._made: ReceiptPrinter | None = None

    def warm_up(self) -> None:
        """Make it and let it load what the first receipt needs. Raises Fault."""
        self._printer().warm_up()

    def print_receipt(
        self, receipt: Receipt, *, copy_no: int, is_acknowledged: bool
    ) -> PrintOutcome:
        """Print one copy."""
        try:
            printer = self._printer()
        except Fault as fault:
            return PrintOutcome(PrintState.NOT_SENT, fault.code)
        return printer.print_receipt(receipt, copy_no=copy_no, is_acknowledged=is_acknowledged)

    def open_drawer(self) -> PrintOutcome:
        """Kick the drawer."""
        try:
            printer = self._printer()
        except Fault as fault:
            return PrintOutcome(PrintState.NOT_SENT, fault.code)
        return printer.open_drawer()

    def picture(self, receipt: Receipt, *, copy_no: int, is_acknowledged: bool) -> bytes:
        """The copy as PNG."""
        return self._printer().picture(receipt, copy_no=copy_no, is_acknowledged=is_acknowledged)

    def _printer(self) -> ReceiptPrinter:
        from counter_app.printing.connect import PrinterSettings, connect_printer
        from counter_app.printing.profiles import PrinterKind

        if self._made is None:
            choice = self._choice
            self._made = connect_printer(
                PrinterSettings(
                    kind=PrinterKind(choice.kind),
                    profile=choice.profile,
                    host=choice.host,
                    port=choice.port,
                    device=choice.device,
                    baud_rate=choice.baud_rate,
                    usb_vendor_id=choice.usb_vendor_id,
                    usb_product_id=choice.usb_product_id,
                    windows_name=choice.windows_name,
                    job_timeout_seconds=choice.job_timeout_seconds,
                ),
                self._receipts,
            )
        return self._made


class _LatePress:
    """The press of reports, made by the first report."""

    def __init__(self, reports: Path) -> None:
        self._reports = reports

    def save(self, report: DayReport, language: str) -> Path:
        """Save as PDF."""
        return self._press().save(report, language)

    def print_file(self, path: Path) -> PrintOutcome:
        """Give it to the system's printer."""
        return self._press().print_file(path)

    def _press(self) -> ReportPress:
        from counter_app.printing.sheet import Sheet
        from counter_app.reports.press import SystemPress

        return SystemPress(self._reports, Sheet)


class _LateTerminal:
    """The card terminal, made by the first sale: wrong settings are told then, and cost no other payment."""

    def __init__(self, choice: TerminalChoice) -> None:
        self._choice = choice
        self._made: CardTerminal | None = None

    def kind(self) -> TerminalKind:
        """How card sales reach this counter."""
        return TerminalKind(self._choice.kind)

    def sale(self, amount: Money, reference: str) -> SaleOutcome:
        """Ask for a sale. Raises Fault SETTINGS_DAMAGED, as the next three do."""
        return self._terminal().sale(amount, reference)

    def last_sale(self, reference: str, amount: Money) -> SaleOutcome:
        """What became of it."""
        return self._terminal().last_sale(reference, amount)

    def void_sale(self, reference: str, amount: Money) -> SaleOutcome:
        """Take it back."""
        return self._terminal().void_sale(reference, amount)

    def status(self) -> TerminalStatus:
        """Whether it would begin a sale."""
        return self._terminal().status()

    def cancel(self) -> None:
        """From any thread; one that is not made has no sale under way."""
        if self._made is not None:
            self._made.cancel()

    def progress(self) -> SaleProgress:
        """From any thread."""
        return SaleProgress.NONE if self._made is None else self._made.progress()

    def _terminal(self) -> CardTerminal:
        from counter_app.terminals.connect import TerminalSettings, connect_terminal
        from counter_app.terminals.links import Timing

        if self._made is None:
            choice = self._choice
            self._made = connect_terminal(
                TerminalSettings(
                    kind=self.kind(),
                    host=choice.host,
                    port=choice.port,
                    device=choice.device,
                    baud_rate=choice.baud_rate,
                    tid=choice.tid,
                    timing=Timing(
                        connect_seconds=choice.connect_timeout_seconds,
                        write_seconds=choice.write_timeout_seconds,
                        acknowledge_seconds=choice.acknowledge_timeout_seconds,
                        byte_seconds=choice.byte_timeout_seconds,
                        silence_seconds=choice.silence_timeout_seconds,
                        question_seconds=choice.question_timeout_seconds,
                        answer_seconds=choice.answer_timeout_seconds,
                    ),
                )
            )
        return self._made
