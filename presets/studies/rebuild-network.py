#!/usr/bin/env python3
"""Rebuilds a network of `stipple train` from its weight file alone, with the standard library alone.

    rebuild-network.py WEIGHTS POINTS --alpha A --sigma S [--label L]...

prints what `stipple field --model WEIGHTS --points POINTS` prints of noise and clean, at the level
x = alpha clean + sigma noise. Every formula stands in the file's metadata: `inputs`, `layers` and
`outputs`; a label is asked for by its name, and several together share.
"""

import argparse
import csv
import json
import math
import struct


def read(path):
    """The metadata and the tensors of a safetensors file of 32-bit floats, each as a flat list."""
    with open(path, "rb") as file:
        header = json.loads(file.read(struct.unpack("<Q", file.read(8))[0]))
        numbers = file.read()
    words = header.pop("__metadata__")
    tensors = {}
    for name, entry in header.items():
        start, end = entry["data_offsets"]
        values = struct.unpack(f"<{(end - start) // 4}f", numbers[start:end])
        tensors[name] = (entry["shape"], values)
    return words, tensors


def silu(z):
    return z / (1 + math.exp(-z)) if z > -700 else 0.0


def gelu(z):
    return z * (1 + math.erf(z / math.sqrt(2))) / 2


class Network:
    def __init__(self, path):
        self.words, self.tensors = read(path)
        self.centre = [float(word) for word in self.words["centre"].split()]
        self.spread = float(self.words["spread"])
        self.labels = json.loads(self.words.get("labels", "[]"))
        self.act = {"silu": silu, "gelu": gelu}[self.words["activation"]]
        self.is_residual = self.words.get("residual") == "true"

    def inputs(self, p, log_snr, asked):
        x, y = (max(-1e4, min(1e4, value)) for value in p)
        _, flat = self.tensors["frequencies"]
        turns = [x * flat[i] + y * flat[i + 1] for i in range(0, len(flat), 2)]
        l = max(-8.0, min(8.0, log_snr))
        level = [l / 4, math.tanh(l / 4), math.tanh(l - 2), math.tanh(l + 2)]
        told = [2 / len(asked) if label in asked else 0.0 for label in self.labels]
        return [math.sin(t) for t in turns] + [math.cos(t) for t in turns] + [3 * x, 3 * y] + level + told

    def output(self, h):
        count = sum(name.endswith(".weight") for name in self.tensors)
        for layer in range(count):
            (rows, columns), weight = self.tensors[f"layers.{layer}.weight"]
            bias = self.tensors[f"layers.{layer}.bias"][1]
            z = [
                bias[row] + sum(map(float.__mul__, h, weight[row * columns : (row + 1) * columns]))
                for row in range(rows)
            ]
            if layer < count - 1:
                z = [self.act(value) for value in z]
                if self.is_residual and rows == columns:
                    z = [one + other for one, other in zip(h, z)]
            h = z
        return h

    def answer(self, point, alpha, sigma, asked=()):
        """The noise and the clean point that the network expects in a point."""
        r = math.hypot(alpha * self.spread, sigma)
        a, s = alpha * self.spread / r, sigma / r
        p = [(x - alpha * c) / r for x, c in zip(point, self.centre)]
        o = self.output(self.inputs(p, 2 * math.log(a / s), asked))[:2]
        kind = self.words["parameterization"]
        if kind == "v":
            clean = [a * x - s * y for x, y in zip(p, o)]
            noise = [s * x + a * y for x, y in zip(p, o)]
        elif kind == "noise":
            clean = [(x - s * y) / a if a >= 1e-6 else 0.0 for x, y in zip(p, o)]
            noise = o
        elif kind == "clean":
            clean = o
            noise = [(x - a * y) / s if s >= 1e-6 else 0.0 for x, y in zip(p, o)]
        else:
            clean = [(x - s * y) / (a + s) for x, y in zip(p, o)]
            noise = [(x + a * y) / (a + s) for x, y in zip(p, o)]
        return noise, [c + self.spread * u for c, u in zip(self.centre, clean)]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("weights")
    parser.add_argument("points")
    parser.add_argument("--alpha", type=float, required=True)
    parser.add_argument("--sigma", type=float, required=True)
    parser.add_argument("--label", action="append", default=[])
    given = parser.parse_args()
    network = Network(given.weights)
    print("x,y,noise_x,noise_y,clean_x,clean_y")
    with open(given.points, newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            point = float(row["x"]), float(row["y"])
            noise, clean = network.answer(point, given.alpha, given.sigma, given.label)
            print(",".join(repr(value) for value in (*point, *noise, *clean)))


if __name__ == "__main__":
    main()
