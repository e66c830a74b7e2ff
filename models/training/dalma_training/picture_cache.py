"""All photos decoded once, squashed to a square and kept as bytes, so that no pass decodes again."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import numpy as np
from PIL import Image, ImageOps

from .photos import Photo
from .progress import Progress

#: The network's input. Smaller inputs are made from it.
CACHE_SIDE = 224


def cached_pictures(photos: list[Photo], folder: Path) -> np.ndarray:
    """
    [photos, 224, 224, 3] bytes, RGB, mapped from a file in `folder`, which is written when it is missing.
    The file's name is a hash of the photos' paths, sizes and times: changed photos are decoded anew.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"pictures-{_key(photos)}.u8"
    shape = (len(photos), CACHE_SIDE, CACHE_SIDE, 3)
    if not path.exists():
        _write(photos, path, shape)
    return np.memmap(path, np.uint8, "r", shape=shape)


def decode(path: Path, side: int = CACHE_SIDE) -> np.ndarray:
    """As the shop does it: upright, alpha on white, the whole picture squashed to the square."""
    with Image.open(path) as file:
        upright = ImageOps.exif_transpose(file)
    if upright.mode in ("RGBA", "LA", "P"):
        rgba = upright.convert("RGBA")
        upright = Image.alpha_composite(Image.new("RGBA", rgba.size, "white"), rgba)
    return np.asarray(upright.convert("RGB").resize((side, side), Image.BILINEAR))


def _key(photos: list[Photo]) -> str:
    facts = hashlib.sha256()
    for photo in photos:
        stat = photo.path.stat()
        facts.update(f"{photo.path.resolve()}\0{stat.st_size}\0{stat.st_mtime_ns}\n".encode())
    return facts.hexdigest()[:16]


def _write(photos: list[Photo], path: Path, shape: tuple[int, ...]) -> None:
    part = path.with_suffix(".part")
    pictures = np.memmap(part, np.uint8, "w+", shape=shape)
    progress = Progress("decoding", len(photos))
    for number, photo in enumerate(photos):
        try:
            pictures[number] = decode(photo.path)
        except OSError as fault:
            raise OSError(f"{photo.path} cannot be decoded ({fault}): repair it or take it out.") from fault
        progress.show(number + 1)
    pictures.flush()
    os.replace(part, path)
