"""Composition root: the only module that knows every floor.

Nothing heavy is imported here at import time. The desk is handed out at once, so that the sign-in window can
be shown; the books behind it open when the first verb is called, on that verb's lane.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from counter_app.domain.errors import Fault, FaultCode
from counter_app.domain.identity import PaymentId
from counter_app.domain.receipt import PrintOutcome, PrintState
from counter_app.use_cases.desk import Desk, late_desk
from counter_app.workstation.clock import RisingIds, SystemClock
from counter_app.workstation.settings import SettingsFile, read_settings

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from counter_app.domain.day_report import DayReport
    from counter_app.domain.receipt import Receipt
    from counter_app.use_cases.ports import ReceiptPrinter, ReportPress
    from counter_app.wire.exchange import Certificate
    from counter_app.workstation.paths import Places
    from ui.main_window import MainWindow
    from ui.preferences import Preferences

EXIT_NO_PLACE = 1


@dataclass(frozen=True, slots=True)
class Workplace:
    """What is known before the books are open. ``settings_fault`` is there when the file was damaged."""

    places: Places
    settings: SettingsFile
    clock: SystemClock
    ids: RisingIds
    settings_fault: Fault | None


def set_up_workplace(places: Places) -> Workplace:
    """Make the folders and read the settings. Raises Fault FILE_NOT_WRITTEN when there is no place to write."""
    clock = SystemClock()
    try:
        places.make()
    except OSError as error:
        raise Fault(FaultCode.FILE_NOT_WRITTEN, str(error)) from error
    settings, fault = read_settings(places.settings, clock.now())
    return Workplace(places, SettingsFile(places.settings, settings), clock, RisingIds(), fault)


@dataclass(slots=True)
class Counter:
    """A running counter: its desk, and how to close it."""

    workplace: Workplace
    desk: Desk = field(init=False)
    _closers: list[Callable[[], None]] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Hand out the desk; nothing is opened yet."""
        self.desk = late_desk(lambda: _open_desk(self.workplace, self._closers))

    def close(self) -> None:
        """Close what was opened, newest first; committed payments need no closing."""
        while self._closers:
            self._closers.pop()()


class _LatePrinter:
    """The receipt printer, made by the first print: escpos and ReportLab are heavy."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace
        self._made: ReceiptPrinter | None = None

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
            choice = self._workplace.settings.settings.printer
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
                self._workplace.places.receipts,
            )
        return self._made


class _LatePress:
    """The press of reports, made by the first report."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    def save(self, report: DayReport, language: str) -> Path:
        """Save as PDF."""
        return self._press().save(report, language)

    def print_file(self, path: Path) -> PrintOutcome:
        """Give it to the system's printer."""
        return self._press().print_file(path)

    def _press(self) -> ReportPress:
        from counter_app.printing.sheet import Sheet
        from counter_app.reports.press import SystemPress

        return SystemPress(self._workplace.places.reports, Sheet)


