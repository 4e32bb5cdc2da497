#!/usr/bin/env bash
# JAX: the same key in double precision draws other noise, not the same noise with more digits.
#
# One would guess that switching a sampler from single to double precision, to see what rounding
# does to it, leaves the noise what it was up to single precision.
# What happens: `jax.random.normal` makes its bits for the width that is asked for, so that the
# two draws have nothing in common; a run in double precision is another run with another seed, and
# the difference of the two is no measure of rounding. Drawing in single precision and widening
# keeps the noise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet jax==0.10.2 jaxlib==0.10.2 numpy==2.4.6 scipy==1.17.1
JAX_PLATFORMS=cpu JAX_ENABLE_X64=1 "$folder/venv/bin/python" - <<'PYTHON'
import sys
import jax, jax.numpy as jnp
import numpy as np

print("jax", jax.__version__)
key = jax.random.key(7)
count = 100_000
single = np.array(jax.random.normal(key, (count,), jnp.float32), dtype=np.float64)
double = np.array(jax.random.normal(key, (count,), jnp.float64))
correlation = float(np.corrcoef(single, double)[0, 1])
print("single", single[:3], "double", double[:3])
print(f"correlation of {count} pairs: {correlation:.4f} (pure chance: 0 within 0.01)")
as_stated = abs(correlation) < 0.02
print("as stated" if as_stated else "this has changed")
sys.exit(0 if as_stated else 1)
PYTHON
