#!/usr/bin/env bash
# scikit-learn: the samples of a Gaussian mixture come sorted by component.
#
# One would guess that the samples of a mixture are independent of their place in the list, as those
# of every other distribution are, so that the first half of them is a sample too.
# What happens: `GaussianMixture.sample` draws how many each component gets and then appends one
# component after the other. The first half of a thousand samples of a ring of eight knows four
# modes; "real against real" by halves, batches in order and every n-th frame of a picture are
# comparisons of different distributions. The labels that come along show it, if one looks.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet numpy==2.4.6 scipy==1.17.1 scikit-learn==1.9.1
"$folder/venv/bin/python" - <<'PYTHON'
import sys
import numpy as np, sklearn
from sklearn.mixture import GaussianMixture

print("scikit-learn", sklearn.__version__)
random = np.random.default_rng(0)
angles = np.arange(8) * np.pi / 4
ring = np.stack([np.cos(angles), np.sin(angles)], axis=1)
data = ring[random.integers(8, size=4000)] + 0.05 * random.normal(size=(4000, 2))
mixture = GaussianMixture(8, means_init=ring, random_state=0).fit(data)
_, labels = mixture.sample(1000)
changes = int((np.diff(labels) != 0).sum())
first_half = len(set(labels[:500].tolist()))
print(f"1000 samples of 8 components: the component changes {changes} times along the list "
      f"(mixed: about 875), the first 500 hold {first_half} of 8 components")
as_stated = changes == 7 and first_half < 8
print("as stated" if as_stated else "this has changed")
sys.exit(0 if as_stated else 1)
PYTHON
