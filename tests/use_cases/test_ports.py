"""Each fake offers what its port asks for, in the same words."""

from __future__ import annotations

import inspect

import pytest

from counter_app.use_cases import (
    book_ports,
    custody_asked,
    custody_ports,
    message_ports,
    office_ports,
    paper_ports,
    people_ports,
    ports,
    remittance_ports,
    report_ports,
    snapshot_ports,
    terminal_ports,
)
from counter_app.use_cases.close_shift import CloseShift, WeighClose
from counter_app.use_cases.open_shift import OpenShift
from tests.fakes.bills import FakeBills, FakePull
from tests.fakes.books import FakeBooks, FakeLedger
from tests.fakes.books_of_custody import FakeApprovalBook
from tests.fakes.books_of_instruments import FakeInstrumentBook
from tests.fakes.books_of_matters import FakeMatterBook, FakeReconciliationBook
from tests.fakes.books_of_messages import FakeMessageBook
from tests.fakes.books_of_payments import FakePaymentBook, FakeShiftBook
from tests.fakes.books_of_people import FakeEnrolmentBook, FakePrintBook
from tests.fakes.books_of_proofs import FakeCopyBook, FakeProofBook
from tests.fakes.books_of_remittance import FakeRemittanceBook
from tests.fakes.books_of_reports import FakeReportRows
from tests.fakes.books_of_results import FakeResultBook
from tests.fakes.books_of_reversals import FakeReversalBook
from tests.fakes.books_of_rules import FakeRuleBook, FakeWordBook
from tests.fakes.books_of_tills import FakeCloseBook, FakeTillBook
from tests.fakes.clock import FakeClock, FixedIds
from tests.fakes.files import FakeFiles
from tests.fakes.key_shelf import FakeKeyShelf
from tests.fakes.keys import FakeAddress, FakeKeys
from tests.fakes.pins import FakePins
from tests.fakes.press import FakePress
from tests.fakes.printer import FakePrinter
from tests.fakes.server import FakeServer
from tests.fakes.snapshots import FakeShelf
from tests.fakes.terminal import FakeChargeNotes, FakeTerminal

FAKES: list[tuple[type, type]] = [
    (ports.Clock, FakeClock),
    (ports.Ids, FixedIds),
    (snapshot_ports.SnapshotServer, FakeServer),
    (snapshot_ports.SnapshotStore, FakeBills),
    (snapshot_ports.PartShelf, FakeShelf),
    (ports.KeyStore, FakeKeys),
    (ports.ServerAddress, FakeAddress),
    (book_ports.PaymentBook, FakePaymentBook),
    (book_ports.ShiftBook, FakeShiftBook),
    (message_ports.MessageBook, FakeMessageBook),
    (paper_ports.PrintBook, FakePrintBook),
    (office_ports.InstrumentBook, FakeInstrumentBook),
    (office_ports.RuleBook, FakeRuleBook),
    (office_ports.WordBook, FakeWordBook),
    (office_ports.ResultBook, FakeResultBook),
    (office_ports.MatterBook, FakeMatterBook),
    (office_ports.ReconciliationBook, FakeReconciliationBook),
    (custody_ports.ApprovalBook, FakeApprovalBook),
    (custody_ports.TillBook, FakeTillBook),
    (custody_ports.CloseBook, FakeCloseBook),
    (custody_ports.ReversalBook, FakeReversalBook),
    (remittance_ports.RemittanceBook, FakeRemittanceBook),
    (report_ports.ReportRows, FakeReportRows),
    (people_ports.PinHasher, FakePins),
    (paper_ports.ProofBook, FakeProofBook),
    (paper_ports.CopyBook, FakeCopyBook),
    (ports.ReceiptKeyShelf, FakeKeyShelf),
    (book_ports.EnrolmentBook, FakeEnrolmentBook),
    (book_ports.Books, FakeBooks),
    (book_ports.Ledger, FakeLedger),
    (ports.CarriedFiles, FakeFiles),
    (ports.BillsAsTold, FakeBills),
    (ports.BillsPull, FakePull),
    (ports.BillStore, FakeBills),
    (ports.BillingServer, FakeServer),
    (ports.PinCheck, FakePins),
    (ports.ReceiptPrinter, FakePrinter),
    (ports.ReportPress, FakePress),
    (terminal_ports.CardTerminal, FakeTerminal),
    (terminal_ports.ChargeNotes, FakeChargeNotes),
]


def asked_of(port: type) -> dict[str, object]:
    return {name: part for name, part in vars(port).items() if not name.startswith("_")}


@pytest.mark.parametrize(("port", "fake"), FAKES)
def test_a_fake_takes_what_its_port_gives(port: type, fake: type) -> None:
    for name, part in asked_of(port).items():
        offered = inspect.getattr_static(fake, name)
        assert isinstance(offered, property) == isinstance(part, property)
        if callable(part) and callable(offered):
            wanted = inspect.signature(part).parameters
            given = inspect.signature(offered).parameters
            assert [(one.name, one.kind) for one in given.values()] == [
                (one.name, one.kind) for one in wanted.values()
            ]


@pytest.mark.parametrize(
    ("asked", "verb"),
    [
        (custody_asked.ShiftOpening, OpenShift),
        (custody_asked.CloseWeighing, WeighClose),
        (custody_asked.Closing, CloseShift),
    ],
)
def test_a_verb_takes_what_the_desk_is_asked_for(asked: type, verb: type) -> None:
    wanted = inspect.signature(vars(asked)["__call__"]).parameters
    given = inspect.signature(vars(verb)["__call__"]).parameters
    assert [(one.name, one.kind, one.default) for one in given.values()] == [
        (one.name, one.kind, one.default) for one in wanted.values()
    ]
