"""Makes the verbs of what faces the consumer: the pole display and the spoken amount; a part of ``assembly``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from counter_app.domain.errors import Fault
from counter_app.domain.facing import FacingFact, FacingFacts, FacingState

if TYPE_CHECKING:
    from collections.abc import Callable

    from counter_app.printing.pole import SerialPole
    from counter_app.workstation.settings import PoleChoice, Settings
    from counter_app.workstation.voice import PlatformVoice


class LatePole:
    """The pole display, made by its first picture. A model that is not known is a note, and no fault."""

    def __init__(self, choice: PoleChoice) -> None:
        self._choice = choice
        self._made: SerialPole | None = None
        state = FacingState.WAITING if choice.device else FacingState.OFF
        self._fact = FacingFact(state, f"{choice.model}, {choice.device}" if choice.device else "")

    @property
    def fact(self) -> FacingFact:
        """As it stands now."""
        return self._made.fact if self._made is not None else self._fact

    def show(self, upper: str, lower: str) -> bool:
        """Show two lines; False when they cannot be seen. Never raises."""
        from counter_app.printing.pole import SerialPole
        from counter_app.printing.pole_models import pole_named

        if not self._choice.device:
            return False
        if self._made is None:
            try:
                model = pole_named(self._choice.model)
            except Fault as fault:
                self._fact = FacingFact(FacingState.FAILS, self._fact.name, fault.detail)
                return False
            self._made = SerialPole(model, self._choice.device, self._choice.baud_rate)
        return self._made.show(upper, lower)

    def close(self) -> None:
        """Clear it."""
        if self._made is not None:
            self._made.close()


class LateVoice:
    """The spoken amount, made by its first sentence."""

    def __init__(self, *, is_set: bool) -> None:
        self._is_set = is_set
        self._made: PlatformVoice | None = None

    @property
    def fact(self) -> FacingFact:
        """As it stands now."""
        if self._made is not None:
            return self._made.fact
        return FacingFact(FacingState.WAITING if self._is_set else FacingState.OFF)

    def say(self, sentence: str) -> None:
        """Begin to say it. Never raises."""
        from counter_app.workstation.voice import PlatformVoice

        if not self._is_set:
            return
        if self._made is None:
            self._made = PlatformVoice()
        self._made.say(sentence)

    def close(self) -> None:
        """Be silent."""
        if self._made is not None:
            self._made.close()


def facing_verbs(settings: Settings, closers: list[Callable[[], None]]) -> dict[str, Any]:
    """The desk's fields of this theme, by their names."""
    pole, voice = LatePole(settings.pole), LateVoice(is_set=settings.is_amount_spoken)
    closers += [pole.close, voice.close]
    return {
        "show_on_pole": pole.show,
        "say_aloud": voice.say,
        "facing_facts": lambda: FacingFacts(pole.fact, voice.fact),
    }
