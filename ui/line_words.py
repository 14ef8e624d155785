"""What is said of the line to the server: how far a round is, what stops it, when it is tried again."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from counter_app.domain.errors import Fault
from counter_app.domain.money import Money
from counter_app.use_cases.round_watch import RoundStep
from ui.marking import QT_TRANSLATE_NOOP
from ui.sentences import Sentence, sentence_of
from ui.words import MINUTE_SECONDS, ago_text, moment_text, short_moment_text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from counter_app.use_cases.round_watch import RoundProgress
    from ui.heartbeat import Heartbeat, ServerReach

SKEW_TOLD = timedelta(minutes=2)
"""A clock less wrong than this does no harm to anybody."""

FRESH_SECONDS = 2 * MINUTE_SECONDS
"""Rounds are half a minute apart: reached longer ago than this is no good news."""

_HOUR = timedelta(hours=1)
_DAY = timedelta(days=1)
_YEAR = timedelta(days=365)

_STEPS: Mapping[RoundStep, tuple[str, str]] = {
    RoundStep.PUSH: (
        QT_TRANSLATE_NOOP("Line", "Sending {done} of {total}"),
        QT_TRANSLATE_NOOP("Line", "Sending"),
    ),
    RoundStep.SNAPSHOT: (
        QT_TRANSLATE_NOOP("Line", "Fetching bills {done} of {total}"),
        QT_TRANSLATE_NOOP("Line", "Fetching bills"),
    ),
    RoundStep.BUILD: (
        QT_TRANSLATE_NOOP("Line", "Storing bills {done} of {total}"),
        QT_TRANSLATE_NOOP("Line", "Storing bills"),
    ),
    RoundStep.PULL: (
        QT_TRANSLATE_NOOP("Line", "Fetching changes {done} of {total}"),
        QT_TRANSLATE_NOOP("Line", "Fetching changes"),
    ),
    RoundStep.RESULTS: (
        QT_TRANSLATE_NOOP("Line", "Fetching decisions {done} of {total}"),
        QT_TRANSLATE_NOOP("Line", "Fetching decisions"),
    ),
    RoundStep.COMPARE: (
        QT_TRANSLATE_NOOP("Line", "Comparing payments {done} of {total}"),
        QT_TRANSLATE_NOOP("Line", "Comparing payments"),
    ),
}


def line_word(text: str) -> str:
    """A word of this context in the language spoken."""
    return QCoreApplication.translate("Line", text)


def progress_text(progress: RoundProgress) -> str:
    """What the round is busy with and how far it is."""
    counted, uncounted = _STEPS[progress.step]
    if not progress.total:
        return line_word(uncounted)
    return line_word(counted).format(done=_count(progress.done), total=_count(progress.total))


def again_text(seconds: int) -> str:
    """When the next round begins by itself."""
    if seconds < 2 * MINUTE_SECONDS:
        return line_word(QT_TRANSLATE_NOOP("Line", "again in {count} s")).format(count=seconds)
    return line_word(QT_TRANSLATE_NOOP("Line", "again in {count} min")).format(
        count=round(seconds / MINUTE_SECONDS)
    )


def reached_text(reached_at: datetime | None, now: datetime) -> str:
    """How long ago the server was reached; by moment when the clock was set back meanwhile."""
    if reached_at is None:
        return line_word(QT_TRANSLATE_NOOP("Line", "never yet"))
    if (reached_at - now).total_seconds() > MINUTE_SECONDS:
        return short_moment_text(reached_at, now)
    return ago_text(reached_at, now)


def trouble_of(reach: ServerReach) -> Sentence | None:
    """What stops the line: in a few words, and what is safe and what to do; None while nothing does."""
    if reach.is_held and not reach.is_talking:
        return Sentence(
            line_word(QT_TRANSLATE_NOOP("Line", "Sync stopped by you")),
            line_word(
                QT_TRANSLATE_NOOP(
                    "Line",
                    "What was sent before is at the centre; the rest is safe here. F5 goes on from there.",
                )
            ),
        )
    return sentence_of(Fault(reach.fault)) if reach.fault is not None else None


def server_words(
    heartbeat: Heartbeat, reached_at: datetime | None, now: datetime
) -> tuple[str, str, str]:
    """The strip's words on the server, with icon and tone."""
    reach, progress = heartbeat.reach, heartbeat.progress
    age = reached_text(reached_at, now)
    trouble, skewed = trouble_of(reach), skew_text(reach.skew)
    if reach.is_talking and reach.is_held:
        return line_word(QT_TRANSLATE_NOOP("Line", "Stopping…")), "sync", "caution"
    if progress is not None:
        stops = line_word(QT_TRANSLATE_NOOP("Line", "Shift+F5 stops"))
        return f"{progress_text(progress)} · {stops}", "sync", "text_muted"
    if trouble is not None:
        seconds = heartbeat.seconds_to_next
        parts = [trouble.title, age, "" if seconds is None else again_text(seconds), skewed]
        tone = "negative" if reach.is_stopped else "caution"
        return " · ".join(filter(None, parts)), "caution", tone
    if reach.is_talking and reached_at is None:
        return line_word(QT_TRANSLATE_NOOP("Line", "Asking the server…")), "sync", "text_muted"
    words = line_word(QT_TRANSLATE_NOOP("Line", "Server reached {age}")).format(age=age)
    if skewed:
        return f"{words} · {skewed}", "caution", "caution"
    is_fresh = reached_at is not None and abs((now - reached_at).total_seconds()) < FRESH_SECONDS
    return words, "server", "positive" if is_fresh else "text_muted"


def skew_text(skew: timedelta) -> str:
    """How far the clock here is off, empty when it is right: ``Clock here 12 min slow``."""
    if abs(skew) < SKEW_TOLD:
        return ""
    words = (
        QT_TRANSLATE_NOOP("Line", "Clock here {how_much} slow")
        if skew > timedelta(0)
        else QT_TRANSLATE_NOOP("Line", "Clock here {how_much} fast")
    )
    return line_word(words).format(how_much=_length_text(abs(skew)))


def clock_sentence(now: datetime) -> str:
    """What a wrong clock means and what to do about it."""
    words = QT_TRANSLATE_NOOP(
        "Line",
        "It shows {moment}. Payments already taken keep the time it showed; the centre sees by how much it was off. "
        "Have the technician set it.",
    )
    return line_word(words).format(moment=moment_text(now))


def _count(number: int) -> str:
    """With Indian grouping: ``4,70,000``."""
    return str(Money.rupees(number)).partition(".")[0]


def _length_text(length: timedelta) -> str:
    if length < 2 * _HOUR:
        words, unit = QT_TRANSLATE_NOOP("Line", "{count} min"), timedelta(minutes=1)
    elif length < 2 * _DAY:
        words, unit = QT_TRANSLATE_NOOP("Line", "{count} h"), _HOUR
    elif length < 2 * _YEAR:
        words, unit = QT_TRANSLATE_NOOP("Line", "{count} days"), _DAY
    else:
        words, unit = QT_TRANSLATE_NOOP("Line", "{count} years"), _YEAR
    return line_word(words).format(count=round(length / unit))
