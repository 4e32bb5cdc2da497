#!/bin/sh
# Flow matching between sets of data as torchcfm draws them, by a network of 3 x 64 and 100 Euler
# steps: exact W2 beside its floor, and how straight the ways are.
#
#   flow-matching.sh [normal-to-gaussians] [normal-to-moons] [moons-to-gaussians]
. "$(dirname "$0")/setup"
size 10000 10000

[ $# -gt 0 ] || set -- normal-to-gaussians normal-to-moons moons-to-gaussians

# $1 way  $2 coupling  $3 published W2  $4 published path energy
row() {
  case $1 in
    normal-to-*) prior=standard ;;
    moons-to-*) prior=two-moons-torchcfm ;;
  esac
  case $1 in
    *-to-gaussians) data=eight-gaussians-torchcfm ;;
    *-to-moons) data=two-moons-torchcfm ;;
  esac
  sed -e "s/^prior: .*/prior: $prior/" -e "s/^distribution: .*/distribution: $data/" \
    "$here/torchcfm-$2.yaml" > "$work/flow.yaml"
  train "$work/flow.yaml" "$work/flow.safetensors"
  evaluate "$work/flow.yaml" --model "$work/flow.safetensors" --metrics wasserstein,paths
  w2=$(figure w2) floor=$(floor w2) energy=$(figure path_energy_normalized)
  echo "| $1 | $2 | $(number %.3f w w="$w2") | $(number %.3f f f="$floor") |" \
    "$(number %.2f w/f w="$w2" f="$floor") | $3 | $(number %.4f e e="$energy") | $4 |"
}

echo "n = $count, seed $seed, $iterations steps of 256 pairs, 100 network calls"
echo
echo "| Way | Pairs | W2 | Floor | Ratio | Published W2 | Path energy | Published |"
echo "|---|---|---|---|---|---|---|---|"
for way in "$@"; do
  case $way in
    normal-to-gaussians)
      row $way independent "0.373 ± 0.103" 0.202
      row $way optimal-transport "0.303 ± 0.043" 0.031
      ;;
    normal-to-moons)
      row $way independent "0.178 ± 0.014" 0.891
      row $way optimal-transport "0.130 ± 0.016" 0.083
      ;;
    moons-to-gaussians)
      row $way independent "1.557 ± 0.407" 2.680
      row $way optimal-transport "0.601 ± 0.027" 0.015
      ;;
    *)
      echo "$0: there is no way $way; known are normal-to-gaussians, normal-to-moons and" \
        "moons-to-gaussians" >&2
      exit 2
      ;;
  esac
done
echo
echo "Published: Tong et al., Simulation-free Schroedinger bridges (arXiv 2307.03672), Table 2, I-CFM"
echo "and OT-CFM, five seeds, in 100 Euler steps. The scale of their data could not be confirmed: the"
echo "ratio to the floor, the distance of two clouds of real data, is what can be compared."
