#!/usr/bin/env bash
# prdc (precision, recall, density, coverage): a data set held against itself scores nothing.
#
# One would guess that samples which are the very points of the data have precision, recall and
# coverage 1, as they do for a hundred points drawn from a normal.
# What happens: where every point stands in the data more often than there are neighbours to look
# at (ten places, ten times each: labels, pixels and rounded measurements look like that), the
# distance to the fifth neighbour is 0, and "nearer than that" is asked strictly. All four figures
# are 0 for two sets that are the same.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet \
  prdc==0.2 numpy==2.4.6 scipy==1.17.1 scikit-learn==1.9.1
"$folder/venv/bin/python" - <<'PYTHON'
import sys
from importlib.metadata import version
import numpy as np
from prdc import compute_prdc

print("prdc", version("prdc"))
random = np.random.default_rng(0)
plain = random.normal(size=(100, 2))
repeated = np.repeat(random.normal(size=(10, 2)), 10, axis=0)
figures = {}
for name, cloud in {"drawn once": plain, "ten places ten times": repeated}.items():
    found = compute_prdc(real_features=cloud, fake_features=cloud.copy(), nearest_k=5)
    figures[name] = [float(found[key]) for key in ("precision", "recall", "density", "coverage")]
    print(f"{name:22s} precision, recall, density, coverage: {figures[name]}")
as_stated = figures["drawn once"] == [1, 1, 1, 1] and figures["ten places ten times"] == [0] * 4
print("as stated" if as_stated else "this has changed")
sys.exit(0 if as_stated else 1)
PYTHON
