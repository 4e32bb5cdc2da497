#!/usr/bin/env bash
# drawille: evenly spaced points at half places are drawn with every second dot missing.
#
# One would guess that sixteen points, one dot apart, are sixteen dots in a row wherever the row
# begins.
# What happens: a coordinate is brought to a dot by Python's `round`, which sends halves to the
# even neighbour. From 0.5 on the points fall on the dots 0, 2, 2, 4, 4, ...: nine dots with gaps,
# seven of them doubled, and a cloud on a lattice that lies at half dots shows stripes that are not
# in the data.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet drawille==0.2.0
"$folder/venv/bin/python" - <<'PYTHON'
import sys
from importlib.metadata import version
from drawille import Canvas

print("drawille", version("drawille"))

def row(first):
    canvas = Canvas()
    for step in range(16):
        canvas.set(first + step, 0)
    text = canvas.frame()
    lit = sum(bin(ord(letter) - 0x2800).count("1") for letter in text if "\u2800" <= letter <= "\u28ff")
    print(f"from {first}: {text}  {lit} dots of 16 points")
    return lit

as_stated = (row(0.0), row(0.25), row(0.5)) == (16, 16, 9)
print("as stated" if as_stated else "this has changed")
sys.exit(0 if as_stated else 1)
PYTHON
