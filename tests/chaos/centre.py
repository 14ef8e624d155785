"""The centre of a game: the real embedded server on SQLite or PostgreSQL, which goes down and comes back."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sqlalchemy import make_url

from billing_server.embedded import DATABASE_FILE, EmbeddedServer, start_embedded
from billing_server.settings import ServerSettings
from tests.billing_server.centres import PlayedCentre, open_centre
from tests.billing_server.postgresql import shared_cluster
from tests.builders import a_roster

if TYPE_CHECKING:
    from pathlib import Path

    from tests.chaos.counter import GameTime

SETTINGS = ServerSettings(page_consumers=2, requests_per_second=1e6, burst_requests=1_000_000)
"""Pages so small that a pull has several; as many requests as a game makes in a second."""


@dataclass(slots=True)
class RoughCentre:
    """A running server; ``is_up`` says whether anybody hears it."""

    folder: Path
    kind: str
    time: GameTime
    database_url: str = ""
    server: EmbeddedServer = field(init=False)
    is_up: bool = True

    def __post_init__(self) -> None:
        """With the newest schema, and people."""
        self.folder.mkdir(parents=True)
        if self.kind == "postgresql":
            self.database_url = shared_cluster().fresh_database()
        else:
            template = open_centre("sqlite", self.folder)
            template.database.close()
            shutil.move(str(template.database.engine.url.database), self.folder / DATABASE_FILE)
        self.server = self._start(0)
        self.server.put_people(a_roster())

    @property
    def played(self) -> PlayedCentre:
        """What is asked of the centre's book without HTTP."""
        return PlayedCentre(self.server.database, self.server.key, SETTINGS, self.time.us)

    def go_down(self) -> None:
        self.server.stop()
        self.is_up = False

    def come_back(self) -> None:
        self.server = self._start(self.server.port)
        self.is_up = True

    def close(self) -> None:
        if self.is_up:
            self.server.stop()
        if self.kind == "postgresql":
            name = make_url(self.database_url).database
            shared_cluster().run(f"DROP DATABASE {name} WITH (FORCE)")

    def _start(self, port: int) -> EmbeddedServer:
        return start_embedded(
            self.folder,
            port=port,
            database_url=self.database_url,
            settings=SETTINGS,
            now_us=lambda: self.time.us,
        )
