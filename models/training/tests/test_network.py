"""What leaves the training is the network that was trained."""

from __future__ import annotations

import tempfile
import unittest
from pathlib import Path

import numpy as np
import torch

from dalma_training.evaluation import folded_network
from dalma_training.finishing import finish
from dalma_training.likeness import soft_jaccard
from dalma_training.network import Vgg, intensities
from dalma_training.onnx_file import read_onnx, write_onnx
from dalma_training.searches import by_features, signatures_of
from dalma_training.warm_start import start_from

WIDTHS = (4, 4, 6, 6, 8, 8, 8, 10, 10, 10, 12, 12, 512)


class Networks(unittest.TestCase):
    def setUp(self) -> None:
        torch.manual_seed(1)
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path = Path(folder.name) / "network.onnx"
        self.pictures = torch.rand(6, 3, 64, 64) * 2 - 1
        self.network = Vgg(WIDTHS)
        finish(self.network, self.pictures)

    def test_folding_changes_no_activation(self) -> None:
        torch.testing.assert_close(self._folded()(self.pictures), self._activation(), rtol=1e-3, atol=1e-4)

    def test_the_file_holds_the_same_network_in_half_precision(self) -> None:
        self._write()
        activation = folded_network(read_onnx(self.path))(self.pictures)
        error = (activation - self._activation()).norm() / self._activation().norm()
        self.assertLess(float(error), 0.01)

    def test_after_finishing_all_filters_that_answer_are_equally_loud(self) -> None:
        means = intensities(self._activation()).mean(0)
        loud = means[self.network.mean_intensity > 0.2 * self.network.mean_intensity.mean()]
        torch.testing.assert_close(loud, torch.ones_like(loud), rtol=1e-3, atol=1e-3)

    def test_a_wider_network_begins_with_the_layers_of_the_file(self) -> None:
        self._write()
        wider = Vgg((4, 4, 6, 6, 8, 8, 8, 10, 10, 10, 12, 16, 512))
        start_from(wider, self.path, self.pictures)
        before = folded_network(read_onnx(self.path))(self.pictures)
        with torch.no_grad():
            begun = wider.eval().unscaled(self.pictures)
        torch.testing.assert_close(begun, before, rtol=1e-2, atol=1e-3)

    def test_frozen_layers_answer_as_they_did_when_they_learned(self) -> None:
        frozen = Vgg(WIDTHS, frozen=3)
        frozen.load_state_dict(self.network.state_dict())
        with torch.no_grad():
            answer = frozen.eval()(self.pictures)
        torch.testing.assert_close(answer, self._activation(), rtol=1e-3, atol=1e-4)

    def test_frozen_layers_change_nothing_while_the_others_learn(self) -> None:
        network = Vgg(WIDTHS, frozen=2).train()
        before = {name: value.clone() for name, value in network.layers[:2].state_dict().items()}
        network(self.pictures).sum().backward()
        for name, value in network.layers[:2].state_dict().items():
            torch.testing.assert_close(value, before[name], rtol=0, atol=0)
        self.assertEqual([layer.conv.weight.grad is None for layer in network.layers], [True] * 2 + [False] * 11)

    def _folded(self):
        with torch.no_grad():
            return folded_network([(w.numpy(), b.numpy()) for w, b in self.network.folded()])

    def _write(self) -> None:
        with torch.no_grad():
            write_onnx([(w.numpy(), b.numpy()) for w, b in self.network.folded()], self.path, "small")

    @torch.no_grad()
    def _activation(self) -> torch.Tensor:
        return self.network.eval()(self.pictures)


class Likenesses(unittest.TestCase):
    def test_the_trained_likeness_of_hard_bits_is_the_jaccard_of_sets(self) -> None:
        sets = [{1, 2, 3}, {2, 3, 4, 5}, {9}]
        bits = torch.tensor([[float(n in members) for n in range(10)] for members in sets])
        expected = torch.tensor([[len(a & b) / len(a | b) for b in sets] for a in sets])
        torch.testing.assert_close(soft_jaccard(bits, bits), expected)

    def test_feature_bits_compare_like_sets_of_strong_activations(self) -> None:
        activation = np.random.default_rng(1).random((3, 512, 7, 7), np.float32)
        activation[activation < 0.4] = 0
        found = by_features(signatures_of(activation), signatures_of(activation))
        strong = [set(np.flatnonzero(a.ravel() > a[a > 0].mean())) for a in activation]
        expected = [[len(a & b) / len(a | b) for b in strong] for a in strong]
        np.testing.assert_allclose(found, expected, rtol=1e-6)


if __name__ == "__main__":
    unittest.main()
