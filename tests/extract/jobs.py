"""Functions for the worker to run; it imports this module."""

import os
import sys
import time

from shelflist.errors import SelectorError


def echo(value: object) -> object:
    return value


def pid() -> int:
    return os.getpid()


def sleep(seconds: float) -> None:
    time.sleep(seconds)


def spin() -> None:
    while True:
        pass


def fill(count: int) -> int:
    return len(bytes(count))


def die() -> None:
    os.abort()


def miss() -> None:
    raise SelectorError("content", ".a", 2, "1")


def stumble() -> None:
    raise KeyError("slip")


def chatter() -> int:
    print("noise")
    sys.stdout.flush()
    return 1


def stranger() -> object:
    return os.stat("/")  # noqa: PTH116
