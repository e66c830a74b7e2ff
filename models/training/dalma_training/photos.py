"""The photos of a data set and their labels, from `labels.csv` or from the names of the subfolders."""

from __future__ import annotations

import csv
from dataclasses import dataclass, field
from pathlib import Path

from .recipe import PhotoSet, RecipeError

PICTURE_ENDINGS = {".jpg", ".jpeg", ".png", ".webp", ".bmp"}


@dataclass(frozen=True)
class Photo:
    path: Path
    #: Name of the data set.
    set: str
    #: What it shows, unique over all sets: `set/label`.
    label: str
    split: str = ""
    #: All columns of `labels.csv`.
    columns: dict[str, str] = field(default_factory=dict, compare=False)


def photos_of(photo_set: PhotoSet, root: Path) -> list[Photo]:
    """All photos of the set, of every split, in the order of the list (of the names, without a list)."""
    folder = root / photo_set.folder
    if not folder.is_dir():
        raise RecipeError(f"Data set {photo_set.name}: there is no folder {folder}. Give the right --data-root.")
    photos = _from_list(photo_set, folder) if photo_set.label else _from_subfolders(photo_set, folder)
    if not photos:
        raise RecipeError(f"Data set {photo_set.name}: no photo found in {folder}.")
    return photos


def training_photos(photo_set: PhotoSet, photos: list[Photo]) -> list[Photo]:
    """Those the recipe trains on: the named splits, or all that are not for evaluation."""
    named = photo_set.training_splits
    return [p for p in photos if (p.split in named if named else p.split not in photo_set.evaluation_splits)]


def evaluation_photos(photo_set: PhotoSet, photos: list[Photo]) -> list[Photo]:
    return [photo for photo in photos if photo.split in photo_set.evaluation_splits]


def _from_list(photo_set: PhotoSet, folder: Path) -> list[Photo]:
    listing = folder / "labels.csv"
    if not listing.is_file():
        raise RecipeError(f"Data set {photo_set.name}: the recipe names a label column, but there is no {listing}.")
    with listing.open(encoding="utf8", newline="") as lines:
        return [_from_row(photo_set, folder, row) for row in csv.DictReader(lines)]


def _from_row(photo_set: PhotoSet, folder: Path, row: dict[str, str]) -> Photo:
    for column in ("path", photo_set.label or ""):
        if not row.get(column):
            raise RecipeError(f"Data set {photo_set.name}: a row of labels.csv has no {column}: {row}")
    label = f"{photo_set.name}/{row[photo_set.label or '']}"
    split = row.get("split", "") if photo_set.training_splits or photo_set.evaluation_splits else ""
    return Photo(folder / row["path"], photo_set.name, label, split, row)


def _from_subfolders(photo_set: PhotoSet, folder: Path) -> list[Photo]:
    paths = sorted(path for path in folder.glob("*/**/*") if path.suffix.lower() in PICTURE_ENDINGS)
    return [Photo(path, photo_set.name, f"{photo_set.name}/{path.relative_to(folder).parts[0]}") for path in paths]
