"""The customer display: every word in its place on every screen, and a code that phones read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.builders import PAYABLE
from tests.ui.customer_at_hand import ASK, LONG_NAME, LONG_NAME_HI, NAME, NAME_HI, TELLS
from tests.ui.pictures import codes_in, looks_like, picture_of
from ui.customer import PayByUpi
from ui.theme import ThemeName, wear

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication

    from ui.customer import Customer
    from ui.customer_display import CustomerDisplay

SIZES = [(800, 480), (1024, 600), (1366, 768), (1920, 1080), (1080, 1920)]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("tell", TELLS.values(), ids=TELLS)
def test_every_line_has_its_place_on_every_screen(
    customer: Customer,
    display: CustomerDisplay,
    tell: Callable[[Customer], None],
    size: tuple[int, int],
) -> None:
    tell(customer)
    display.resize(*size)
    placed = display.placed()
    is_upright = size[1] > size[0]
    left = size[0] // 3 if isinstance(customer.shown, PayByUpi) and not is_upright else 0
    height = min(size[1], 0.6 * size[0])
    top = 0.1 * height
    for line, font, rect in placed:
        assert rect.top() > top - 0.01, line.text
        assert rect.left() > left, line.text
        assert rect.right() < size[0], line.text
        assert font.pixelSize() >= height / 35, line.text
        top = rect.bottom()
    assert top < 0.92 * size[1]
    assert max(font.pixelSize() for _, font, _ in placed) >= height / 12


@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("tell", [TELLS["qr"], TELLS["qr of much"]])
def test_the_code_on_the_display_is_read_by_a_reader_that_is_not_ours(
    customer: Customer,
    display: CustomerDisplay,
    tell: Callable[[Customer], None],
    size: tuple[int, int],
    scale: float,
) -> None:
    tell(customer)
    display.resize(*size)
    assert isinstance(customer.shown, PayByUpi)
    assert codes_in(picture_of(display, scale)) == [customer.shown.ask.uri]
    assert not any(
        display.qr.geometry().intersects(rect.toAlignedRect()) for _, _, rect in display.placed()
    )


def test_a_code_is_gone_with_its_payment(customer: Customer, display: CustomerDisplay) -> None:
    customer.show_qr(ASK)
    customer.sign_out()
    assert codes_in(picture_of(display)) == []
    assert not display.qr.isVisible()
    assert ASK.payee.address not in display.accessibleName()


def test_after_sign_out_it_looks_as_if_nobody_had_been_there(
    customer: Customer, display: CustomerDisplay
) -> None:
    display.resize(1024, 600)
    before = picture_of(display)
    customer.show_to_pay(NAME, PAYABLE, name_hi=NAME_HI)
    assert not looks_like(picture_of(display), before)
    customer.sign_out()
    assert looks_like(picture_of(display), before)


@pytest.mark.parametrize("theme", ThemeName)
@pytest.mark.parametrize("tell", TELLS.values(), ids=TELLS)
def test_it_looks_the_same_whatever_the_cashier_wears(
    dressed: QApplication,
    customer: Customer,
    display: CustomerDisplay,
    tell: Callable[[Customer], None],
    theme: ThemeName,
) -> None:
    display.resize(800, 480)
    tell(customer)
    wear(dressed, ThemeName.LIGHT)
    before = picture_of(display)
    wear(dressed, theme)
    assert looks_like(picture_of(display), before)


def test_names_are_masked_wherever_they_are_seen_or_heard(
    customer: Customer, display: CustomerDisplay
) -> None:
    customer.show_to_pay(LONG_NAME, PAYABLE, name_hi=LONG_NAME_HI)
    told = display.accessibleName() + display.windowTitle()
    assert "S*** C***" in told
    assert "श्री*** को***" in told
    words = {*LONG_NAME.split(), *LONG_NAME_HI.split()}
    assert [word for word in words if word in told] == []
