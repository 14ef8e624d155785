"""What can be said of a printer before anything is sent to it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.printer import NO_PRINTER, FoundPrinter, PrinterKind, PrinterPlan
from counter_app.domain.printer_rules import (
    BAUD_RATES,
    USUAL_BAUD_RATES,
    likely_model,
    model_named,
    models_for,
    narrower,
    next_baud_rate,
    other_pin,
    pin_of,
    refuse_wrong_plan,
    silent,
    wrong_field,
)
from tests.fakes.printers import MODELS

NETWORK = PrinterPlan(kind=PrinterKind.NETWORK, host="192.168.1.50")
SERIAL = PrinterPlan(kind=PrinterKind.SERIAL, device="COM3", baud_rate=9_600)
USB = PrinterPlan(kind=PrinterKind.USB, usb_vendor_id=0x04B8, usb_product_id=0x0202)
SYSTEM = PrinterPlan(kind=PrinterKind.SYSTEM, profile="a5", windows_name="Office")

GOOD = (
    NO_PRINTER,
    NETWORK,
    replace(NETWORK, host="printer-7.kesco.example", port=65_535),
    replace(NETWORK, host="fe80::1", drawer_pin=0),
    SERIAL,
    replace(SERIAL, device="/dev/rfcomm0", baud_rate=115_200, drawer_pin=5),
    PrinterPlan(kind=PrinterKind.FILE, device="/dev/usb/lp0"),
    USB,
    PrinterPlan(kind=PrinterKind.WINDOWS, windows_name=""),
    SYSTEM,
)

WRONG = {
    "host": (
        replace(NETWORK, host=""),
        replace(NETWORK, host="a b"),
        replace(NETWORK, host="x" * 254),
    ),
    "port": (replace(NETWORK, port=0), replace(NETWORK, port=65_536)),
    "device": (
        replace(SERIAL, device=""),
        PrinterPlan(kind=PrinterKind.FILE),
        replace(SERIAL, device="COM3\n"),
        replace(SERIAL, device="x" * 121),
    ),
    "baud_rate": (replace(SERIAL, baud_rate=0), replace(SERIAL, baud_rate=9_601)),
    "usb": (replace(USB, usb_vendor_id=0),),
    "windows_name": (replace(SYSTEM, windows_name="x" * 121),),
    "profile": (replace(NETWORK, profile="never-made"),),
    "connection": (replace(NETWORK, profile="a5"), replace(SYSTEM, profile="generic-80")),
    "drawer_pin": (replace(NETWORK, drawer_pin=3),),
}


@pytest.mark.parametrize("plan", GOOD)
def test_a_plan_that_can_be_so_is_let_through(plan: PrinterPlan) -> None:
    refuse_wrong_plan(plan, MODELS)


@pytest.mark.parametrize(
    ("field", "plan"), [(field, plan) for field, plans in WRONG.items() for plan in plans]
)
def test_a_plan_that_cannot_be_so_is_refused_with_its_field(field: str, plan: PrinterPlan) -> None:
    with pytest.raises(Refusal) as refused:
        refuse_wrong_plan(plan, MODELS)
    assert (refused.value.code, refused.value.facts) == (
        RefusalCode.PRINTER_PLAN_WRONG,
        {"field": field},
    )


@given(
    st.builds(
        PrinterPlan,
        kind=st.sampled_from(PrinterKind),
        profile=st.sampled_from([model.name for model in MODELS]) | st.text(max_size=8),
        host=st.text(max_size=20),
        port=st.integers(),
        device=st.text(max_size=20),
        baud_rate=st.integers(),
        usb_vendor_id=st.integers(0, 0xFFFF),
        windows_name=st.text(max_size=200),
        drawer_pin=st.none() | st.integers(0, 6),
    )
)
def test_whatever_is_typed_is_judged_and_a_plan_let_through_can_be_connected(
    plan: PrinterPlan,
) -> None:
    if not wrong_field(plan, MODELS) and plan.kind is not PrinterKind.NONE:
        model = model_named(plan.profile, MODELS)
        assert model is not None
        assert plan.kind in model.connections


@pytest.mark.parametrize(
    ("found", "model"),
    [
        (FoundPrinter(USB, "EPSON TM-T88V", "04b8:0202"), "epson-tm-t88"),
        (FoundPrinter(USB, "USB 04b8:0e15", "04b8:0e15"), "epson-tm-t20"),
        (FoundPrinter(replace(SERIAL), "COM3", "TVS-E RP 3200 Star"), "tvs-rp-3200"),
        (FoundPrinter(SERIAL, "COM4", "rp326 printer"), "tvs-rp-3200"),
        (FoundPrinter(replace(USB, usb_vendor_id=0x0483), "POS58 Printer USB"), "generic-58"),
        (FoundPrinter(replace(USB, usb_vendor_id=0x0483), "XP-80C"), "generic-80"),
        (FoundPrinter(replace(USB, usb_vendor_id=0x0483), "Serial 158080"), "generic-80"),
        (FoundPrinter(SERIAL, "/dev/rfcomm0", is_bluetooth=True), "generic-58"),
        (FoundPrinter(SYSTEM, "HP LaserJet 80"), "a5"),
        (FoundPrinter(NETWORK, ""), "generic-80"),
    ],
)
def test_the_model_is_told_by_number_or_name_else_it_is_a_usual_one(
    found: FoundPrinter, model: str
) -> None:
    likely = likely_model(found, MODELS)
    assert likely is not None
    assert likely.name == model


def test_where_nothing_tells_the_model_that_was_set_is_meant() -> None:
    likely = likely_model(FoundPrinter(NETWORK, ""), MODELS, "generic-58-silent")
    assert likely is not None
    assert likely.name == "generic-58-silent"


def test_where_no_model_can_be_connected_so_none_is_likely() -> None:
    assert likely_model(FoundPrinter(SYSTEM, ""), MODELS[:4]) is None


def test_a_model_that_is_made_for_bluetooth_is_meant_by_a_bluetooth_port() -> None:
    carried = replace(MODELS[2], name="generic-58-bluetooth")
    likely = likely_model(FoundPrinter(SERIAL, "", is_bluetooth=True), (*MODELS, carried))
    assert likely == carried


def test_a_bluetooth_printer_is_any_model_where_there_is_none_of_58_mm() -> None:
    wide = tuple(model for model in MODELS if model.width_dots != 384)
    likely = likely_model(FoundPrinter(SERIAL, "", is_bluetooth=True), wide)
    assert likely is not None
    assert likely.width_dots == 576


@pytest.mark.parametrize(
    ("profile", "then"),
    [
        ("generic-80", "generic-58"),
        ("generic-80-silent", "generic-58-silent"),
        ("epson-tm-t88", "generic-58"),
        ("generic-58", None),
        ("never-made", None),
    ],
)
def test_where_the_right_edge_is_cut_a_narrower_plain_model_is_tried(
    profile: str, then: str | None
) -> None:
    tried = narrower(replace(NETWORK, profile=profile), MODELS)
    assert (tried and tried.name) == then


@given(st.sampled_from(models_for(PrinterKind.SERIAL, MODELS)))
def test_trying_narrower_ends(model: object) -> None:
    plan = replace(SERIAL, profile=getattr(model, "name", ""))
    for _ in MODELS:
        tried = narrower(plan, MODELS)
        if tried is None:
            return
        plan = replace(plan, profile=tried.name)
    pytest.fail("it goes round")


@pytest.mark.parametrize(
    ("profile", "then"),
    [
        ("generic-80", "generic-80-silent"),
        ("generic-58", "generic-58-silent"),
        ("epson-tm-t88", None),
        ("generic-80-silent", None),
        ("never-made", None),
    ],
)
def test_where_nothing_answers_one_as_wide_is_tried_that_is_never_asked(
    profile: str, then: str | None
) -> None:
    tried = silent(replace(NETWORK, profile=profile), MODELS)
    assert (tried and tried.name) == then


@given(st.sampled_from(BAUD_RATES))
def test_every_usual_rate_is_tried_before_one_comes_again(rate: int) -> None:
    tried = []
    for _ in USUAL_BAUD_RATES:
        rate = next_baud_rate(rate)
        tried.append(rate)
    assert sorted(tried) == list(USUAL_BAUD_RATES)


def test_the_drawer_is_kicked_on_the_pin_said_else_on_the_models_own() -> None:
    plan = replace(NETWORK, profile="tvs-rp-3200")
    assert pin_of(plan, MODELS) == 5
    assert pin_of(replace(plan, drawer_pin=2), MODELS) == 2
    assert pin_of(replace(plan, drawer_pin=0), MODELS) == 0
    assert pin_of(replace(plan, profile="never-made"), MODELS) == 0
    assert [other_pin(pin) for pin in (2, 5, 0)] == [5, 2, 2]
