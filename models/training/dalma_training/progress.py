"""One line now and then: how much is done, and how long the rest will take."""

from __future__ import annotations

import sys
import time


class Progress:
    """Prints at most every `interval` seconds. Time left is reckoned from the pace of the latest lines."""

    def __init__(self, what: str, total: int, done: int = 0, interval: float = 10) -> None:
        self._what, self._total, self._interval = what, total, interval
        self._marks = [(time.monotonic(), done)]

    def show(self, done: int, words: str = "") -> None:
        now = time.monotonic()
        if now - self._marks[-1][0] < self._interval and done < self._total:
            return
        since, before = self._marks[0]
        left = (now - since) / max(1, done - before) * (self._total - done)
        self._marks = [*self._marks, (now, done)][-20:]
        line = f"{self._what}: {done} of {self._total}, {_time(left)} left"
        print(f"{line}  {words}" if words else line, file=sys.stderr, flush=True)


def _time(seconds: float) -> str:
    minutes = round(seconds / 60)
    if minutes < 1:
        return f"{round(seconds)} s"
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60} min"
