"""Everything that a training leaves behind."""

from __future__ import annotations

import copy
from pathlib import Path

import torch

from .augment import plain_views
from .finishing import finish
from .network import Vgg
from .onnx_file import Convolutions, write_onnx
from .record import Training, write_loss_curves, write_manifest_entry, write_precision_curves, write_record
from .trainer import Trainer

#: Training photos on which the last measurements are made.
MEASURED = 480


def write_results(trainer: Trainer, name: str, start: str) -> Path:
    """Writes the network and all about it into the trainer's folder; gives the network's path."""
    folder = trainer.folder
    network = folder / f"{name}.onnx"
    write_onnx(_finished(trainer), network, name)
    write_manifest_entry(network, name, folder / "manifest-entry.json")
    write_record(_training(trainer, start), folder / "record.md")
    if trainer.curve:
        write_loss_curves(trainer.curve, folder / "loss.svg")
    if trainer.precisions:
        write_precision_curves(trainer.precisions, folder / "precision.svg")
    return network


def _training(trainer: Trainer, start: str) -> Training:
    given = {"teacher": trainer.data.teacher, "keep": trainer.data.kept}
    terms = [name for name in trainer.recipe.losses if name not in given or given[name] is not None]
    return Training(trainer.recipe, trainer.data.photos, trainer.step, trainer.minutes, start, terms)


def _finished(trainer: Trainer) -> Convolutions:
    network: Vgg = copy.deepcopy(trainer.average.network)
    every = max(1, len(trainer.data.photos) // MEASURED)
    pictures = torch.from_numpy(trainer.data.pictures[::every].copy())
    finish(network, plain_views(pictures, pictures.shape[1]).to(trainer.device))
    with torch.no_grad():
        return [(weight.cpu().numpy(), bias.cpu().numpy()) for weight, bias in network.folded()]
