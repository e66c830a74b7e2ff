"""Other views of the same photos: what another customer, camera or picture editor would make of them."""

from __future__ import annotations

import io
import math

import torch
from PIL import Image
from torch import Tensor
from torch.nn import functional as F

#: Shares of a batch that get each change.
MIRRORED, BACKGROUND, BLURRED, COARSE, COMPRESSED = 0.5, 0.2, 0.15, 0.15, 0.2
#: Area of the photo that is seen; above 1 there is a border around it.
SMALLEST_CROP, LARGEST_CROP = 0.3, 1.15
TURN = math.radians(12)
#: How far the far side of a plane shrinks.
PERSPECTIVE = 0.12


def random_views(photos: Tensor, side: int, random: torch.Generator, smallest_crop: float = SMALLEST_CROP) -> Tensor:
    """Bytes [n, 224, 224, 3] → floats [n, 3, side, side] from -1 to 1, each photo changed in its own way."""
    pictures = photos.permute(0, 3, 1, 2).float() / 127.5 - 1
    views = _seen_from_elsewhere(pictures, side, random, smallest_crop)
    views = _on_other_background(views, random)
    views = _coarser(_blurred(_lit(views, random), random), random)
    return _compressed(views.clamp(-1, 1), random)


def plain_views(photos: Tensor, side: int) -> Tensor:
    """The photos as the shop shows them to the network."""
    pictures = photos.permute(0, 3, 1, 2).float() / 127.5 - 1
    if side == photos.shape[1]:
        return pictures.contiguous(memory_format=torch.channels_last)
    return F.interpolate(pictures, size=(side, side), mode="bilinear", antialias=True)


def _seen_from_elsewhere(pictures: Tensor, side: int, random: torch.Generator, smallest: float) -> Tensor:
    """Crop, mirror, turn and perspective in one resampling. What lies outside is white or the edge goes on."""
    count = len(pictures)
    area = _between(count, smallest, LARGEST_CROP, random)
    shape = torch.exp(_between(count, math.log(3 / 4), math.log(4 / 3), random))
    wide, high = (area * shape).sqrt(), (area / shape).sqrt()
    right, down = (1 - wide) * _between(count, -1, 1, random), (1 - high) * _between(count, -1, 1, random)
    turn = _between(count, -TURN, TURN, random)
    wide = torch.where(_chosen(count, MIRRORED, random), -wide, wide)
    rows = [
        torch.stack([wide * turn.cos(), -wide.abs() * turn.sin(), right], 1),
        torch.stack([high * turn.sin(), high * turn.cos(), down], 1),
        torch.stack([_between(count, -PERSPECTIVE, PERSPECTIVE, random) for _ in range(2)] + [torch.ones(count)], 1),
    ]
    grid = _projected(torch.stack(rows, 1), side)
    if pictures.shape[-1] / side > 1.3:
        pictures = F.avg_pool2d(pictures, 2)
    half = count // 2
    on_white = F.grid_sample(pictures[:half] - 1, grid[:half], "bilinear", "zeros", False) + 1
    going_on = F.grid_sample(pictures[half:], grid[half:], "bilinear", "border", False)
    return torch.cat([on_white, going_on])


def _projected(homography: Tensor, side: int) -> Tensor:
    """Sampling positions [n, side, side, 2] of a homography [n, 3, 3]."""
    line = (torch.arange(side) + 0.5) / side * 2 - 1
    y, x = torch.meshgrid(line, line, indexing="ij")
    points = torch.stack([x, y, torch.ones_like(x)], -1).reshape(-1, 3)
    moved = points @ homography.transpose(1, 2)
    return (moved[..., :2] / moved[..., 2:]).reshape(-1, side, side, 2)


def _on_other_background(views: Tensor, random: torch.Generator) -> Tensor:
    """The middle of one photo before the surroundings of another: soft rectangles of 60 to 85 % of each side."""
    count, side = len(views), views.shape[-1]
    line = ((torch.arange(side) + 0.5) / side * 2 - 1).abs()
    reach = _between(count, 0.6, 0.85, random)[:, None]
    edge = ((reach - line) / 0.08 + 0.5).clamp(0, 1)
    mask = (edge[:, :, None] * edge[:, None, :])[:, None]
    mask = torch.where(_chosen(count, BACKGROUND, random)[:, None, None, None], mask, torch.ones_like(mask))
    return views * mask + views[torch.randperm(count, generator=random)] * (1 - mask)


def _lit(views: Tensor, random: torch.Generator) -> Tensor:
    """Brightness and contrast ±30 %, each channel ±6 %: the light changes, the hue hardly."""
    count = len(views)
    gain = _between(count, 0.7, 1.3, random)[:, None] * _between((count, 3), 0.94, 1.06, random)
    contrast = _between(count, 0.75, 1.25, random)[:, None, None, None]
    lit = (views + 1) * gain[:, :, None, None] - 1
    middle = lit.mean((1, 2, 3), keepdim=True)
    return (lit - middle) * contrast + middle


def _blurred(views: Tensor, random: torch.Generator) -> Tensor:
    chosen = _chosen(len(views), BLURRED, random)
    views[chosen] = F.avg_pool2d(views[chosen], 3, 1, 1, count_include_pad=False)
    return views


def _coarser(views: Tensor, random: torch.Generator) -> Tensor:
    """Half the resolution, enlarged again."""
    chosen = _chosen(len(views), COARSE, random)
    small = F.avg_pool2d(views[chosen], 2)
    views[chosen] = F.interpolate(small, size=views.shape[-2:], mode="bilinear", align_corners=False)
    return views


def _compressed(views: Tensor, random: torch.Generator) -> Tensor:
    chosen = _chosen(len(views), COMPRESSED, random).nonzero()[:, 0]
    for number, quality in zip(chosen.tolist(), torch.randint(15, 60, (len(chosen),), generator=random).tolist()):
        views[number] = _through_jpeg(views[number], quality)
    return views


def _through_jpeg(view: Tensor, quality: int) -> Tensor:
    pixels = ((view + 1) * 127.5).round().byte().permute(1, 2, 0).contiguous().numpy()
    file = io.BytesIO()
    Image.fromarray(pixels).save(file, "JPEG", quality=quality)
    decoded = torch.frombuffer(bytearray(Image.open(file).tobytes()), dtype=torch.uint8)
    return decoded.reshape(pixels.shape).permute(2, 0, 1).float() / 127.5 - 1


def _between(shape: int | tuple[int, ...], low: float, high: float, random: torch.Generator) -> Tensor:
    return torch.rand(shape, generator=random) * (high - low) + low


def _chosen(count: int, share: float, random: torch.Generator) -> Tensor:
    return torch.rand(count, generator=random) < share
