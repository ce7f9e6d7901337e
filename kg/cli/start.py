"""The door of the command line: what is heavy is imported behind it, and Ctrl-C is answered before that."""

from __future__ import annotations

import os
import signal
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:  # `typing` itself takes longer than all that is done here
    from typing import NoReturn

INTERRUPTED = 130
GOODBYE = "interrupted; what was finished is kept, the same command goes on from there"


def main() -> NoReturn:
    """Runs the command line and ends the process: 0 done, 1 some articles failed, 2 wrong use, 130 interrupted.

    During the imports Ctrl-C ends the process where it stands: nothing is begun, and an exception could be lost in the
    middle of a library. Where SIGINT is ignored (``nohup``, ``make test &`` in a script) it stays so.
    """
    _open_streams()
    heard = signal.getsignal(signal.SIGINT)
    if heard is signal.default_int_handler:
        signal.signal(signal.SIGINT, _leave)
    from kg.cli.app import main as begin  # noqa: PLC0415

    signal.signal(signal.SIGINT, heard)
    begin()


def _open_streams() -> None:
    """Standard streams that were closed (``>&-``) lead nowhere: else the next file that is opened would take the place
    of one, and what is printed would go into it."""
    for number, name, mode in ((0, "stdin", "r"), (1, "stdout", "w"), (2, "stderr", "w")):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # takes the lowest number that is free
        if getattr(sys, name) is None:
            stream = open(number, mode, encoding="utf-8", closefd=False)  # noqa: SIM115
            setattr(sys, name, stream)
            setattr(sys, f"__{name}__", stream)


def _leave(*_: object) -> NoReturn:
    os.write(2, f"kg: {GOODBYE}\n".encode())
    os._exit(INTERRUPTED)
