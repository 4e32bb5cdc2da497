#!/bin/sh
# How much the bound's estimate varies along schedules, in square nats: the linear, the cosine and the
# sigmoid one, a learned one between the same ends, and the best there is, for the exact model and for a
# network; medians of the seeds. Arguments: distributions in place of the study's own.
. "$(dirname "$0")/setup"
size 4000 2000
test $# -gt 0 || set -- eight-gaussians two-moons checkerboard

# $1 model, or - for the network of the seed  $2 schedule: numbers of one seed
variances() {
  model=$1 network=$work/schedule-$data-$seed.safetensors
  if [ "$model" = - ]; then
    model=$network
    [ -e "$network" ] || train eight-gaussians "$network" --set "{distribution: $data}"
  fi
  evaluate eight-gaussians --model "$model" --schedule "$2" --set "{distribution: $data}" \
    --metrics schedule-variance
  echo "$(figure bound_diffusion) $(figure bound_variance) $(figure bound_variance_learned)" \
    "$(figure bound_variance_least)"
}

echo "n = $count at each level, seeds $seeds, $iterations optimizer steps of the network"
echo
echo "| Data, model | Schedule | Bound between its ends | Variance | Learned | Least |"
echo "|---|---|---|---|---|---|"
for data in "$@"; do
  for schedule in linear cosine sigmoid; do
    for model in exact -; do
      name=$model
      [ "$model" = exact ] || name=network
      middles=$(medians '%.3f %.1f %.1f %.1f' variances $model $schedule)
      echo "| $data, $name | $schedule |$middles"
    done
  done
done
