#!/usr/bin/env python3
"""
Judges networks of ours by the searches of the shop, on the evaluation splits of a data set.

    python3 models/training/evaluate.py --data-root DATA --out TABLE.md NETWORK.onnx [NETWORK.onnx …]

Queries are the evaluation splits, the gallery is everything else of the set.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

os.environ.setdefault("OMP_WAIT_POLICY", "passive")

import numpy as np
import torch

from dalma_training.evaluation import Judged, extract, folded_network, popularity, precision_table, robustness_table
from dalma_training.onnx_file import read_onnx
from dalma_training.photos import Photo, photos_of
from dalma_training.picture_cache import cached_pictures
from dalma_training.recipe import PhotoSet, read_recipe
from dalma_training.tables import popularity_words, precision_rows, robustness_rows

HERE = Path(__file__).parent


def main() -> int:
    arguments = _arguments()
    torch.set_num_threads(arguments.threads)
    photo_set = _judging_set(arguments)
    text = "\n".join(line for network in arguments.networks for line in _report(network, photo_set, arguments))
    arguments.out.write_text(text, encoding="utf8")
    print(text)
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("networks", type=Path, nargs="+")
    parser.add_argument("--recipe", type=Path, default=HERE / "recipe.toml")
    parser.add_argument("--data-root", type=Path, required=True)
    parser.add_argument("--cache", type=Path, required=True, help="decoded photos")
    parser.add_argument("--out", type=Path, required=True, help="the table, Markdown")
    parser.add_argument("--set", default="grocery")
    parser.add_argument("--only", help="COLUMN=VALUE: judge these photos, e.g. group=Packages; everything besides")
    parser.add_argument("--nothing-else", action="store_true", help="leave all other photos out: a third of the time")
    parser.add_argument("--labels", nargs="+", default=["fine", "coarse"], help="columns to judge by")
    parser.add_argument("--changed", type=int, default=300, help="queries of the robustness table; 0 for no table")
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args()


def _judging_set(arguments: argparse.Namespace) -> PhotoSet:
    sets = {photo_set.name: photo_set for photo_set in read_recipe(arguments.recipe).sets}
    return sets[arguments.set]


def _report(network: Path, photo_set: PhotoSet, arguments: argparse.Namespace) -> list[str]:
    run = folded_network(read_onnx(network))
    judged = _judged(run, photo_set, arguments)
    lines = [f"## {network.name}", "", *_precision(judged, arguments), *popularity_words(popularity(judged.signatures))]
    if arguments.changed:
        lines += robustness_rows(robustness_table(run, judged, _some_queries(judged, arguments)))
    return [*lines, ""]


def _judged(run, photo_set: PhotoSet, arguments: argparse.Namespace) -> Judged:
    photos = photos_of(photo_set, arguments.data_root)
    pictures = cached_pictures(photos, arguments.cache)
    chosen = [number for number, photo in enumerate(photos) if _is_judged(photo, arguments)]
    judged = [photos[number] for number in chosen]
    is_query = np.array([photo.split in photo_set.evaluation_splits for photo in judged])
    return Judged(judged, is_query, extract(run, (pictures[n] for n in chosen), len(chosen), "signatures"))


def _is_judged(photo: Photo, arguments: argparse.Namespace) -> bool:
    if not arguments.only or not arguments.nothing_else:
        return True
    column, _, value = arguments.only.partition("=")
    return photo.columns.get(column) == value


def _precision(judged: Judged, arguments: argparse.Namespace) -> list[str]:
    everything = np.ones(len(judged.photos), bool)
    parts = {"everything": everything}
    if arguments.only:
        column, _, value = arguments.only.partition("=")
        parts = {value: judged.column(column) == value, **({} if arguments.nothing_else else parts)}
    return precision_rows({name: precision_table(judged, arguments.labels, only) for name, only in parts.items()})


def _some_queries(judged: Judged, arguments: argparse.Namespace) -> np.ndarray:
    queries = np.flatnonzero(judged.is_query)
    return np.random.default_rng(1).permutation(queries)[: arguments.changed]


if __name__ == "__main__":
    sys.exit(main())
