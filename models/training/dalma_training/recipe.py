"""What is trained on and for how long: the recipe file, checked when it is read."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path


class RecipeError(ValueError):
    """The recipe or a data set is not as it must be; the message says what to change."""


@dataclass(frozen=True)
class PhotoSet:
    """A folder of labelled photos."""

    name: str
    folder: str
    licence: str
    #: Column of `labels.csv` that holds the label; without it, each subfolder is a label.
    label: str | None
    #: True: a label is one product. False: a label is a kind ("shoes"), and each photo its own product.
    products: bool
    #: Splits that are trained on; empty for everything.
    training_splits: tuple[str, ...]
    #: Splits that are never trained on.
    evaluation_splits: tuple[str, ...]
    #: How often each photo is seen, compared with a set of weight 1.
    weight: float
    #: How much the losses `keep` and `order` mind the likenesses of its photos.
    keep: float = 1.0
    #: Column of `labels.csv` with the product, where a label holds several: a product does not find itself.
    product: str | None = None


@dataclass(frozen=True)
class Stage:
    """A part of the training at one input size. Small pictures first: they cost a quarter."""

    #: Side of the input in pixels, a multiple of 32.
    side: int
    #: Share of all steps.
    share: float
    #: Smallest share of a photo's area that a view shows.
    smallest_crop: float = 0.3


@dataclass(frozen=True)
class Recipe:
    seed: int
    #: Filters of the 13 layers; the last is 512.
    widths: tuple[int, ...]
    #: Layers that keep the weights of the network the training starts from, if it starts from one.
    frozen_layers: int
    steps: int
    #: Photos in a step.
    batch: int
    #: How many of them are seen in two views.
    twice: int
    learning_rate: float
    weight_decay: float
    #: Share of the steps, at the end, over which the learning rate falls to nothing.
    cooling: float
    stages: tuple[Stage, ...]
    #: Weight of each term of the loss, by name; a term that is not named is not used.
    losses: dict[str, float]
    sets: tuple[PhotoSet, ...]


def read_recipe(path: Path) -> Recipe:
    """Throws RecipeError when a key is missing, unknown or out of range."""
    try:
        raw = tomllib.loads(path.read_text(encoding="utf8"))
        recipe = _recipe(raw)
    except (KeyError, TypeError, tomllib.TOMLDecodeError) as fault:
        raise RecipeError(f"{path} is not a recipe: {fault!r}. Compare it with models/training/recipe.toml.") from fault
    _check(path, recipe)
    return recipe


def _recipe(raw: dict) -> Recipe:
    stages = tuple(Stage(**stage) for stage in raw.pop("stages"))
    sets = tuple(_photo_set(dict(entry)) for entry in raw.pop("sets"))
    return Recipe(**{**raw, "widths": tuple(raw["widths"]), "stages": stages, "sets": sets})


def _photo_set(raw: dict) -> PhotoSet:
    return PhotoSet(
        **{
            "label": None,
            "products": False,
            "weight": 1.0,
            **raw,
            "training_splits": tuple(raw.get("training_splits", ())),
            "evaluation_splits": tuple(raw.get("evaluation_splits", ())),
        }
    )


def _check(path: Path, recipe: Recipe) -> None:
    faults = [
        (len(recipe.widths) != 13 or recipe.widths[-1] != 512, "widths must be 13 numbers, the last of them 512"),
        (any(stage.side % 32 for stage in recipe.stages), "the side of a stage must be a multiple of 32"),
        (abs(sum(stage.share for stage in recipe.stages) - 1) > 1e-6, "the shares of the stages must add up to 1"),
        (recipe.batch % 8 != 0 or recipe.batch < 8, "batch must be a multiple of 8"),
        (not 0 <= recipe.twice <= recipe.batch, "twice must be between 0 and batch"),
        (not recipe.sets, "at least one [[sets]] is needed"),
        (
            any(set(s.training_splits) & set(s.evaluation_splits) for s in recipe.sets),
            "a split is named for training and for evaluation",
        ),
    ]
    for wrong, sentence in faults:
        if wrong:
            raise RecipeError(f"{path}: {sentence}.")
