#!/bin/sh
# Flow maps: how good samples are after 1, 2, 4 and 10 calls of a network, by each objective of jumps,
# and beside DDIM, Heun and rectified flow. Sliced W2 in times of its floor, with the share of samples
# within three standard deviations of a mode in percent.
. "$(dirname "$0")/setup"
size 8000 4000

# $1 name  $2 preset  $3 weights  then what the evaluation is told besides the number of steps
row() {
  name=$1 preset=$2 weights=$3
  shift 3
  cells=
  for steps in 1 2 4 10; do
    evaluate "$preset" --model "$weights" --steps $steps --metrics sliced-wasserstein,modes "$@"
    cells="$cells $(number %.2f a/f a="$(figure sliced_w2)" f="$(floor sliced_w2)")"
    cells="$cells | $(number %.1f 100*a a="$(figure high_quality_fraction)") |"
  done
  echo "| $name | $(number %.1f s s="$took") |$cells"
}

echo "eight-gaussians, n = $count, seed $seed, $iterations steps of 256"
echo
echo "| Method | Training, s | W2, 1 call | in 3 std | 2 calls | in 3 std | 4 calls | in 3 std | 10 calls | in 3 std |"
echo "|---|---|---|---|---|---|---|---|---|---|"
for objective in consistency-distillation progressive shortcut mean-flow consistency; do
  set -- --set "{training: {objective: $objective}}"
  train flow-map "$work/jumps.safetensors" "$@"
  took=$(seconds)
  row "$objective" flow-map "$work/jumps.safetensors" "$@"
done
network="{model: {hidden: [128, 128, 128]}}"
train eight-gaussians "$work/noise.safetensors" --set "$network"
took=$(seconds)
row "DDIM" eight-gaussians "$work/noise.safetensors" --set "$network" --sampler ddim
row "Heun, 2 calls a step" eight-gaussians "$work/noise.safetensors" --set "$network" --sampler heun
train "$here/reflow.yaml" "$work/first.safetensors" --set "$network"
first=$(seconds)
train "$here/reflow.yaml" "$work/second.safetensors" --set "$network" \
  --reflow "$work/first.safetensors"
took=$(number %.6f a+b a="$first" b="$(seconds)")
row "reflow, Euler" "$here/reflow.yaml" "$work/second.safetensors" --set "$network"
