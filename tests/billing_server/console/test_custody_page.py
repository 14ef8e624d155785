"""The page of custody: shifts closed with short and excess, what moved, what no slip took to the bank."""

from __future__ import annotations
