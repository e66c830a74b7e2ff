"""What is written beside a trained network: manifest entry, record, curves."""

from __future__ import annotations

import hashlib
import json
import platform
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch

from .curves import Line, draw_curves
from .photos import Photo
from .recipe import Recipe


def write_manifest_entry(network: Path, model_id: str, out: Path) -> None:
    """The entry for models/manifest.json, for a file that will lie in models/builtin/."""
    content = network.read_bytes()
    entry = {
        "id": model_id,
        "file": f"builtin/{network.name}",
        "bytes": len(content),
        "sha256": hashlib.sha256(content).hexdigest(),
        "licence": "MIT",
        "input": {
            "name": "image",
            "layout": "NCHW",
            "size": 224,
            "channels": "RGB",
            "scale": 1,
            "mean": [127.5] * 3,
            "std": [127.5] * 3,
        },
        "output": {"name": "activation", "shape": [512, 7, 7]},
    }
    out.write_text(json.dumps(entry, indent=2) + "\n", encoding="utf8")


@dataclass(frozen=True)
class Training:
    """What has been done."""

    recipe: Recipe
    photos: list[Photo]
    steps: int
    minutes: float
    #: What it began with.
    start: str
    #: Names of the terms of the loss.
    terms: list[str]


def write_record(training: Training, out: Path) -> None:
    """The training in words and figures."""
    out.write_text("\n".join(_record(training)) + "\n", encoding="utf8")


def write_loss_curves(curve: list[dict[str, Any]], out: Path) -> None:
    names = [name for name in curve[-1] if name not in ("step", "side", "minutes")]
    lines = [Line(name, [(point["step"], point[name]) for point in curve if name in point]) for name in names]
    out.write_text(draw_curves("Weighted terms of the loss", "step", lines), encoding="utf8")


def write_precision_curves(precisions: list[dict[str, float]], out: Path) -> None:
    """Points as the trainer keeps them: `step` and one number from 0 to 1 for each search."""
    names = [name for name in precisions[0] if name != "step"]
    lines = [Line(name, [(point["step"], point[name]) for point in precisions]) for name in names]
    out.write_text(draw_curves("Precision at 5 while training", "step", lines, 1), encoding="utf8")


def _record(training: Training) -> list[str]:
    recipe, photos = training.recipe, training.photos
    counts = Counter(photo.set for photo in photos)
    labels = {name: len({photo.label for photo in photos if photo.set == name}) for name in counts}
    terms = ", ".join(f"{name} × {recipe.losses[name]:g}" for name in training.terms)
    stages = ", ".join(f"{stage.side} px for {stage.share:.0%}" for stage in recipe.stages)
    rows = [
        f"| {s.name} | {counts[s.name]:,} | {labels[s.name]} | {s.weight:g} | {s.licence} |"
        for s in recipe.sets
    ]
    return [
        "# Record of a training",
        "",
        f"Seed {recipe.seed}, {training.steps} of {recipe.steps} steps of {recipe.batch} photos, {recipe.twice} of them "
        f"in two views; {training.minutes:.0f} minutes on {_machine()}; begun from {training.start}.",
        "",
        f"Widths {' '.join(map(str, recipe.widths))}. Input sizes: {stages}. "
        f"AdamW {recipe.learning_rate:g}, weight decay {recipe.weight_decay:g}, cooling over the last "
        f"{recipe.cooling:.0%}. Loss: {terms}.",
        "",
        "| data | photos | labels | weight | licence |",
        "| --- | --: | --: | --: | --- |",
        *rows,
    ]


def _machine() -> str:
    if torch.cuda.is_available():
        return torch.cuda.get_device_name()
    return f"{torch.get_num_threads()} processor cores ({_processor()}), PyTorch {torch.__version__}"


def _processor() -> str:
    facts = Path("/proc/cpuinfo")
    if not facts.exists():
        return platform.processor() or platform.machine()
    names = [line.split(":")[1].strip() for line in facts.read_text().splitlines() if line.startswith("model name")]
    return names[0] if names else platform.machine()
