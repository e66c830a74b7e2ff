#!/usr/bin/env python3
"""
Trains the built-in network: from folders of labelled photos to the ONNX file, its manifest entry, the record of the
training and an evaluation.

    python3 models/training/train.py --data-root DATA --out OUT [--start-from NETWORK.onnx] [--teacher FEATURES.f32]

Stop it at any time; the same command goes on from the last checkpoint in OUT.
"""

from __future__ import annotations

import argparse
import dataclasses
import os
import sys
from pathlib import Path

# Waiting threads sleep: on a busy machine, spinning would double the processor time of a step.
os.environ.setdefault("OMP_WAIT_POLICY", "passive")

import numpy as np
import torch

from dalma_training.leak_check import LeakError, refuse_leaks
from dalma_training.photos import Photo, evaluation_photos, photos_of, training_photos
from dalma_training.picture_cache import cached_pictures
from dalma_training.quick_look import QuickLook
from dalma_training.recipe import Recipe, RecipeError, read_recipe
from dalma_training.report import Question, report_on
from dalma_training.results import write_results
from dalma_training.trainer import Trainer, TrainingData
from dalma_training.warm_start import start_from

HERE = Path(__file__).parent


def main() -> int:
    arguments = _arguments()
    torch.set_num_threads(arguments.threads)
    try:
        network = _train(arguments)
    except (RecipeError, LeakError) as fault:
        print(fault, file=sys.stderr)
        return 2
    print(f"{network} is ready, with its record beside it.")
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--recipe", type=Path, default=HERE / "recipe.toml")
    parser.add_argument("--data-root", type=Path, required=True, help="folder that the recipe's folders are in")
    parser.add_argument("--out", type=Path, required=True, help="checkpoint and results")
    parser.add_argument("--cache", type=Path, help="decoded photos; OUT/cache unless given")
    parser.add_argument("--name", default="vgg16-trained", help="the network's id and file name")
    parser.add_argument("--start-from", type=Path, help="begin with the weights of this network of ours")
    parser.add_argument("--teacher", type=Path, help="features of a reference network, one row per training photo")
    parser.add_argument("--keep", type=Path, help="the network whose likenesses are kept; --start-from unless given")
    parser.add_argument("--steps", type=int, help="instead of the recipe's")
    parser.add_argument("--stop-after", type=int, help="stop at this step; 0 only writes the results so far")
    parser.add_argument("--threads", type=int, default=os.cpu_count() or 1)
    return parser.parse_args()


def _train(arguments: argparse.Namespace) -> Path:
    arguments.out.mkdir(parents=True, exist_ok=True)
    recipe = read_recipe(arguments.recipe)
    if arguments.steps:
        recipe = dataclasses.replace(recipe, steps=arguments.steps)
    photos, judged = _photos(recipe, arguments.data_root)
    data = _data(arguments, photos)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    frozen = recipe.frozen_layers if arguments.start_from else 0
    trainer = Trainer(recipe, data, arguments.out, device, frozen)
    _begin(trainer, arguments.start_from)
    trainer.run(_quick_look(arguments, recipe, judged, data), arguments.stop_after)
    start = arguments.start_from.name if arguments.start_from else "random weights"
    network = write_results(trainer, arguments.name, start)
    if trainer.step == recipe.steps:
        _judge(network, recipe, arguments)
    return network


def _judge(network: Path, recipe: Recipe, arguments: argparse.Namespace) -> None:
    """An evaluation of each set that has kept something to be judged by."""
    questions = [Question(s, [s.label or ""]) for s in recipe.sets if s.evaluation_splits]
    reports = [report_on(network, question, arguments.data_root, _cache(arguments)) for question in questions]
    text = "\n".join(line for report in reports for line in report)
    (arguments.out / "evaluation.md").write_text(text, encoding="utf8")


def _photos(recipe: Recipe, root: Path) -> tuple[list[Photo], list[Photo]]:
    """Those to train on and those to judge by; throws LeakError when they overlap."""
    photos: list[Photo] = []
    judged: list[Photo] = []
    for photo_set in recipe.sets:
        found = photos_of(photo_set, root)
        photos += training_photos(photo_set, found)
        judged += evaluation_photos(photo_set, found)
    refuse_leaks([photo.path for photo in photos], [photo.path for photo in judged])
    return photos, judged


def _data(arguments: argparse.Namespace, photos: list[Photo]) -> TrainingData:
    pictures = cached_pictures(photos, _cache(arguments))
    kept = arguments.keep or arguments.start_from
    if not arguments.teacher:
        return TrainingData(photos, pictures, None, kept)
    features = np.fromfile(arguments.teacher, np.float32)
    if features.size % len(photos):
        raise RecipeError(f"{arguments.teacher} does not hold one row for each of the {len(photos)} training photos.")
    return TrainingData(photos, pictures, features.reshape(len(photos), -1), kept)


def _quick_look(
    arguments: argparse.Namespace, recipe: Recipe, judged: list[Photo], data: TrainingData
) -> QuickLook | None:
    if not judged:
        return None
    pictures = cached_pictures(judged, _cache(arguments))
    return QuickLook(recipe.sets, judged, pictures, data.photos, data.pictures)


def _cache(arguments: argparse.Namespace) -> Path:
    return arguments.cache or arguments.out / "cache"


def _begin(trainer: Trainer, network: Path | None) -> None:
    if trainer.resume():
        print(f"going on from step {trainer.step}", file=sys.stderr)
    elif network:
        start_from(trainer.network, network, trainer.some_pictures())
        trainer.begin_heads()


if __name__ == "__main__":
    sys.exit(main())
