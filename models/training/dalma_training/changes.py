"""What may happen to a photo between two shops, exactly defined, for the table of robustness."""

from __future__ import annotations

import io
from collections.abc import Callable

from PIL import Image, ImageEnhance, ImageOps

Change = Callable[[Image.Image], Image.Image]


def _shifted(picture: Image.Image) -> Image.Image:
    """A tenth to the right and down; what comes in is white."""
    moved = Image.new("RGB", picture.size, "white")
    moved.paste(picture, (round(picture.width / 10), round(picture.height / 10)))
    return moved


def _cropped(picture: Image.Image) -> Image.Image:
    """The middle 80 % of each side."""
    return ImageOps.crop(picture, (picture.width // 10, picture.height // 10, picture.width // 10, picture.height // 10))


def _turned(picture: Image.Image) -> Image.Image:
    return picture.rotate(8, Image.BICUBIC, fillcolor="white")


def _compressed(picture: Image.Image) -> Image.Image:
    file = io.BytesIO()
    picture.save(file, "JPEG", quality=30)
    return Image.open(file).convert("RGB")


def _halved(picture: Image.Image) -> Image.Image:
    return picture.resize((max(1, picture.width // 2), max(1, picture.height // 2)), Image.BILINEAR)


CHANGES: dict[str, Change] = {
    "mirrored": ImageOps.mirror,
    "shifted by 10 %": _shifted,
    "cropped to 80 %": _cropped,
    "rotated by 8°": _turned,
    "brightness +25 %": lambda picture: ImageEnhance.Brightness(picture).enhance(1.25),
    "brightness −25 %": lambda picture: ImageEnhance.Brightness(picture).enhance(0.75),
    "JPEG quality 30": _compressed,
    "half resolution": _halved,
}
