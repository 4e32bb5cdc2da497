#!/usr/bin/env bash
# POT and OTT-JAX: the Sinkhorn cost at one regularization is two numbers.
#
# One would guess that two libraries agree on the regularized cost of the same matrix at the same
# epsilon, once both have converged, as they do on the plan.
# What happens: `ot.sinkhorn2` answers <plan, costs> alone. OTT's `reg_ot_cost` adds epsilon times
# the divergence of the plan from the product of the weights, which at epsilon 0.1 is half as much
# again; POT's figure is called `primal_cost` there. OTT's `ent_reg_cost`, the cost less the
# entropy, is a third one and falls below nought. Tables of "Sinkhorn distances" seldom say which.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet \
  POT==0.9.7.post1 ott-jax==0.6.0 jax==0.10.2 jaxlib==0.10.2 numpy==2.4.6 scipy==1.17.1
JAX_PLATFORMS=cpu JAX_ENABLE_X64=1 "$folder/venv/bin/python" - <<'PYTHON'
import sys
import jax.numpy as jnp
import numpy as np, ot, ott
from ott.geometry import geometry
from ott.solvers import linear

print("POT", ot.__version__, "OTT", ott.__version__)
random = np.random.default_rng(0)
a, b = random.normal(size=(40, 2)), random.normal(size=(40, 2))
costs = ((a[:, None] - b[None]) ** 2).sum(-1)
epsilon = 0.1
pot = float(ot.sinkhorn2([], [], costs, epsilon, numItermax=20000, stopThr=1e-12))
answer = linear.solve(
    geometry.Geometry(cost_matrix=jnp.array(costs), epsilon=epsilon),
    threshold=1e-9, max_iterations=20000)
regularized, primal = float(answer.reg_ot_cost), float(answer.primal_cost)
less_entropy = float(answer.ent_reg_cost)
print(f"exact cost           {float(ot.emd2([], [], costs)):.6f}")
print(f"POT sinkhorn2        {pot:.6f}")
print(f"OTT primal_cost      {primal:.6f}")
print(f"OTT reg_ot_cost      {regularized:.6f}")
print(f"OTT ent_reg_cost     {less_entropy:.6f}")
as_stated = abs(pot - primal) < 1e-6 and regularized > 1.3 * pot and less_entropy < 0
print("as stated" if as_stated else "this has changed")
sys.exit(0 if as_stated else 1)
PYTHON
