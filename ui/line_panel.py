"""The line to the centre in words: how far a round is with a way to stop it, what stops it, a clock that is off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QProgressBar, QWidget

from ui.line_words import again_text, clock_sentence, progress_text, skew_text, trouble_of
from ui.widgets.buttons import KeyButton
from ui.widgets.labels import Label
from ui.widgets.notice import NoticeBar
from ui.widgets.styling import column, row

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from counter_app.use_cases.round_watch import RoundProgress
    from ui.heartbeat import Heartbeat
    from ui.sentences import Sentence


class LinePanel(QWidget):
    """Takes no room while all is well and nothing lasts.

    It says nothing before ``retranslate``: shown without a parent it would be a window and take the keys.
    """

    def __init__(self, heartbeat: Heartbeat, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._heartbeat = heartbeat
        self._now = now
        self._said: tuple[str, str] = ("", "")
        self._what = Label("")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.stop_button = KeyButton(heartbeat.stop_round, icon_name="close", hint="Shift+F5")
        self.round = QWidget()
        line = row(self._what, gap=3)
        line.addWidget(self.bar, 1)
        line.addWidget(self.stop_button)
        self.round.setLayout(line)
        self.trouble, self.clock = NoticeBar(), NoticeBar()
        self.again = Label("", as_="muted")
        self.setLayout(column(self.round, self.trouble, self.again, self.clock, gap=1))
        heartbeat.told.connect(lambda _reach: self.show_line())
        heartbeat.ticked.connect(self.show_line)

    def retranslate(self) -> None:
        """Put every word in the language spoken."""
        self.stop_button.say(self.tr("Stop"), self.tr("Stop the sync after this step"))
        self.bar.setAccessibleName(self.tr("How far the sync is"))
        self._said = ("", "")
        self.show_line()

    def show_line(self) -> None:
        """Say it anew. What has not changed is not told again: screen readers would repeat it every second."""
        reach, progress = self._heartbeat.reach, self._heartbeat.progress
        self._show_round(progress, is_stopping=reach.is_held)
        trouble = trouble_of(reach) if progress is None else None
        skewed = skew_text(reach.skew)
        said = ("" if trouble is None else trouble.title, skewed)
        if said != self._said:
            self._said = said
            self._show_trouble(trouble, skewed, is_stopped=reach.is_stopped)
        seconds = self._heartbeat.seconds_to_next if trouble is not None else None
        self.again.show_text("" if seconds is None else self._again(seconds))
        self.setVisible(any(not one.isHidden() for one in (self.round, self.trouble, self.clock)))

    def _again(self, seconds: int) -> str:
        return self.tr("By itself {again}; at once with F5").format(again=again_text(seconds))

    def _show_round(self, progress: RoundProgress | None, *, is_stopping: bool) -> None:
        self.round.setVisible(progress is not None)
        if progress is None:
            return
        self._what.setText(self.tr("Stopping…") if is_stopping else progress_text(progress))
        self.bar.setRange(0, progress.total)
        self.bar.setValue(progress.done)
        self.stop_button.setEnabled(not is_stopping)

    def _show_trouble(self, trouble: Sentence | None, skewed: str, *, is_stopped: bool) -> None:
        if trouble is None:
            self.trouble.hush()
        else:
            tone = "negative" if is_stopped else "caution"
            self.trouble.tell(tone, trouble.title, trouble.text)
        if skewed:
            self.clock.tell("caution", skewed, clock_sentence(self._now()))
        else:
            self.clock.hush()
