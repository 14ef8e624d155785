"""What the cashier is told when the world fails: a title, and what is safe and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.domain.errors import FaultCode
from counter_app.domain.receipt import PrintReason
from ui.line_sentences import LINE_SENTENCES
from ui.marking import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Mapping

FAULT_SENTENCES: Mapping[FaultCode, tuple[str, str]] = {
    FaultCode.SERVER_NOT_REACHED: (
        QT_TRANSLATE_NOOP("Fault", "Server not reached"),
        QT_TRANSLATE_NOOP(
            "Fault",
            "Go on taking payments: they are safe here and are sent by themselves once the line is back.",
        ),
    ),
    FaultCode.SERVER_NOT_OURS: (
        QT_TRANSLATE_NOOP("Fault", "Something else answered in place of the server"),
        QT_TRANSLATE_NOOP(
            "Fault",
            "The answer did not carry the centre's signature. Nothing it said was believed. "
            "Go on taking payments; they are safe here. If it lasts, call the technician.",
        ),
    ),
    **LINE_SENTENCES,
    FaultCode.SERVER_BUSY: (
        QT_TRANSLATE_NOOP("Fault", "Server busy"),
        QT_TRANSLATE_NOOP(
            "Fault", "It asked us to come back later. Go on taking payments; they are safe here."
        ),
    ),
    FaultCode.SERVER_REFUSED_COUNTER: (
        QT_TRANSLATE_NOOP("Fault", "Server refuses this counter"),
        QT_TRANSLATE_NOOP(
            "Fault",
            "Its key may be withdrawn, or this computer's clock may be wrong. "
            "Payments are safe here. Call your supervisor.",
        ),
    ),
    FaultCode.SERVER_WANTS_UPGRADE: (
        QT_TRANSLATE_NOOP("Fault", "Server wants a newer program"),
        QT_TRANSLATE_NOOP(
            "Fault", "Payments are safe here but are not sent. Ask for the new version."
        ),
    ),
    FaultCode.SERVER_FORK: (
        QT_TRANSLATE_NOOP("Fault", "Server has other payments under our numbers"),
        QT_TRANSLATE_NOOP(
            "Fault",
            "This counter takes no more payments. All taken so far are kept on both sides. "
            "Call your supervisor.",
        ),
    ),
    FaultCode.LEDGER_IN_USE: (
        QT_TRANSLATE_NOOP("Fault", "The books are open elsewhere"),
        QT_TRANSLATE_NOOP(
            "Fault", "Another window of this program has them. Use that one, or close it first."
        ),
    ),
    FaultCode.LEDGER_KEY_LOST: (
        QT_TRANSLATE_NOOP("Fault", "The key of the books is gone"),
        QT_TRANSLATE_NOOP(
            "Fault",
            "The books are unharmed but cannot be opened. Call the technician; delete nothing.",
        ),
    ),
    FaultCode.LEDGER_DAMAGED: (
        QT_TRANSLATE_NOOP("Fault", "The books do not pass their check"),
        QT_TRANSLATE_NOOP(
            "Fault",
            "No payment is taken, so nothing gets worse. Call the technician; delete nothing.",
        ),
    ),
    FaultCode.COMMIT_UNKNOWN: (
        QT_TRANSLATE_NOOP("Fault", "It is not certain that the payment was written"),
        QT_TRANSLATE_NOOP(
            "Fault",
            "Keep the money and press Enter: the books are asked again, and the same payment is never taken twice.",
        ),
    ),
    FaultCode.DISK_FULL: (
        QT_TRANSLATE_NOOP("Fault", "The disk is full"),
        QT_TRANSLATE_NOOP(
            "Fault", "Nothing was taken; payments before this one are safe. Call the technician."
        ),
    ),
    FaultCode.SETTINGS_DAMAGED: (
        QT_TRANSLATE_NOOP("Fault", "The settings cannot be read"),
        QT_TRANSLATE_NOOP(
            "Fault",
            "Payments are safe. The counter goes on with usual settings; call the technician.",
        ),
    ),
    FaultCode.BILLS_MISSING: (
        QT_TRANSLATE_NOOP("Fault", "No bills on this computer yet"),
        QT_TRANSLATE_NOOP("Fault", "They come with the first sync. Press F5 to sync now."),
    ),
    FaultCode.BILLS_DAMAGED: (
        QT_TRANSLATE_NOOP("Fault", "The copy of the bills cannot be read"),
        QT_TRANSLATE_NOOP(
            "Fault", "Payments are safe; the bills can be fetched again. Press F5 to sync now."
        ),
    ),
    FaultCode.PRINTER_FAILED: (
        QT_TRANSLATE_NOOP("Fault", "Printer failed"),
        QT_TRANSLATE_NOOP(
            "Fault", "The payment is safe. Look at the printer, then print again from Receipts."
        ),
    ),
    FaultCode.FILE_NOT_WRITTEN: (
        QT_TRANSLATE_NOOP("Fault", "The file could not be written"),
        QT_TRANSLATE_NOOP("Fault", "Nothing is lost. Check the disk, then try again."),
    ),
    FaultCode.FILE_NOT_READ: (
        QT_TRANSLATE_NOOP("Fault", "The file could not be read"),
        QT_TRANSLATE_NOOP(
            "Fault",
            "Nothing was changed. Check that the file or the stick is there, then try again.",
        ),
    ),
}

PRINT_SENTENCES: Mapping[PrintReason, str] = {
    PrintReason.NONE: "",
    PrintReason.LOW_PAPER: QT_TRANSLATE_NOOP("Print", "Paper is running low."),
    PrintReason.PAPER_OUT: QT_TRANSLATE_NOOP("Print", "The printer is out of paper."),
    PrintReason.COVER_OPEN: QT_TRANSLATE_NOOP("Print", "The printer's cover is open."),
    PrintReason.PRINTER_OFFLINE: QT_TRANSLATE_NOOP("Print", "The printer is offline."),
    PrintReason.PRINTER_NOT_FOUND: QT_TRANSLATE_NOOP(
        "Print", "The printer does not answer. Is it switched on?"
    ),
    PrintReason.NO_ANSWER: QT_TRANSLATE_NOOP("Print", "The printer gave no answer."),
    PrintReason.CUT_SHORT: QT_TRANSLATE_NOOP("Print", "Printing broke off in the middle."),
    PrintReason.UNCONFIRMED: QT_TRANSLATE_NOOP(
        "Print", "This printer does not confirm what it prints."
    ),
    PrintReason.CASHIER_SAID_PRINTED: QT_TRANSLATE_NOOP("Print", "The cashier saw it come out."),
    PrintReason.CASHIER_SAID_NOT_PRINTED: QT_TRANSLATE_NOOP(
        "Print", "The cashier saw that it did not come out."
    ),
    PrintReason.TORN: QT_TRANSLATE_NOOP("Print", "It came out torn or in part."),
    PrintReason.INTERRUPTED: QT_TRANSLATE_NOOP("Print", "The program was stopped while printing."),
    PrintReason.SAVED_AS_FILE: QT_TRANSLATE_NOOP("Print", "Saved as PDF, since no printer is set."),
    PrintReason.TOO_LONG: QT_TRANSLATE_NOOP(
        "Print", "This is too long for the receipt printer. Print it on A4, or save it."
    ),
    PrintReason.QUEUE_STOPPED: QT_TRANSLATE_NOOP(
        "Print",
        "The printer's queue has been stopped. Nothing was sent. Start it again in the system's"
        " settings, then print again.",
    ),
    PrintReason.JOB_STOPPED: QT_TRANSLATE_NOOP(
        "Print",
        "The printer's queue gave the paper up. Look to the printer, then print again.",
    ),
}
