#!/bin/sh
# How much the bound's estimate varies along schedules, in square nats: the linear, the cosine and the
# sigmoid one, a learned one between the same ends, and the best there is, for the exact model and for a
# network. Arguments: distributions in place of the study's own.
. "$(dirname "$0")/setup"
size 4000 2000
test $# -gt 0 || set -- eight-gaussians two-moons checkerboard
network=$work/schedule.safetensors

# $1 name  $2 model  $3 schedule  $4 distribution
row() {
  evaluate eight-gaussians --model "$2" --schedule "$3" --set "{distribution: $4}" \
    --metrics schedule-variance
  echo "| $4, $1 | $3 | $(number %.4f a a="$(figure bound_diffusion)")" \
    "| $(number %.3f a a="$(figure bound_variance)")" \
    "| $(number %.3f a a="$(figure bound_variance_learned)")" \
    "| $(number %.3f a a="$(figure bound_variance_least)") |"
}

echo "n = $count at each level, seed $seed, $iterations optimizer steps of the network"
echo
echo "| Data, model | Schedule | Bound between its ends | Variance | Learned | Least |"
echo "|---|---|---|---|---|---|"
for data in "$@"; do
  train eight-gaussians "$network" --set "{distribution: $data}"
  for schedule in linear cosine sigmoid; do
    row exact exact $schedule "$data"
    row network "$network" $schedule "$data"
  done
done
