"""Words of the pages about people."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

HINDI: Mapping[str, str] = {}
