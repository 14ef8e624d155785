"""A bad line made of two network namespaces and a queue between them: real TCP, real loss, counted bytes.

Not every kernel has netem (this one's may not); a TUN device in each namespace and this module do the same: each
packet waits for its turn at the line's rate, is lost by the dice, and arrives after the delay.
"""

from __future__ import annotations

import fcntl
import heapq
import os
import random
import select
import struct
import subprocess
import threading
import time
from dataclasses import dataclass, field
from typing import Self

_TUNSETIFF = 0x400454CA
_IFF_TUN, _IFF_NO_PI = 0x0001, 0x1000
_LARGEST_PACKET = 65_536
_LOOK_SECONDS = 0.05
QUEUE_SECONDS = 1.0
"""A modem's buffer: what would wait longer is dropped."""


@dataclass(frozen=True, slots=True)
class Badness:
    """Each way: half the round trip, so much loss, so many bits a second."""

    round_trip_seconds: float = 0.3
    loss: float = 0.05
    bits_per_second: int = 256_000


@dataclass(slots=True)
class Way:
    """One direction: what went in, what was lost, and what is on its way."""

    packets: int = 0
    lost: int = 0
    wire_bytes: int = 0
    free_at: float = 0.0
    under_way: list[tuple[float, int, bytes]] = field(default_factory=list)


class NoNamespacesError(Exception):
    """This machine lets nobody make network namespaces or TUN devices."""


class SlowLine:
    """Two namespaces of test addresses, ``counter`` and ``centre``, with the line between them."""

    addresses = ("10.77.0.1", "10.77.0.2")

    def __init__(self, badness: Badness, seed: int) -> None:
        self._badness, self._dice = badness, random.Random(seed)
        self.names = tuple(f"kesco-{end}-{os.getpid()}" for end in ("counter", "centre"))
        self.ways = (Way(), Way())
        self._ends: list[int] = []
        self._is_over = threading.Event()
        self._thread = threading.Thread(target=self._carry, name="slow-line")

    def __enter__(self) -> Self:
        """Lay it. Raises NoNamespacesError."""
        try:
            for place, name in enumerate(self.names):
                self._lay(place, name)
        except (OSError, subprocess.CalledProcessError) as error:
            self._take_up()
            raise NoNamespacesError(str(error)) from error
        self._thread.start()
        return self

    def __exit__(self, *_raised: object) -> None:
        """Nothing of it stays."""
        self._is_over.set()
        self._thread.join()
        self._take_up()

    def begin_counting(self) -> None:
        """From here on."""
        for way in self.ways:
            way.packets = way.lost = way.wire_bytes = 0

    def inside(self, place: int) -> list[str]:
        """The words before a command that is to run at this end."""
        return ["ip", "netns", "exec", self.names[place]]

    def _lay(self, place: int, name: str) -> None:
        _ip("netns", "add", name)
        device = f"kct{place}-{os.getpid() % 100_000}"
        end = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
        self._ends.append(end)
        fcntl.ioctl(end, _TUNSETIFF, struct.pack("16sH", device.encode(), _IFF_TUN | _IFF_NO_PI))
        _ip("link", "set", device, "netns", name)
        own, other = self.addresses[place], self.addresses[1 - place]
        _ip("-n", name, "addr", "add", own, "peer", other, "dev", device)
        _ip("-n", name, "link", "set", "lo", "up")
        _ip("-n", name, "link", "set", device, "up")

    def _take_up(self) -> None:
        for end in self._ends:
            os.close(end)
        for name in self.names:
            subprocess.run(["ip", "netns", "del", name], check=False, capture_output=True)

    def _carry(self) -> None:
        """From each end to the other, until it is over."""
        while not self._is_over.is_set():
            now = time.monotonic()
            due = [way.under_way[0][0] - now for way in self.ways if way.under_way]
            wait_seconds = max(0.0, min([*due, _LOOK_SECONDS]))
            readable, _, _ = select.select(self._ends, [], [], wait_seconds)
            for end in readable:
                self._take_in(self.ways[self._ends.index(end)], os.read(end, _LARGEST_PACKET))
            for place, way in enumerate(self.ways):
                while way.under_way and way.under_way[0][0] <= time.monotonic():
                    _, _, packet = heapq.heappop(way.under_way)
                    os.write(self._ends[1 - place], packet)

    def _take_in(self, way: Way, packet: bytes) -> None:
        way.packets += 1
        way.wire_bytes += len(packet)
        now = time.monotonic()
        begins = max(now, way.free_at)
        if self._dice.random() < self._badness.loss or begins - now > QUEUE_SECONDS:
            way.lost += 1
            return
        way.free_at = begins + len(packet) * 8 / self._badness.bits_per_second
        arrives = way.free_at + self._badness.round_trip_seconds / 2
        heapq.heappush(way.under_way, (arrives, way.packets, packet))


def _ip(*words: str) -> None:
    subprocess.run(["ip", *words], check=True, capture_output=True)
