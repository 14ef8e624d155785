"""Opens the books and makes every verb: the heavy half of the composition root.

Imported by the first verb that is called, on that verb's lane; printer and press are made later still.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app import VERSION
from counter_app.approval_assembly import approval_verbs
from counter_app.bank_assembly import bank_verbs
from counter_app.domain.identity import PaymentId
from counter_app.facing_assembly import facing_verbs
from counter_app.late_paper import LatePress, LatePrinters
from counter_app.late_terminal import LateTerminal
from counter_app.paper_assembly import paper_verbs
from counter_app.people_assembly import people_verbs, set_up_of
from counter_app.printer_assembly import PrinterKeeper, printer_verbs
from counter_app.sync.proof import keys_of
from counter_app.sync.request_signing import PairSigner, saying
from counter_app.sync.server_link import ServerLink
from counter_app.sync.transport import Transport
from counter_app.sync.trust import LineTrust
from counter_app.till_assembly import till_verbs
from counter_app.use_cases import look_up
from counter_app.use_cases.ask_upi import AskUpi
from counter_app.use_cases.carry import CarryIn, CarryOut
from counter_app.use_cases.charge_card import AskTerminal, ChargeCard, OpenCharges, VoidCharge
from counter_app.use_cases.copies_asked import CopiesAsked
from counter_app.use_cases.desk import Desk
from counter_app.use_cases.enrol import Enrol
from counter_app.use_cases.enrol_by_file import EnrolByFile, RequestByFile
from counter_app.use_cases.fetch_snapshot import FetchSnapshot
from counter_app.use_cases.find_consumer import FindConsumer
from counter_app.use_cases.give_word import GiveWord
from counter_app.use_cases.instruments import (
    ListInstruments,
    MoveInstrument,
    ReturnInstrument,
    SaveInstruments,
)
from counter_app.use_cases.make_report import ListReportChoices, MakeReport
from counter_app.use_cases.matters import NoteMatter, ViewMatters
from counter_app.use_cases.open_account import OpenAccount
from counter_app.use_cases.pin_guard import PinGuard
from counter_app.use_cases.preview_rule import PreviewRule
from counter_app.use_cases.print_receipt import AnswerUncertain, PictureReceipt, PrintReceipt
from counter_app.use_cases.print_reversal import PrintReversal
from counter_app.use_cases.print_summary import PrintSummary
from counter_app.use_cases.pull_bills import PullBills
from counter_app.use_cases.pull_receipt_keys import PullReceiptKeys
from counter_app.use_cases.pull_results import PullResults
from counter_app.use_cases.push_outbox import PushOutbox
from counter_app.use_cases.reconcile_day import ReconcileDay
from counter_app.use_cases.reverse_payment import ReversePayment, WeighReversal
from counter_app.use_cases.rules import RulesToday, SetRule, ViewPolicy
from counter_app.use_cases.run_round import RunRound
from counter_app.use_cases.say_state import SayState
from counter_app.use_cases.take_payment import TakePayment
from counter_app.use_cases.telling import Telling
from counter_app.use_cases.weigh_order import ConsiderPayment
from counter_app.wire.receipt_keys import page_of
from counter_app.workstation.carried_files import StickFiles
from counter_app.workstation.charge_file import ChargeFile
from counter_app.workstation.clock import RisingIds, SystemClock
from counter_app.workstation.keys import Keys
from counter_app.workstation.own_program import builder_command
from counter_app.workstation.pins import Argon2Pins
from counter_app.workstation.receipt_key_file import ReceiptKeyFile
from counter_app.workstation.secret_files import SecretFiles, Vault
from counter_app.workstation.settings import SettingsFile, read_settings
from local_db.bill_book import open_bills
from local_db.engine import open_ledger

if TYPE_CHECKING:
    from collections.abc import Callable

    from counter_app.use_cases.views import QrMatrix
    from counter_app.wire.exchange import Certificate
    from counter_app.workstation.paths import Places


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
    bills = open_bills(places.bills, key, builder_command())
    closers.append(bills.close)

    def certificate_in_force() -> Certificate | None:
        with ledger.open_books() as books:
            return books.enrolment.certificate()

    def server_keys() -> dict[str, bytes]:
        certificate = certificate_in_force()
        return {} if certificate is None else keys_of(certificate)

    telling = Telling(clock, ids, keys)
    shelf = ReceiptKeyFile(places.receipt_keys, server_keys)

    def check_page() -> str:
        return page_of(shelf.read())

    server = ServerLink(
        address=lambda: settings_file.settings.server_url,
        certificate=certificate_in_force,
        signer=lambda public_key: PairSigner(keys.signer_for(public_key)),
        now=clock.now,
        facts=saying(SayState(ledger, clock, VERSION)),
        transport=Transport(
            trust=LineTrust(settings.tls.authority_file, settings.tls.pinned_sha256)
        ),
    )
    closers.append(server.close)

    stick = StickFiles()
    printers = LatePrinters(settings_file.printer_plan, places.receipts, settings.receipt_tongue)
    printer = printers.first
    press = LatePress(places.reports, stick)
    printing = PrintReceipt(ledger, printer, telling, printers.other, check_page)
    terminal = LateTerminal(settings.terminal)
    charges = ChargeFile(places.charges, key, clock.now)
    asking = AskTerminal(terminal, charges, clock)
    guard = PinGuard(ledger, pins := Argon2Pins(), clock)
    pushing = PushOutbox(ledger, server, clock)
    open_charges = OpenCharges(ledger, charges)
    approving = approval_verbs(ledger, guard, clock, ids)
    return Desk(
        check_ledger=ledger.check,
        counter_status=look_up.ViewStatus(
            ledger, bills, clock, settings.reconcile_from_hour, settings_fault is not None
        ),
        fresh_payment_id=lambda: PaymentId(ids.fresh()),
        open_account=OpenAccount(ledger, bills),
        consider_payment=ConsiderPayment(ledger, bills, clock),
        take_payment=TakePayment(ledger, bills, telling),
        give_word=GiveWord(ledger, guard, ids),
        approve=approving.approve,
        challenge_for=approving.challenge_for,
        approve_by_telephone=approving.approve_by_telephone,
        word_by_telephone=approving.word_by_telephone,
        rules_today=RulesToday(ledger, clock),
        view_policy=ViewPolicy(ledger),
        set_rule=SetRule(ledger, guard, telling),
        preview_rule=PreviewRule(ledger, clock),
        list_instruments=ListInstruments(ledger),
        move_instrument=MoveInstrument(ledger, telling),
        return_instrument=ReturnInstrument(ledger, telling),
        list_receipts=look_up.ListReceipts(ledger),
        view_outbox=look_up.ViewOutbox(ledger),
        view_matters=ViewMatters(ledger),
        note_matter=NoteMatter(ledger, guard, telling),
        **bank_verbs(ledger, guard, telling, settings.bank_account),
        weigh_reversal=WeighReversal(ledger, clock),
        reverse_payment=ReversePayment(ledger, telling),
        print_reversal=PrintReversal(ledger, printer),
        report_day=look_up.ReportDay(ledger, clock),
        business_date=lambda: clock.now().date(),
        upi_qr=AskUpi(ledger, clock, settings.upi.pa, settings.upi.pn, _late_qr_matrix),
        customer_screen=lambda: settings.customer_screen,
        find_consumer=FindConsumer(bills),
        warm_printer=printer.warm_up,
        print_receipt=printing,
        reprint_receipt=printing.reprint,
        print_elsewhere=printing.print_elsewhere,
        print_summary=PrintSummary(ledger, printer),
        answer_uncertain=AnswerUncertain(ledger, telling),
        open_drawer=printers.open_drawer,
        picture_receipt=PictureReceipt(ledger, printer, check_page),
        save_day_report=press.save,
        save_instruments=SaveInstruments(ledger, press, clock),
        save_reconciliation=press.save_reconciliation,
        print_reconciliation=printer.print_reconciliation,
        print_file=press.print_file,
        list_report_choices=ListReportChoices(ledger, clock),
        make_report=MakeReport(ledger, clock),
        save_report=press.save_report,
        print_report=printer.print_report,
        terminal_kind=terminal.kind,
        terminal_status=terminal.status,
        charge_card=ChargeCard(terminal, charges, clock),
        ask_terminal=asking,
        void_charge=VoidCharge(ledger, asking),
        open_charges=open_charges,
        cancel_charge=terminal.cancel,
        charge_progress=terminal.progress,
        clock_skew=lambda: server.skew,
        run_round=RunRound(
            pushing,
            PullBills(
                ledger, bills, bills, server, clock, FetchSnapshot(server, bills.parts, clock)
            ),
            PullResults(ledger, server, clock),
            PullReceiptKeys(shelf, server, clock),
            clock,
        ),
        reconcile_day=ReconcileDay(ledger, server, pushing, clock),
        enrol=Enrol(ledger, server, keys, settings_file, clock),
        carry_out=CarryOut(ledger, stick),
        carry_in=CarryIn(ledger, stick, clock),
        request_by_file=RequestByFile(ledger, keys, settings_file, stick),
        enrol_by_file=EnrolByFile(ledger, keys, stick, clock),
        **people_verbs(
            ledger,
            guard,
            pins,
            telling,
            lambda: set_up_of(settings_file.settings, places.settings),
        ),
        copies_asked=CopiesAsked(ledger),
        **facing_verbs(settings, closers),
        **paper_verbs(ledger, telling, shelf),
        **printer_verbs(
            ledger,
            telling,
            PrinterKeeper(settings_file, printers),
            places.receipts,
            settings.receipt_tongue,
        ),
        **till_verbs(ledger, telling, guard, open_charges, settings.drawer_count),
    )


def _late_qr_matrix(text: str) -> QrMatrix:
    """The modules of a QR code; segno comes with the first (40 ms)."""
    from counter_app.printing.qr import qr_matrix

    return qr_matrix(text)
