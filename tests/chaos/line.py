"""The worst of lines: drops, repeats, delays, reorders, truncates and replaces, by a seed."""

from __future__ import annotations

import http.client
import random
import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.sync.bad_line import HTML, BadLine, Carried, garbled, give, give_half, shortened

if TYPE_CHECKING:
    from collections.abc import Callable
    from http.server import BaseHTTPRequestHandler

LONGEST_DELAY_REQUESTS = 4
REQUEST_MISHAPS = ("lost", "late", "repeated", "cut short", "bent")
"""What befalls a request on its way to the centre."""
ANSWER_MISHAPS = ("dropped", "cut off", "cut and passed on", "bent back", "older", "replaced")
"""What befalls an answer on its way back."""
STRANGERS = (
    Carried(200, [("Content-Type", "text/html")], HTML),
    Carried(200, [], b"{}"),
    Carried(302, [("Location", "/login")], b""),
    Carried(403, [], HTML),
    Carried(407, [], b""),
    Carried(413, [], b""),
    Carried(502, [("Retry-After", "7")], HTML),
    Carried(511, [], HTML),
)
"""What stands between says this in place of the centre's answer."""


class _Late:
    """A request as a handler shows it, carried after its sender gave up."""

    def __init__(self, asked: BaseHTTPRequestHandler) -> None:
        self.command, self.path = asked.command, asked.path
        self.headers = dict(asked.headers.items())


@dataclass(slots=True)
class WorstLine(BadLine):
    """Each request draws its mishap; ``badness`` is how often there is one, 0 for a good line.

    ``heard`` is told of each answer as the centre gave it, and ``passed`` of each that goes to a counter whole.
    """

    dice: random.Random = field(default_factory=random.Random)
    badness: float = 0.0
    heard: Callable[[str, bytes], None] = lambda _path, _body: None
    passed: Callable[[str, bytes], None] = lambda _path, _body: None
    befell: dict[str, int] = field(default_factory=dict)
    failures: list[BaseException] = field(default_factory=list)
    """What went wrong in this test itself."""
    _waiting: list[tuple[int, _Late, bytes]] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Keep what goes wrong on the line's own threads for whoever plays."""
        super(WorstLine, self).__post_init__()
        self._server.handle_error = self._note_failure  # type: ignore[method-assign, assignment] # else it is printed

    def _note_failure(self, *_request: object) -> None:
        failure = sys.exc_info()[1]
        assert failure is not None
        self.failures.append(failure)

    def carry(self, asked: BaseHTTPRequestHandler) -> None:
        """One request, with what befalls it; before it, those that come late."""
        body = asked.rfile.read(int(asked.headers.get("Content-Length", "0")))
        asked.close_connection = True
        self._carry_the_late()
        mishap = "none"
        if self.dice.random() < self.badness:
            mishap = self.dice.choice(REQUEST_MISHAPS + ANSWER_MISHAPS)
        self.befell[mishap] = self.befell.get(mishap, 0) + 1
        try:
            if mishap in REQUEST_MISHAPS:
                self._spoil_request(mishap, asked, body)
            else:
                self._spoil_answer(mishap, asked, self._told(asked, body))
        except (OSError, http.client.HTTPException):
            """The centre is down: the counter hears nothing."""

    def good_again(self) -> None:
        """From now on nothing befalls anything; what was late arrives first."""
        self.badness = 0.0
        self._waiting = [(0, late, body) for _, late, body in self._waiting]
        self._carry_the_late()

    def _spoil_request(self, mishap: str, asked: BaseHTTPRequestHandler, body: bytes) -> None:
        if mishap == "late":
            delay = self.dice.randint(1, LONGEST_DELAY_REQUESTS)
            self._waiting.append((delay, _Late(asked), body))
        elif mishap == "repeated":
            first = self._told(asked, body)
            self._told(asked, body)
            self._pass(asked, first)
        elif mishap == "cut short":
            self._pass(asked, self._told(asked, body[: len(body) // 2]))
        elif mishap == "bent":
            bent = garbled(Carried(0, [], body)).body if body else body
            self._pass(asked, self._told(asked, bent))

    def _spoil_answer(self, mishap: str, asked: BaseHTTPRequestHandler, answer: Carried) -> None:
        if mishap == "none":
            self._pass(asked, answer)
        elif mishap == "cut off":
            give_half(asked, answer)
        elif mishap == "cut and passed on":
            give(asked, shortened(answer))
        elif mishap == "bent back":
            give(asked, garbled(answer) if answer.body else answer)
        elif mishap == "older":
            self._pass(asked, self.dice.choice(self.carried))
        elif mishap == "replaced":
            give(asked, self.dice.choice(STRANGERS))

    def _told(self, asked: BaseHTTPRequestHandler | _Late, body: bytes) -> Carried:
        answer = self.forward(asked, body)
        self.heard(asked.path, answer.body)
        return answer

    def _pass(self, asked: BaseHTTPRequestHandler, answer: Carried) -> None:
        self.passed(asked.path, answer.body)
        give(asked, answer)

    def _carry_the_late(self) -> None:
        due = [one for one in self._waiting if one[0] <= 0]
        self._waiting = [(left - 1, late, body) for left, late, body in self._waiting if left > 0]
        self.dice.shuffle(due)
        for _, late, body in due:
            try:
                self._told(late, body)
            except (OSError, http.client.HTTPException):
                self.befell["too late"] = self.befell.get("too late", 0) + 1
