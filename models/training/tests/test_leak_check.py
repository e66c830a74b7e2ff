"""Needs no packages: what protects the figures must be checked everywhere."""

from __future__ import annotations

import tempfile
import unittest
from pathlib import Path

from dalma_training.leak_check import LeakError, refuse_leaks
from dalma_training.photos import evaluation_photos, photos_of, training_photos
from dalma_training.recipe import PhotoSet, RecipeError, read_recipe

RECIPE = Path(__file__).parents[1] / "recipe.toml"


class Leaks(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.judged = self._file("test/milk/1.jpg", b"judged")
        self.trained = self._file("train/milk/1.jpg", b"trained")

    def test_photos_apart_are_accepted(self) -> None:
        refuse_leaks([self.trained], [self.judged])

    def test_an_evaluation_photo_is_refused_by_its_path(self) -> None:
        self._refused(self.folder / "train" / ".." / "test" / "milk" / "1.jpg")

    def test_an_evaluation_photo_is_refused_through_a_link(self) -> None:
        link = self.folder / "train" / "milk" / "link.jpg"
        link.symlink_to(self.judged)
        self._refused(link)

    def test_a_copy_under_another_name_is_refused_by_its_content(self) -> None:
        self._refused(self._file("train/juice/other.jpg", b"judged"))

    def test_the_message_names_the_photo_and_what_to_do(self) -> None:
        copy = self._file("train/juice/other.jpg", b"judged")
        with self.assertRaisesRegex(LeakError, r"other\.jpg has the same bytes as .*test.*\n.*Take them out"):
            refuse_leaks([self.trained, copy], [self.judged])

    def _refused(self, leak: Path) -> None:
        with self.assertRaises(LeakError):
            refuse_leaks([self.trained, leak], [self.judged])

    def _file(self, name: str, content: bytes) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        return path


class Splits(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)
        (self.root / "shop").mkdir()
        rows = ["path,split,label", "a.jpg,train,milk", "b.jpg,val,milk", "c.jpg,test,milk"]
        (self.root / "shop" / "labels.csv").write_text("\n".join(rows), encoding="utf8")

    def test_only_named_splits_are_trained_on(self) -> None:
        photo_set = _set(training_splits=("train",), evaluation_splits=("test",))
        self.assertEqual(_names(training_photos(photo_set, photos_of(photo_set, self.root))), ["a.jpg"])

    def test_without_named_splits_all_but_the_evaluation_is_trained_on(self) -> None:
        photo_set = _set(evaluation_splits=("test",))
        photos = photos_of(photo_set, self.root)
        self.assertEqual(_names(training_photos(photo_set, photos)), ["a.jpg", "b.jpg"])
        self.assertEqual(_names(evaluation_photos(photo_set, photos)), ["c.jpg"])

    def test_a_recipe_that_trains_on_its_evaluation_split_is_refused(self) -> None:
        text = RECIPE.read_text(encoding="utf8").replace('["train", "val"]', '["train", "val", "test"]')
        wrong = self.root / "recipe.toml"
        wrong.write_text(text, encoding="utf8")
        with self.assertRaisesRegex(RecipeError, "for training and for evaluation"):
            read_recipe(wrong)

    def test_subfolders_are_labels_when_no_column_is_named(self) -> None:
        for name in ("milk/1.jpg", "juice/fresh/2.png", "juice/notes.txt"):
            path = self.root / "own" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch()
        photos = photos_of(PhotoSet("own", "own", "ours", None, True, (), (), 1.0), self.root)
        self.assertEqual([photo.label for photo in photos], ["own/juice", "own/milk"])


def _set(training_splits: tuple[str, ...] = (), evaluation_splits: tuple[str, ...] = ()) -> PhotoSet:
    return PhotoSet("shop", "shop", "ours", "label", True, training_splits, evaluation_splits, 1.0)


def _names(photos: list) -> list[str]:
    return [photo.path.name for photo in photos]


if __name__ == "__main__":
    unittest.main()
