#!/usr/bin/env bash
# scipy: in a crowd that is integrated at once, a particle's error is hundreds of times its own.
#
# One would guess that `solve_ivp` keeps `atol + rtol * |y|`, as its manual says, for every
# component, so that a cloud put into it as one long vector is at least as exact as each of its
# particles put into it alone.
# What happens: the step is accepted when the root of the mean square over all components is below
# the tolerance. Where a few particles pass between two modes while thousands are at ease, their
# error drowns in the mean. Four thousand particles follow the probability-flow ODE of eight
# Gaussians with the exact score and a tolerance of 1e-6: the worst of them ends more than a hundred
# tolerances from where it belongs, and the same particle alone within ten. A particle's path
# depends on its company, and more particles do not make the figure of the worst one any safer.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet numpy==2.4.6 scipy==1.17.1
OMP_NUM_THREADS=1 "$folder/venv/bin/python" - <<'PYTHON'
import sys
import numpy as np, scipy
from scipy.integrate import solve_ivp

print("scipy", scipy.__version__)
angles = np.arange(8) * np.pi / 4
ring = 4 * np.stack([np.cos(angles), np.sin(angles)], axis=1)
noisiest, width = 80.0, 0.2

def slope(sigma, x):
    """dx/dsigma of every particle: -sigma times the exact score of the ring blurred by sigma."""
    offsets = x[:, None] - ring
    variance = width**2 + sigma**2
    logits = -(offsets**2).sum(-1) / (2 * variance)
    shares = np.exp(logits - logits.max(axis=1, keepdims=True))
    shares /= shares.sum(axis=1, keepdims=True)
    return sigma * (shares[..., None] * offsets).sum(1) / variance

def ends(particles, tolerance, method="RK45"):
    run = solve_ivp(
        lambda sigma, x: slope(sigma, x.reshape(-1, 2)).ravel(), (noisiest, 0), particles.ravel(),
        rtol=tolerance, atol=tolerance, method=method)
    return run.y[:, -1].reshape(-1, 2)

crowd = noisiest * np.random.default_rng(0).normal(size=(4000, 2))
truth = ends(crowd, 1e-10, "DOP853")
seen = {}
for tolerance in (1e-5, 1e-6):
    errors = np.abs(ends(crowd, tolerance) - truth).max(axis=1)
    worst = int(errors.argmax())
    single = crowd[worst:worst + 1]
    alone = np.abs(ends(single, tolerance) - ends(single, 1e-12, "DOP853")).max()
    typical = np.sqrt((errors**2).mean())
    seen[tolerance] = errors[worst] / tolerance, alone / tolerance
    print(f"tolerance {tolerance:.0e}: worst of {len(crowd)} off by {errors[worst]:.1e} "
          f"({seen[tolerance][0]:.0f} tolerances), the same particle alone by {alone:.1e} "
          f"({seen[tolerance][1]:.1f}), root mean square of all {typical:.1e}")
together, alone = seen[1e-6]
as_stated = together > 100 and alone < 10 and seen[1e-5][0] > 5 * seen[1e-5][1]
print("as stated" if as_stated else "this has changed")
sys.exit(0 if as_stated else 1)
PYTHON
