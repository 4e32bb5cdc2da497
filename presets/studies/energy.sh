#!/bin/sh
# Energy models: how far the normalized density of a landscape is from the true one, how good samples of it
# are, and how many Langevin steps a chain takes until it is in another mode, by both objectives and for
# the exact energy. Sliced W2 in times of its floor; medians of the seeds.
. "$(dirname "$0")/setup"
size 8000 2000

# $1 model, or - for a network that learns as the rest says: numbers of one seed
quality() {
  model=$1 took=0
  shift
  if [ "$model" = - ]; then
    model=$work/energy.safetensors
    train energy "$model" "$@"
    took=$(seconds)
  fi
  evaluate energy --model "$model" --metrics energy-density,mixing,sliced-wasserstein "$@"
  echo "$took $(number %.9f a-1 a="$(figure density_mass)") $(figure density_kl)" \
    "$(number %.4f a/f a="$(figure sliced_w2)" f="$(floor sliced_w2)") $(figure acceptance)" \
    "$(steps mixing_steps) $(steps mixing_steps_annealed)"
}

# A number of steps, which may be more than were made.
steps() { figure "$1" | sed 's/^inf$/-/'; }

# $1 name  the rest: as for `quality`
row() {
  name=$1
  shift
  middles=$(medians '%.1f %.0e %.4f %.2f %.3f %.0f %.0f' quality "$@")
  echo "| $name |$middles"
}

echo "eight-gaussians, n = $count, seeds $seeds, $iterations steps of 256"
echo
echo "| Energy | Training, s | Mass - 1 | KL, nats | W2 | Accepted | Steps per mode | annealed |"
echo "|---|---|---|---|---|---|---|---|"
row "exact" exact
for objective in denoising contrastive-divergence; do
  row "$objective" - --set "{training: {objective: $objective}}"
done
