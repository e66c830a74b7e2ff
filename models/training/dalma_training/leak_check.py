"""Refuses a training that has seen the photos it will be judged by."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path


class LeakError(RuntimeError):
    """A photo of an evaluation split is among the training files."""


def refuse_leaks(training: Iterable[Path], evaluation: Iterable[Path]) -> None:
    """
    Throws LeakError when a training file is an evaluation file: the same path, whatever way it is written
    (links followed), or the same bytes under another name.
    """
    judged = list(evaluation)
    paths = {path.resolve() for path in judged}
    contents = {content_hash(path): path for path in judged}
    leaks = [leak for path in training if (leak := _leak(path, paths, contents))]
    if leaks:
        raise LeakError(_message(leaks))


def content_hash(path: Path) -> str:
    """SHA-256 of the file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _leak(path: Path, paths: set[Path], contents: dict[str, Path]) -> str | None:
    if path.resolve() in paths:
        return f"{path} is a photo of an evaluation split"
    twin = contents.get(content_hash(path))
    return f"{path} has the same bytes as {twin}, of an evaluation split" if twin else None


def _message(leaks: list[str]) -> str:
    shown = "\n".join(f"  {leak}" for leak in leaks[:10])
    more = f"\n  and {len(leaks) - 10} more" if len(leaks) > 10 else ""
    return (
        f"{len(leaks)} training photos are evaluation photos, so every figure would be worthless:\n{shown}{more}\n"
        "Take them out of the training folders, or correct the splits of the recipe."
    )
