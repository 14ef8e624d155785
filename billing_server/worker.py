"""One process of a server of several: started by ``supervisor``, with the listening socket it shares.

Its standard input says what to serve, one line of JSON, and is its lifeline: it ends when the supervisor does, however
that came about, and then this process finishes what is under way and ends too.
"""

from __future__ import annotations

import os
import socket
import sys
import threading
from contextlib import closing

import msgspec

from billing_server.serving import AnnouncingServer, Serving, open_server


def main() -> None:
    """Serve until told to stop. Arguments: the listening socket, and where to write when it is ready."""
    listener_number, ready_number = map(int, sys.argv[1:])
    serving = msgspec.json.decode(sys.stdin.readline(), type=Serving)
    server, database = open_server(serving, lambda: _tell(ready_number))
    threading.Thread(target=_stop_with_supervisor, args=[server], daemon=True).start()
    with closing(database):
        server.run(sockets=[socket.socket(fileno=listener_number)])


def _tell(ready_number: int) -> None:
    os.write(ready_number, b"1")


def _stop_with_supervisor(server: AnnouncingServer) -> None:
    sys.stdin.read()
    server.should_exit = True


if __name__ == "__main__":
    main()
