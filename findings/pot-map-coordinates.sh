#!/usr/bin/env bash
# POT (Python Optimal Transport): clouds in map coordinates are no distance apart.
#
# One would guess that moving two clouds by the same vector leaves the distance between them alone,
# up to the rounding of the points themselves (1.5e-8 at a place of 1e8).
# What happens: `ot.dist`, the usual first line of a program that calls `ot.emd2`, expands
# |x - y|^2 into |x|^2 - 2 x.y + |y|^2 and cuts what falls below nought. At 1e6 (a projected map,
# in metres) the cost is off in the sixth digit; at 1e8 that of two different clouds is exactly 0.
# With costs from differences the same solver is right at every place.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet POT==0.9.7.post1 numpy==2.4.6 scipy==1.17.1
"$folder/venv/bin/python" - <<'PYTHON'
import sys
import numpy as np, ot

print("POT", ot.__version__)
random = np.random.default_rng(3)
a = random.normal(size=(50, 2))
b = random.normal(size=(50, 2)) + [0.5, 0]
seen = []
for place in (0.0, 1e4, 1e6, 1e8):
    x, y = a + place, b + place
    differences = ((x[:, None] - y[None]) ** 2).sum(-1)
    by_dist = ot.emd2([], [], ot.dist(x, y))
    by_differences = ot.emd2([], [], differences)
    seen.append((by_dist, by_differences))
    print(f"around {place:9.0e}: W2 squared {by_dist:.10f} by ot.dist, "
          f"{by_differences:.10f} by differences")
(near, truth), (_, far_truth) = seen[0], seen[-1]
as_stated = (
    abs(near - truth) < 1e-12
    and abs(seen[2][0] - seen[2][1]) > 1e-6
    and seen[3][0] == 0
    and abs(far_truth - truth) < 1e-5
)
print("as stated" if as_stated else "this has changed")
sys.exit(0 if as_stated else 1)
PYTHON
