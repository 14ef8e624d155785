"""A payment reversed at the receipts screen: by the real rules, under a second person, once."""

from __future__ import annotations
