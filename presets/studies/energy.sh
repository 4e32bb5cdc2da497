#!/bin/sh
# Energy models: how far the normalized density of a landscape is from the true one, how good samples of it
# are, and how many Langevin steps a chain takes until it is in another mode, by both objectives and for
# the exact energy. Sliced W2 in times of its floor.
. "$(dirname "$0")/setup"
size 8000 2000

# A number of steps, which may be more than were made.
steps() { figure "$1" | sed 's/^inf$/none seen/'; }

# $1 name  $2 model  then what the evaluation is told besides
row() {
  name=$1 model=$2
  shift 2
  evaluate energy --model "$model" --metrics energy-density,mixing,sliced-wasserstein "$@"
  distance=$(number %.2f a/f a="$(figure sliced_w2)" f="$(floor sliced_w2)")
  echo "| $name | $(figure density_mass) | $(figure density_kl) | $distance | $(figure acceptance) |" \
    "$(steps mixing_steps) | $(steps mixing_steps_annealed) |"
}

echo "eight-gaussians, n = $count, seed $seed, $iterations steps of 256"
echo
echo "| Energy | Mass | KL, nats | W2 | Accepted | Steps per mode | annealed |"
echo "|---|---|---|---|---|---|---|"
row "exact" exact
for objective in denoising contrastive-divergence; do
  set -- --set "{training: {objective: $objective}}"
  train energy "$work/energy.safetensors" "$@"
  row "$objective" "$work/energy.safetensors" "$@"
done
