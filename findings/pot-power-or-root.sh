#!/usr/bin/env bash
# POT (Python Optimal Transport): of the functions for clouds on a line some answer W^p, some W.
#
# One would guess that the Wasserstein distance of order 2 on a line and its sliced form in one
# dimension, where there is only one line to slice along, are the same number.
# What happens: a cloud moved by 2 is at a distance of 4 by `wasserstein_1d` and `emd2_1d`, which
# answer the second power, and at 2 by the sliced functions, which take the root. At a distance near
# 1 nobody notices.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet POT==0.9.7.post1 numpy==2.4.6 scipy==1.17.1
"$folder/venv/bin/python" - <<'PYTHON'
import sys
import numpy as np, ot

print("POT", ot.__version__)
a = np.array([0.0, 1.0, 2.0])
b = a + 2
column = lambda x: x[:, None]
answers = {
    "wasserstein_1d": ot.wasserstein_1d(a, b, p=2),
    "emd2_1d": ot.emd2_1d(a, b),
    "sliced_wasserstein_distance": ot.sliced_wasserstein_distance(column(a), column(b), p=2, seed=0),
    "max_sliced_wasserstein_distance": ot.max_sliced_wasserstein_distance(
        column(a), column(b), p=2, seed=0),
}
for name, value in answers.items():
    print(f"{name:32s} {float(value):.6f}")
as_stated = np.allclose(list(answers.values()), [4, 4, 2, 2])
print("as stated" if as_stated else "this has changed")
sys.exit(0 if as_stated else 1)
PYTHON
