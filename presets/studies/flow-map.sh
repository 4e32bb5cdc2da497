#!/bin/sh
# Flow maps: how good samples are after 1, 2, 4 and 10 calls of a network, by each objective of jumps,
# and beside DDIM, Heun and rectified flow. Sliced W2 in times of its floor, with the share of samples
# within three standard deviations of a mode in percent, and the modes found in one call: medians of the
# seeds.
. "$(dirname "$0")/setup"
size 12000 2000

# $1 how it is learned  $2 preset  then what training and evaluation are told: numbers of one seed
quality() {
  learned=$1 preset=$2
  shift 2
  "$learned" "$preset" "$@"
  numbers=$took
  for steps in 1 2 4 10; do
    evaluate "$preset" --model "$network" --steps $steps --metrics sliced-wasserstein,modes "$@" \
      ${sampler:+--sampler $sampler}
    [ $steps -gt 1 ] || found=$(figure modes_found)
    numbers="$numbers $(number %.4f a/f a="$(figure sliced_w2)" f="$(floor sliced_w2)")"
    numbers="$numbers $(number %.2f 100*a a="$(figure high_quality_fraction)")"
  done
  echo "$numbers $found"
}

# Learns a preset by the settings that follow.
alone() {
  network=$work/network-$seed.safetensors
  train "$1" "$network" "$2" "$3"
  took=$(seconds)
}

# Learns pairs, and then the pairs that this network joins.
twice() {
  alone "$@"
  first=$took
  network=$work/again-$seed.safetensors
  train "$1" "$network" "$2" "$3" --reflow "$work/network-$seed.safetensors"
  took=$(number %.4f a+b a="$first" b="$(seconds)")
}

# $1 name  $2 sampler, or ''  the rest: as for `quality`
row() {
  name=$1 sampler=$2
  shift 2
  middles=$(medians '%.1f %.2f %.1f %.2f %.1f %.2f %.1f %.2f %.1f %g' quality "$@")
  echo "| $name |$middles"
}

echo "eight-gaussians, n = $count, seeds $seeds, $iterations steps of 256"
echo
echo "| Method | Training, s | W2, 1 call | in 3 std | 2 calls | in 3 std | 4 calls | in 3 std | 10 calls | in 3 std | Modes, 1 call |"
echo "|---|---|---|---|---|---|---|---|---|---|---|"
for objective in consistency-distillation progressive shortcut mean-flow consistency; do
  row "$objective" '' alone flow-map --set "{training: {objective: $objective}}"
done
size="{model: {hidden: [128, 128, 128]}}"
row "DDIM" ddim alone eight-gaussians --set "$size"
row "Heun, 2 calls a step" heun alone eight-gaussians --set "$size"
row "reflow, Euler" '' twice "$here/reflow.yaml" --set "$size"
