"""The state of a training on disk, so that it can be stopped at any time and go on."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import torch


def save(state: dict[str, Any], path: Path) -> None:
    """Written beside its place, then renamed: a file of that name is always whole."""
    part = path.with_suffix(".part")
    torch.save(state, part)
    with part.open("rb") as file:
        os.fsync(file.fileno())
    os.replace(part, path)


def load(path: Path) -> dict[str, Any] | None:
    """None when there is nothing to go on from."""
    return torch.load(path, map_location="cpu") if path.exists() else None
