"""Whole numbers in addresses: those a database holds. A longer run of digits is an address that leads nowhere."""

from __future__ import annotations

from starlette.convertors import Convertor, register_url_convertor

PATH_NUMBER = "number"
"""How a route names one: ``{epoch:number}``. Starlette's own ``int`` takes more digits than Python reads."""


class _Number(Convertor[int]):
    regex = "[0-9]{1,18}"

    def convert(self, value: str) -> int:
        """Of the digits."""
        return int(value)

    def to_string(self, value: int) -> str:
        """Its digits."""
        return str(value)


def know_path_numbers() -> None:
    """Let routes name them; a second call changes nothing."""
    register_url_convertor(PATH_NUMBER, _Number())
