#!/bin/sh
# Eight Gaussians to two moons by a network that is told the label, one Euler step and the ODE to a
# tolerance: W2 squared of each moon, for pairs drawn without regard to labels and with.
. "$(dirname "$0")/setup"
size 10000 5000

# W2 squared of the moons, averaged, after as many steps as the flags say, in `squared` and `floor`.
moons() {
  squared=0 floor=0
  for label in upper lower; do
    evaluate "$work/$coupling.yaml" --model "$work/$coupling.safetensors" --label "$label" \
      --metrics wasserstein "$@"
    w2=$(figure w2_squared) w2_floor=$(floor w2_squared)
    squared=$(number %.9g s+w/2 s="$squared" w="$w2")
    floor=$(number %.9g s+w/2 s="$floor" w="$w2_floor")
  done
}

# $1 coupling  $2 name  $3 published after one step  $4 published by an adaptive solver
row() {
  coupling=$1
  sed "s/^coupling: .*/coupling: $coupling/" "$here/gaussians-to-moons.yaml" > "$work/$coupling.yaml"
  train "$work/$coupling.yaml" "$work/$coupling.safetensors"
  moons
  one=$squared
  moons --sampler ode --tolerance 1e-4
  : "${best:=$one}"
  echo "| $2 | $(number %.4f w w="$one") | $(number %.4f f f="$floor") |" \
    "$(number %.1f w/f w="$one" f="$floor") | $(number %.1f w/b w="$one" b="$best") | $3 |" \
    "$(number %.4f w w="$squared") | $4 |"
}

echo "n = $count for each moon, seed $seed, $iterations steps of 256 pairs, a network of 3 x 128"
echo
echo "| Pairs | W2^2, one step | Floor | Ratio | To the first row | Published | W2^2, ODE | Published |"
echo "|---|---|---|---|---|---|---|---|"
row label-optimal-transport "optimal transport within labels" "0.048 ± 0.010" "0.018 ± 0.003"
row optimal-transport "optimal transport" "0.483 ± 0.059" "0.462 ± 0.025"
row independent "independent" "2.573 ± 0.112" "0.059 ± 0.029"
echo
echo "Published: Cheng and Schwing, The curse of conditions (C2OT, arXiv 2503.10636), Figure 1: class"
echo "C2OT, class OT and class FM, n = 10,000, ten seeds, of both moons at once."
