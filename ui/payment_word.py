"""A supervisor's word, asked for beside the payment: why it is needed, who gives it, and the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.caveat_sentences import caveat_text
from ui.second_person import SecondPersonPanel

if TYPE_CHECKING:
    from counter_app.domain.caveat import Caveat


class WordPanel(SecondPersonPanel):
    """Stands where the tenders stood; what was typed of the payment stays behind it."""

    def __init__(self) -> None:
        super().__init__()
        self._caveats: tuple[Caveat, ...] = ()

    def ask(self, caveats: tuple[Caveat, ...]) -> None:
        """Ask for a word for these."""
        self._caveats = caveats
        self.begin()

    def retranslate(self) -> None:
        """Put every word in the language spoken."""
        super().retranslate()
        self._title.setText(self.tr("A supervisor's word is needed"))
        self._why.setText("\n".join(caveat_text(caveat) for caveat in self._caveats))
        self._why.setAccessibleName(self._why.text())
        self._hint.setText(
            self.tr("Nothing was taken yet. The supervisor types number, PIN and reason here.")
        )
        self.give_button.say(self.tr("Give the word and take the payment"))
        self.back_button.say(self.tr("Back to the payment"))
