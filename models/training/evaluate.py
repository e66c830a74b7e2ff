#!/usr/bin/env python3
"""
Judges networks of ours by the searches of the shop, on the evaluation splits of a data set.

    python3 models/training/evaluate.py --data-root DATA --cache CACHE --out TABLE.md NETWORK.onnx [NETWORK.onnx …]

Queries are the evaluation splits, the gallery is everything else of the set.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

# Waiting threads sleep: on a busy machine, spinning would double the processor time.
os.environ.setdefault("OMP_WAIT_POLICY", "passive")

import torch

from dalma_training.recipe import RecipeError, read_recipe
from dalma_training.report import Question, report_on

HERE = Path(__file__).parent


def main() -> int:
    arguments = _arguments()
    torch.set_num_threads(arguments.threads)
    try:
        question = _question(arguments)
        reports = [report_on(path, question, arguments.data_root, arguments.cache) for path in arguments.networks]
    except RecipeError as fault:
        print(fault, file=sys.stderr)
        return 2
    text = "\n".join(line for report in reports for line in report)
    arguments.out.write_text(text, encoding="utf8")
    print(text)
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("networks", type=Path, nargs="+")
    parser.add_argument("--recipe", type=Path, default=HERE / "recipe.toml")
    parser.add_argument("--data-root", type=Path, required=True, help="folder that the recipe's folders are in")
    parser.add_argument("--cache", type=Path, required=True, help="decoded photos")
    parser.add_argument("--out", type=Path, required=True, help="the table, Markdown")
    parser.add_argument("--set", default="grocery", help="the recipe's name of the set")
    parser.add_argument("--only", help="COLUMN=VALUE: a table of its own for these photos, e.g. group=Packages")
    parser.add_argument("--nothing-else", action="store_true", help="leave all other photos out: less time")
    parser.add_argument("--labels", nargs="+", default=["fine", "coarse"], help="columns to judge by")
    parser.add_argument("--changed", type=int, default=300, help="queries of the robustness table; 0 for no table")
    parser.add_argument("--threads", type=int, default=os.cpu_count() or 1)
    return parser.parse_args()


def _question(arguments: argparse.Namespace) -> Question:
    sets = {photo_set.name: photo_set for photo_set in read_recipe(arguments.recipe).sets}
    if arguments.set not in sets:
        raise RecipeError(f"The recipe has no set {arguments.set}; it has {', '.join(sets)}.")
    column, _, value = (arguments.only or "").partition("=")
    only = (column, value) if arguments.only else None
    return Question(sets[arguments.set], arguments.labels, only, arguments.nothing_else, arguments.changed)


if __name__ == "__main__":
    sys.exit(main())
