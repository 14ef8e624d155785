"""Composition root: shows the window and hands it a desk whose books open behind it.

Nothing heavy is imported before the first window is painted: ``counter_app.assembly`` is imported by the first
verb that is called, on that verb's lane.
"""

from __future__ import annotations

import logging
import sys
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from counter_app.domain.errors import Fault, FaultCode
from counter_app.use_cases.desk import Desk, late_desk
from counter_app.workstation.chosen_looks import ChosenLooks, Look

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from types import TracebackType

    from counter_app.workstation.paths import Places
    from ui.main_window import MainWindow
    from ui.preferences import Preferences

EXIT_NO_PLACE, EXIT_BUG = 1, 3


@dataclass(slots=True)
class Counter:
    """A counter in a place of its own: its desk, and how to close it."""

    places: Places
    desk: Desk = field(init=False)
    _closers: list[Callable[[], None]] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Hand out the desk; nothing is opened yet."""
        self.desk = late_desk(self._open_desk)

    def close(self) -> None:
        """Close what was opened, newest first; committed payments need no closing."""
        while self._closers:
            self._closers.pop()()

    def _open_desk(self) -> Desk:
        from counter_app.assembly import open_desk

        try:
            return open_desk(self.places, self._closers)
        except BaseException:
            self.close()
            raise


def make_places(places: Places) -> None:
    """Make the folders. Raises Fault FILE_NOT_WRITTEN when there is no place to write."""
    try:
        places.make()
    except OSError as error:
        raise Fault(FaultCode.FILE_NOT_WRITTEN, str(error)) from error


class _LooksOfCashiers:
    """The window's preference book, kept in this computer's file of looks."""

    def __init__(self, places: Places) -> None:
        self._looks = ChosenLooks(places.looks)

    def recall(self, cashier_id: str) -> Preferences | None:
        """What this cashier chose last; None when never, or when it is no choice of today's."""
        look = self._looks.recall(cashier_id)
        return preferences_named(look.language, look.theme) if look else None

    def keep(self, cashier_id: str, preferences: Preferences) -> None:
        """Remember it, also for the next sign-in window."""
        look = Look(str(preferences.language), str(preferences.theme))
        for whose in {cashier_id, NOBODY}:
            self._looks.keep(whose, look)


NOBODY = ""
"""Whose look the sign-in window has: that of whoever chose last."""


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


def show_window(places: Places, arguments: Sequence[str]) -> Shown:
    """Show the sign-in window; the books open behind it."""
    from ui.application import make_application
    from ui.main_window import MainWindow
    from ui.preferences import Preferences

    looks = _LooksOfCashiers(places)
    preferences = looks.recall(NOBODY) or Preferences()
    counter = Counter(places)
    app = make_application(arguments, preferences)
    window = MainWindow(
        counter.desk,
        looks,
        preferences,
        now=_now,
        wait_after_failures=_wait_after_failures,
    )
    window.show()
    return Shown(window, counter, app.exec)


def _now() -> datetime:
    """To show ages by; the books have their own clock."""
    from counter_app.domain.identity import IST

    return datetime.now(IST)


def _wait_after_failures(failures: int) -> float:
    from counter_app.sync.retry import wait_after_failures

    return wait_after_failures(failures)


def show_counter(places: Places, arguments: Sequence[str]) -> int:
    """Show the window until it is closed; the exit code of the program."""
    from counter_app.workstation.logs import start_log

    try:
        make_places(places)
    except Fault as fault:
        sys.stderr.write(f"The counter has no place to write its books: {fault.detail}\n")
        return EXIT_NO_PLACE
    start_log(places.logs)
    shown = show_window(places, arguments)
    bugs = stop_on_bugs(shown)
    try:
        code = shown.run()
    finally:
        shown.counter.close()
    return EXIT_BUG if bugs else code


def stop_on_bugs(shown: Shown) -> list[BaseException]:
    """From now on what nobody expected is logged, shown, and ends the window; the list fills with it."""
    bugs: list[BaseException] = []

    def tell(kind: type[BaseException], bug: BaseException, trace: TracebackType | None) -> None:
        logging.getLogger(__name__).critical("bug", exc_info=(kind, bug, trace))
        sys.__excepthook__(kind, bug, trace)
        bugs.append(bug)
        if len(bugs) == 1:
            from ui.bug_box import bug_box

            box = bug_box(shown.window)
            box.finished.connect(shown.window.close)
            box.open()

    sys.excepthook = tell
    return bugs
