#!/bin/sh
# Flow matching from the standard normal to eight Gaussians (radius 5, std 0.562, as torchcfm draws
# them) by a network of 3 x 64, 100 Euler steps: exact W2 beside its floor, and how straight ways are.
. "$(dirname "$0")/setup"
size 10000 10000

# $1 preset  $2 name  $3 published W2  $4 published path energy
row() {
  train "$here/$1.yaml" "$work/$1.safetensors"
  evaluate "$here/$1.yaml" --model "$work/$1.safetensors" --metrics wasserstein,paths
  w2=$(figure w2) floor=$(floor w2) energy=$(figure path_energy_normalized)
  echo "| $2 | $(number %.3f w w="$w2") | $(number %.3f f f="$floor") |" \
    "$(number %.2f w/f w="$w2" f="$floor") | $3 | $(number %.4f e e="$energy") | $4 |"
}

echo "n = $count, seed $seed, $iterations steps of 256 pairs, 100 network calls"
echo
echo "| Pairs | W2 | Floor | Ratio | Published W2 | Path energy | Published |"
echo "|---|---|---|---|---|---|---|"
row torchcfm-independent "independent" "0.373 ± 0.103" 0.202
row torchcfm-optimal-transport "optimal transport" "0.303 ± 0.043" 0.031
echo
echo "Published: Tong et al., Simulation-free Schroedinger bridges (arXiv 2307.03672), Table 2, I-CFM"
echo "and OT-CFM, five seeds. The scale of their data could not be confirmed: the ratio to the floor,"
echo "the distance of two clouds of real data, is what can be compared."
