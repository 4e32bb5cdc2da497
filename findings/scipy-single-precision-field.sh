#!/usr/bin/env bash
# scipy: an adaptive solver never learns that the field it follows is rounded to single precision.
#
# One would guess that a finer tolerance costs a bounded factor more calls and gives a finer answer,
# or that the solver says when it does not.
# What happens: the probability-flow ODE of eight Gaussians is followed from noise to data with the
# exact score, once in double and once rounded to single precision, as every network answers. In
# double, two more digits cost about twice the calls. In single precision the error stops at 5e-8,
# while the calls go from some hundreds at 1e-8 to more than a hundred thousand at 1e-12: the solver
# shrinks its steps to follow the rounding, ends with success and says nothing.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet numpy==2.4.6 scipy==1.17.1
"$folder/venv/bin/python" - <<'PYTHON'
import sys
import numpy as np, scipy
from scipy.integrate import solve_ivp

print("scipy", scipy.__version__)
angles = np.arange(8) * np.pi / 4
means = 4 * np.stack([np.cos(angles), np.sin(angles)], axis=1)

def slope(sigma, x, real):
    """dx/dsigma = -sigma times the score of the ring blurred by sigma."""
    offsets = np.asarray(x, real) - means.astype(real)
    variance = real(0.04 + sigma * sigma)
    logits = -(offsets * offsets).sum(1) / (2 * variance)
    shares = np.exp(logits - logits.max())
    shares /= shares.sum()
    return (real(sigma) * (shares[:, None] * offsets).sum(0) / variance).astype(np.float64)

def run(real, tolerance, method="RK45"):
    return solve_ivp(
        lambda sigma, x: slope(sigma, x, real), (80, 0), [37.0, -51.0],
        rtol=tolerance, atol=tolerance, method=method)

truth = run(np.float64, 1e-12, "DOP853").y[:, -1]
calls, errors = {}, {}
for real in (np.float64, np.float32):
    for tolerance in (1e-6, 1e-8, 1e-10, 1e-12):
        answer = run(real, tolerance)
        key = (real.__name__, tolerance)
        calls[key], errors[key] = answer.nfev, abs(answer.y[:, -1] - truth).max()
        print(f"{key[0]} at {tolerance:.0e}: {answer.nfev:7d} calls, error {errors[key]:.1e}, "
              f"success {answer.success}")
as_stated = (
    calls["float64", 1e-12] < 5 * calls["float64", 1e-8]
    and calls["float32", 1e-12] > 50 * calls["float32", 1e-8]
    and errors["float64", 1e-12] < 1e-10
    and errors["float32", 1e-12] > 0.1 * errors["float32", 1e-8]
)
print("as stated" if as_stated else "this has changed")
sys.exit(0 if as_stated else 1)
PYTHON
