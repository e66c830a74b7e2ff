"""The whole command on a few drawn pictures: it can be stopped, and it refuses to cheat."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import numpy as np
import torch
from PIL import Image

from dalma_training.network import Vgg
from dalma_training.onnx_file import read_onnx, write_onnx

TRAIN = Path(__file__).parents[1] / "train.py"
RECIPE = """
seed = 1
widths = [4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 512]
frozen_layers = 0
steps = 4
batch = 8
twice = 4
learning_rate = 1e-3
weight_decay = 0.01
cooling = 0.5
stages = [{ side = 64, share = 1.0 }]
losses = { label = 1.0, both = 1.0, features = 1.0, filters = 1.0, picture = 1.0, balance = 1.0, keep = 1.0 }
[[sets]]
name = "shop"
folder = "shop"
products = true
label = "label"
evaluation_splits = ["test"]
licence = "ours"
"""


class Training(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)
        (self.root / "recipe.toml").write_text(RECIPE, encoding="utf8")
        self._write_kept_network()
        (self.root / "shop").mkdir()
        self.rows = ["path,split,label"]
        for number in range(12):
            self._add_photo(f"{number}.png", "test" if number % 4 == 3 else "train", f"product {number % 3}", number)
        self._write_list()

    def test_a_training_stopped_half_way_ends_with_the_same_network(self) -> None:
        self._train("straight")
        self._train("stopped", "--stop-after", "2")
        self._train("stopped")
        for ours, theirs in zip(self._network("straight"), self._network("stopped")):
            np.testing.assert_array_equal(ours[0], theirs[0])

    def test_a_leak_ends_the_command_before_anything_is_trained(self) -> None:
        self._add_photo("copy.png", "train", "product 0", seed=3)
        self._write_list()
        done = self._run("leaked")
        self.assertEqual(done.returncode, 2)
        self.assertIn("copy.png has the same bytes as", done.stderr)
        self.assertFalse((self.root / "leaked" / "checkpoint.pt").exists())

    def test_manifest_entry_record_curves_and_evaluation_lie_beside_the_network(self) -> None:
        self._train("whole")
        written = {path.name for path in (self.root / "whole").iterdir()}
        records = {"manifest-entry.json", "record.md", "evaluation.md", "loss.svg", "precision.svg"}
        self.assertLessEqual({"small.onnx", *records}, written)
        self.assertIn("keep × 1", (self.root / "whole" / "record.md").read_text(encoding="utf8"))

    def _train(self, out: str, *more: str) -> None:
        done = self._run(out, *more)
        self.assertEqual(done.returncode, 0, done.stderr)

    def _run(self, out: str, *more: str) -> subprocess.CompletedProcess[str]:
        places = ["--recipe", self.root / "recipe.toml", "--data-root", self.root, "--out", self.root / out]
        command = [sys.executable, TRAIN, *places, "--name", "small", "--threads", "1", "--keep", self.kept, *more]
        return subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False)

    def _write_kept_network(self) -> None:
        self.kept = self.root / "kept.onnx"
        torch.manual_seed(1)
        network = Vgg((4,) * 12 + (512,)).eval()
        with torch.no_grad():
            write_onnx([(w.numpy(), b.numpy()) for w, b in network.folded()], self.kept, "kept")

    def _network(self, out: str) -> list:
        return read_onnx(self.root / out / "small.onnx")

    def _add_photo(self, name: str, split: str, label: str, seed: int) -> None:
        pixels = np.random.default_rng(seed).integers(0, 255, (40, 40, 3), np.uint8)
        Image.fromarray(pixels).save(self.root / "shop" / name)
        self.rows.append(f"{name},{split},{label}")

    def _write_list(self) -> None:
        (self.root / "shop" / "labels.csv").write_text("\n".join(self.rows), encoding="utf8")


if __name__ == "__main__":
    unittest.main()
