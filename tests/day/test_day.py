"""The counter as it is composed: real ledger, real bills, real embedded server, with no window."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from itertools import islice
from typing import TYPE_CHECKING

import msgspec
import pytest

from counter_app.domain.errors import Fault, FaultCode, Refusal, RefusalCode
from counter_app.domain.identity import CashierId
from counter_app.domain.money import Money
from counter_app.domain.receipt import PrintReason, PrintState
from counter_app.launch import Counter, preferences_named
from counter_app.workstation.paths import Places
from counter_app.workstation.settings import UpiChoice, read_settings, write_settings
from tests.builders import NOW
from tests.day.bench_payments import orders
from tests.day.kill import prove
from tests.day.stage import CASHIER, PIN, Stage, bare_stage, enrolment_code, set_stage
from tests.qr_reader import pixels_of, qr_texts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CONSUMERS, SEED = 120, 11
HEAVY = (
    "sqlalchemy",
    "reportlab",
    "escpos",
    "requests",
    "msgspec",
    "nacl",
    "argon2",
    "keyring",
    "serial",
    "segno",
)


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    stage = set_stage(tmp_path, consumers=CONSUMERS, seed=SEED)
    try:
        yield stage
    finally:
        stage.close()


@pytest.fixture
def counter(stage: Stage) -> Iterator[Counter]:
    counter = Counter(stage.places)
    try:
        yield counter
    finally:
        counter.close()


def test_an_outage_with_payments_ends_with_equal_totals(stage: Stage, counter: Counter) -> None:
    desk = counter.desk
    stage.take_server_away()
    taken = [desk.take_payment(order) for order in islice(orders(desk, CONSUMERS, SEED), 5)]
    with pytest.raises(Fault) as away:
        desk.run_round()
    assert away.value.code is FaultCode.SERVER_NOT_REACHED
    assert desk.counter_status().outbox.unsent_payments == 5
    stage.bring_server_back()
    desk.run_round()
    day = desk.business_date()
    assert desk.counter_status().outbox.unsent_messages == 0
    assert (
        desk.report_day(day).total
        == Money.total(one.receipt.payment.amount for one in taken)
        == Money(stage.server_paise(day))
    )
    assert not desk.view_outbox().set_aside


def test_what_was_paid_is_no_longer_owed_before_and_after_the_sync(counter: Counter) -> None:
    desk = counter.desk
    order = next(orders(desk, CONSUMERS, SEED))
    desk.take_payment(order)
    assert not desk.open_account(order.lines[0].account_no).outstanding_on(desk.business_date())
    desk.run_round()
    assert not desk.open_account(order.lines[0].account_no).outstanding_on(desk.business_date())


def test_with_no_printer_the_receipt_is_saved_as_pdf_and_a_copy_is_a_duplicate(
    stage: Stage, counter: Counter
) -> None:
    desk = counter.desk
    receipt_no = desk.take_payment(next(orders(desk, CONSUMERS, SEED))).receipt.payment.receipt_no
    original, copy = desk.print_receipt(receipt_no), desk.reprint_receipt(receipt_no, CASHIER_ID)
    assert (original.state, original.reason) == (PrintState.PRINTED, PrintReason.SAVED_AS_FILE)
    assert (original.copy_no, copy.copy_no) == (0, 1)
    assert len(list(stage.places.receipts.rglob("*.pdf"))) == 2


def test_the_day_report_is_saved_in_both_languages(counter: Counter) -> None:
    desk = counter.desk
    desk.take_payment(next(orders(desk, CONSUMERS, SEED)))
    report = desk.report_day(desk.business_date())
    assert {desk.save_day_report(report, language).suffix for language in ("en", "hi")} == {".pdf"}


def test_a_consumer_is_found_by_number_and_by_name(counter: Counter) -> None:
    desk = counter.desk
    order = next(orders(desk, CONSUMERS, SEED))
    consumer = desk.open_account(order.lines[0].account_no).consumer
    for text in (consumer.account_no, consumer.meter_no, consumer.name_en.lower()):
        assert order.lines[0].account_no in [one.account_no for one in desk.find_consumer(text)]


def test_the_right_pin_signs_in_and_finds_the_open_shift(counter: Counter) -> None:
    signed_in = counter.desk.sign_in(CASHIER_ID, PIN)
    assert signed_in.shift is not None
    with pytest.raises(Refusal) as wrong:
        counter.desk.sign_in(CASHIER_ID, "0000")
    assert wrong.value.code is RefusalCode.PIN_WRONG


def test_a_second_window_is_told_that_the_ledger_is_in_use(stage: Stage, counter: Counter) -> None:
    counter.desk.counter_status()
    second = Counter(stage.places)
    with pytest.raises(Fault) as told:
        second.desk.counter_status()
    assert told.value.code is FaultCode.LEDGER_IN_USE
    counter.close()
    assert second.desk.counter_status().is_enrolled
    second.close()


def test_damaged_settings_are_put_aside_and_told_and_payments_go_on(stage: Stage) -> None:
    stage.places.settings.write_text('{"server_url": 7')
    counter = Counter(stage.places)
    try:
        assert counter.desk.counter_status().are_settings_damaged
        taken = counter.desk.take_payment(next(orders(counter.desk, CONSUMERS, SEED)))
        assert not taken.was_taken_before
    finally:
        counter.close()
    assert list(stage.places.home.glob("settings.damaged-*.json"))


def test_without_a_payee_in_the_settings_no_upi_qr_is_offered(counter: Counter) -> None:
    desk = counter.desk
    with pytest.raises(Refusal) as told:
        desk.upi_qr(Money.rupees(700), desk.fresh_payment_id())
    assert told.value.code is RefusalCode.UPI_NOT_SET_UP
    assert desk.customer_screen() == 0


def test_the_payee_and_the_consumers_screen_come_from_the_settings(stage: Stage) -> None:
    settings, _ = read_settings(stage.places.settings, NOW)
    payee = UpiChoice(pa="kesco.knd07@sbi", pn="KESCO")
    write_settings(
        stage.places.settings, msgspec.structs.replace(settings, upi=payee, customer_display=2)
    )
    counter = Counter(stage.places)
    try:
        desk = counter.desk
        ask = desk.upi_qr(Money.rupees(700, 5), desk.fresh_payment_id())
        assert desk.customer_screen() == 2
    finally:
        counter.close()
    assert ask.uri.startswith("upi://pay?pa=kesco.knd07@sbi&pn=KESCO&am=700.05&tr=KND07")
    rows = pixels_of(ask.matrix, module_px=4, quiet_px=16)
    assert qr_texts(b"".join(rows), len(rows[0])) == [ask.uri]


def test_a_lost_key_is_told_and_nothing_new_is_made(stage: Stage) -> None:
    for key in stage.places.secrets.glob("ledger*"):
        key.unlink()
    before = stage.places.ledger.read_bytes()
    counter = Counter(stage.places)
    with pytest.raises(Fault) as told:
        counter.desk.counter_status()
    assert told.value.code is FaultCode.LEDGER_KEY_LOST
    assert stage.places.ledger.read_bytes() == before


def test_a_counter_that_is_not_enrolled_takes_no_money(tmp_path: Path) -> None:
    stage = bare_stage(tmp_path, consumers=CONSUMERS, seed=SEED)
    counter = Counter(stage.places)
    try:
        assert not counter.desk.counter_status().is_enrolled
        with pytest.raises(Refusal) as told:
            counter.desk.sign_in(CASHIER_ID, PIN)
        assert told.value.code is RefusalCode.COUNTER_NOT_ENROLLED
        counter.desk.enrol(stage.server.url, enrolment_code(stage.server))
        assert counter.desk.counter_status().is_enrolled
    finally:
        counter.close()
        stage.close()


def test_killed_at_random_instants_nothing_is_lost_doubled_or_skipped(tmp_path: Path) -> None:
    stage = set_stage(tmp_path, consumers=600, seed=SEED)
    try:
        figures = prove(stage, kills=6, seed=SEED)
    finally:
        stage.close()
    assert figures["holds"], figures


def test_nothing_heavy_is_imported_before_the_first_window(tmp_path: Path) -> None:
    places = Places(tmp_path)
    places.make()
    program = (
        "import sys\n"
        "from counter_app.launch import show_window\n"
        "from counter_app.workstation.paths import Places\n"
        "from pathlib import Path\n"
        "shown = show_window(Places(Path(sys.argv[1])), ['test'])\n"
        "import json\n"
        "print(json.dumps(sorted(sys.modules)))\n"
        "shown.window.close()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path)],
        capture_output=True,
        check=True,
        text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    loaded = {name.partition(".")[0] for name in json.loads(done.stdout)}
    assert not loaded & set(HEAVY)


def test_a_look_that_is_none_of_todays_is_forgotten() -> None:
    assert preferences_named("hi", "dark") is not None
    assert preferences_named("ta", "dark") is None


CASHIER_ID = CashierId(CASHIER)
