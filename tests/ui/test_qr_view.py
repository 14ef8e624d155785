"""A QR code on the screen is read by a reader that is not ours, at every size, scale and theme."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from counter_app.printing.qr import qr_matrix
from counter_app.use_cases.views import QR_QUIET_ZONE_MODULES
from tests.builders import PAYABLE, a_payment_id
from tests.ui.fake_desk import FakeCounter
from tests.ui.pictures import codes_in, grey_rows, picture_of
from ui.theme import ThemeName, wear
from ui.widgets.qr_view import LEAST_MODULE_PX, QrView
from ui.widgets.styling import column

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

ROOT = Path(__file__).parents[2]
ASK = FakeCounter().upi_qr(PAYABLE, a_payment_id())
MODULES = len(ASK.matrix) + 2 * QR_QUIET_ZONE_MODULES
BLACK, WHITE = 0, 255


@pytest.fixture
def view(qtbot: QtBot, dressed: QApplication) -> Iterator[QrView]:
    """A code in a window, at a place where pixels of a scaled screen do not fall on its own."""
    window = QWidget()
    layout = column(view := QrView())
    layout.setContentsMargins(3, 5, 7, 1)
    window.setLayout(layout)
    view.show_matrix(ASK.matrix, "UPI QR code", "₹ 1,450.50")
    qtbot.addWidget(window)
    yield view
    window.close()


def frame_of(view: QrView) -> QWidget:
    return view.window()


def modules_of(image: QImage) -> tuple[int, list[list[int]]]:
    """Side of a module in pixels, and the grey of each; every module must be of one grey from edge to edge."""
    rows = grey_rows(image)
    lit = [y for y, row in enumerate(rows) if WHITE in row]
    side_px = lit[-1] - lit[0] + 1
    left = rows[lit[0]].index(bytes([WHITE]) * side_px)
    square = [row[left : left + side_px] for row in rows[lit[0] : lit[-1] + 1]]
    assert side_px % MODULES == 0
    module_px = side_px // MODULES
    for start in range(0, side_px, module_px):
        assert len(set(square[start : start + module_px])) == 1
    greys = [
        [set(row[x : x + module_px]) for x in range(0, side_px, module_px)]
        for row in square[::module_px]
    ]
    assert all(len(each) == 1 for row in greys for each in row)
    return module_px, [[each.pop() for each in row] for row in greys]


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 1.75, 2.0, 3.0])
@pytest.mark.parametrize("size", [(MODULES * LEAST_MODULE_PX + 10, 180), (231, 277), (640, 401)])
def test_every_module_is_one_square_of_whole_pixels(
    view: QrView, size: tuple[int, int], scale: float
) -> None:
    frame_of(view).resize(*size)
    frame_of(view).show()
    image = picture_of(view, scale)
    module_px, greys = modules_of(image)
    assert module_px == int(min(view.width(), view.height()) * scale + 0.001) // MODULES
    quiet = QR_QUIET_ZONE_MODULES
    assert [[grey == BLACK for grey in row[quiet:-quiet]] for row in greys[quiet:-quiet]] == [
        list(row) for row in ASK.matrix
    ]
    margin = [*greys[:quiet], *greys[-quiet:], *(row[:quiet] + row[-quiet:] for row in greys)]
    assert {grey for row in margin for grey in row} == {WHITE}
    assert codes_in(image) == [ASK.uri]


@pytest.mark.parametrize("theme", ThemeName)
def test_it_is_black_on_white_in_every_theme(
    view: QrView, dressed: QApplication, theme: ThemeName
) -> None:
    wear(dressed, theme)
    frame_of(view).resize(300, 300)
    frame_of(view).show()
    image = picture_of(frame_of(view), 1.5)
    assert codes_in(image) == [ASK.uri]
    _, greys = modules_of(picture_of(view))
    assert {grey for row in greys for grey in row} == {BLACK, WHITE}


GRAB = """
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from tests.ui.pictures import codes_in
from tests.ui.test_qr_view import ASK, MODULES, modules_of
from ui.widgets.qr_view import QrView
QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
app = QApplication([])
view = QrView()
view.show_matrix(ASK.matrix, "UPI QR code")
view.resize(233, 251)
view.show()
image = view.grab().toImage()
assert codes_in(image) == [ASK.uri]
print(image.devicePixelRatio(), image.width(), modules_of(image)[0])
"""


@pytest.mark.parametrize(("factor", "module_px"), [("1", 4), ("1.25", 5), ("1.5", 6), ("2", 8)])
def test_a_screen_that_scales_gets_whole_pixels_too(factor: str, module_px: int) -> None:
    done = subprocess.run(
        [sys.executable, "-c", GRAB],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": factor},
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.stdout.split() == [
        str(float(factor)),
        str(round(233 * float(factor))),
        str(module_px),
    ]


def test_it_asks_for_room_enough_for_phones(view: QrView) -> None:
    assert view.minimumSizeHint().width() == MODULES * LEAST_MODULE_PX
    assert view.sizeHint().width() > view.minimumSizeHint().width()


def test_it_is_heard_and_takes_no_focus(view: QrView) -> None:
    assert (view.accessibleName(), view.accessibleDescription()) == ("UPI QR code", "₹ 1,450.50")
    assert view.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_a_code_that_is_forgotten_is_seen_and_heard_no_more(view: QrView) -> None:
    frame_of(view).resize(300, 300)
    frame_of(view).show()
    view.forget()
    assert codes_in(picture_of(frame_of(view))) == []
    assert (view.accessibleName(), view.sizeHint().width()) == ("", 0)


def test_another_code_takes_its_place(view: QrView) -> None:
    frame_of(view).resize(300, 300)
    frame_of(view).show()
    view.show_matrix(qr_matrix("ANOTHER"), "Another")
    assert codes_in(picture_of(view)) == ["ANOTHER"]


def test_too_little_room_is_no_bug(view: QrView) -> None:
    view.setMinimumSize(1, 1)
    view.resize(20, 20)
    assert codes_in(picture_of(view)) == []