def _open_desk(workplace: Workplace, closers: list[Callable[[], None]]) -> Desk:
    """Open the books and make every verb."""
    from counter_app.sync.request_signing import PairSigner
    from counter_app.sync.server_link import ServerLink
    from counter_app.use_cases import look_up
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
    from counter_app.workstation.keys import Keys
    from counter_app.workstation.pins import Argon2Pins
    from counter_app.workstation.secret_files import SecretFiles, Vault
    from local_db.bill_book import open_bills
    from local_db.engine import open_ledger

    places, clock = workplace.places, workplace.clock
    files = SecretFiles(places.secrets)
    uses_vault = workplace.settings.settings.is_keyring_used
    keys = Keys([Vault(str(places.home)), files] if uses_vault else [files])
    key = keys.ledger_key(is_ledger_there=places.ledger.exists())
    ledger = open_ledger(places.ledger, key)
    closers.append(ledger.close)
    bills = open_bills(places.bills, key)
    closers.append(bills.close)

    def certificate_in_force() -> Certificate | None:
        with ledger.open_books() as books:
            return books.enrolment.certificate()

    telling = Telling(clock, workplace.ids, keys)
    server = ServerLink(
        address=lambda: workplace.settings.settings.server_url,
        certificate=certificate_in_force,
        signer=lambda public_key: PairSigner(keys.signer_for(public_key)),
        now=clock.now,
    )
    closers.append(server.close)
    printer, press = _LatePrinter(workplace), _LatePress(workplace)
    printing = PrintReceipt(ledger, printer, telling)
    return Desk(
        check_ledger=ledger.check,
        counter_status=look_up.ViewStatus(ledger, bills),
        sign_in=SignIn(ledger, Argon2Pins(), clock),
        open_shift=OpenShift(ledger, telling),
        fresh_payment_id=lambda: PaymentId(workplace.ids.fresh()),
        open_account=OpenAccount(ledger, bills),
        take_payment=TakePayment(ledger, bills, telling),
        list_receipts=look_up.ListReceipts(ledger),
        view_outbox=look_up.ViewOutbox(ledger),
        report_day=look_up.ReportDay(ledger, clock),
        business_date=lambda: clock.now().date(),
        find_consumer=FindConsumer(bills),
        print_receipt=printing,
        reprint_receipt=printing.reprint,
        answer_uncertain=AnswerUncertain(ledger, telling),
        open_drawer=printer.open_drawer,
        picture_receipt=PictureReceipt(ledger, printer),
        save_day_report=press.save,
        print_file=press.print_file,
        run_round=RunRound(
            PushOutbox(ledger, server, clock),
            PullBills(ledger, bills, bills, server, clock),
            clock,
        ),
        enrol=Enrol(ledger, server, keys, workplace.settings, clock),
    )


class _LooksOfCashiers:
    """The window's preference book, kept in this computer's file of looks."""

    def __init__(self, places: Places) -> None:
        from counter_app.workstation.chosen_looks import ChosenLooks

        self._looks = ChosenLooks(places.looks)

    def recall(self, cashier_id: str) -> Preferences | None:
        """What this cashier chose last; None when never, or when it is no choice of today's."""
        look = self._looks.recall(cashier_id)
        return preferences_named(look.language, look.theme) if look else None

    def keep(self, cashier_id: str, preferences: Preferences) -> None:
        """Remember it."""
        from counter_app.workstation.chosen_looks import Look

        self._looks.keep(cashier_id, Look(preferences.language, preferences.theme))


def preferences_named(language: str, theme: str) -> Preferences | None:
    """A language and a theme by name; None when there is no such."""
    from ui.language import Language
    from ui.preferences import Preferences
    from ui.theme import ThemeName

    try:
        return Preferences(Language(language), ThemeName(theme))
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class Shown:
    """A window on a counter; ``run`` is Qt's loop, until the window is closed."""

    window: MainWindow
    counter: Counter
    run: Callable[[], int]


def show_window(workplace: Workplace, arguments: Sequence[str]) -> Shown:
    """Show the sign-in window; the books open behind it."""
    from counter_app.sync.retry import wait_after_failures
    from ui.application import make_application
    from ui.main_window import MainWindow
    from ui.preferences import Preferences
    from ui.sentences import sentence_of

    settings = workplace.settings.settings
    preferences = preferences_named(settings.language, settings.theme) or Preferences()
    counter = Counter(workplace)
    app = make_application(arguments, preferences)
    window = MainWindow(
        counter.desk,
        _LooksOfCashiers(workplace.places),
        preferences,
        now=workplace.clock.now,
        wait_after_failures=wait_after_failures,
    )
    if workplace.settings_fault is not None:
        sentence = sentence_of(workplace.settings_fault)
        window.sign_in.notice.tell("negative", sentence.title, sentence.text)
    window.show()
    return Shown(window, counter, app.exec)


def show_counter(places: Places, arguments: Sequence[str]) -> int:
    """Show the window until it is closed; the exit code of the program."""
    from counter_app.workstation.logs import start_log

    try:
        workplace = set_up_workplace(places)
    except Fault as fault:
        sys.stderr.write(f"The counter has no place to write its books: {fault.detail}\n")
        return EXIT_NO_PLACE
    start_log(places.logs)
    shown = show_window(workplace, arguments)
    try:
        return shown.run()
    finally:
        shown.counter.close()
