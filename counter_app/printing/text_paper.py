"""What of a printer matters to a paper in its own type."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TextPaper:
    """``module_dots`` is the largest module of a QR code; ``doubles_pictures``: GS v 0 can print at double size."""

    width_dots: int
    columns: int
    has_native_qr: bool
    doubles_pictures: bool
    module_dots: int
    band_rows: int
