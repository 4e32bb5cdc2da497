#!/usr/bin/env bash
# svglib: the opacity of a shape is passed over, that of its fill is not.
#
# One would guess that `opacity` and `fill-opacity` of a filled shape without a stroke are the same
# thing, as they are in SVG and in browsers.
# What happens: with `fill-opacity` the colour gets the alpha that was asked for; with `opacity`, as an
# attribute or in `style`, the shape is solid. Layers that are meant to shine through each other cover each
# other in the PDF, and nothing is said.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet svglib==2.3.2 reportlab==5.1.0
"$folder/venv/bin/python" - <<'PYTHON'
import importlib.metadata, io, sys
from svglib.svglib import svg2rlg

print("svglib", importlib.metadata.version("svglib"))

def alpha(words):
    """The alpha of the fill of a square that is described by some words."""
    drawing = svg2rlg(io.BytesIO((
        '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10">'
        f'<path fill="#ff0000" {words} d="M0 0h10v10h-10z"/></svg>').encode()))
    shapes = [drawing]
    while shapes:
        shape = shapes.pop()
        if getattr(shape, "fillColor", None) is not None:
            return shape.fillColor.alpha
        shapes.extend(getattr(shape, "contents", []))

ways = ['fill-opacity="0.3"', 'style="fill-opacity:0.3"', 'opacity="0.3"', 'style="opacity:0.3"']
found = [alpha(way) for way in ways]
for way, value in zip(ways, found):
    print(f"  {way:26s} alpha {value}")
as_stated = found == [0.3, 0.3, 1, 1]
print("as stated" if as_stated else "this has changed")
sys.exit(0 if as_stated else 1)
PYTHON
