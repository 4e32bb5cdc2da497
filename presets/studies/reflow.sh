#!/bin/sh
# Rectified flow: sliced W2 by the number of Euler steps, for a flow of independent pairs, for the
# flow of the pairs that one joins, and for DDIM on a variance-preserving schedule.
. "$(dirname "$0")/setup"
size 6000 4000

train "$here/reflow.yaml" "$work/first.safetensors"
train "$here/reflow.yaml" "$work/second.safetensors" --reflow "$work/first.safetensors" \
  --reflow-pairs $((5 * count))
train eight-gaussians "$work/diffusion.safetensors"

# $1 weights  $2 steps
flow() {
  evaluate "$here/reflow.yaml" --model "$work/$1.safetensors" --sampler flow-euler --steps "$2" \
    --metrics sliced-wasserstein
}

# $1 steps  $2 published diffusion  $3 published first flow  $4 published second flow
row() {
  evaluate eight-gaussians --model "$work/diffusion.safetensors" --sampler ddim --steps "$1" \
    --metrics sliced-wasserstein
  diffusion=$(figure sliced_w2)
  flow first "$1"
  first=$(figure sliced_w2)
  flow second "$1"
  second=$(figure sliced_w2) floor=$(floor sliced_w2)
  echo "| $1 | $(number %.4f a a="$diffusion") | $2 | $(number %.4f a a="$first") | $3 |" \
    "$(number %.4f a a="$second") | $4 | $(number %.2f a/b a="$second" b="$best") |" \
    "$(number %.4f f f="$floor") | $(number %.2f a/f a="$second" f="$floor") |"
}

echo "sliced W2, n = $count, seed $seed, $iterations steps of 256 pairs, a network of 3 x 64"
echo
echo "| Steps | DDIM | Published | Flow | Published | Reflow | Published | To 128 steps | Floor | Ratio |"
echo "|---|---|---|---|---|---|---|---|---|---|"
flow second 128
best=$(figure sliced_w2)
row 1 1.796 2.639 0.117
row 2 0.324 0.601 0.113
row 4 0.164 0.252 0.111
row 8 0.116 0.159 0.110
row 128 0.110 0.117 0.112
echo
echo "Published: aghasalim/rectified-flow-from-scratch, eight Gaussians, medians of three seeds, with"
echo "data of another scale and a diffusion of its own: compare the columns from top to bottom."
