#!/bin/sh
# What the variance of a step is worth: W2 of few DDPM steps in times of its floor, with each variance, for
# the exact model and for a network that has learned one, and how far the bound of as many steps is above
# the entropy of the data, in nats; medians of the seeds. Arguments: a distribution in place of the
# study's own, then numbers of steps in place of 5, 10 and 20.
. "$(dirname "$0")/setup"
size 8000 2000
distributions=${1:-eight-gaussians two-moons}
test $# -eq 0 || shift
chains=${*:-5 10 20}

# $1 model, or - for the network of the seed  $2 variance: for all numbers of steps W2 over its floor, and
# the gap, of one seed
figures() {
  model=$1 variance=$2 network=$work/variance-$data-$seed.safetensors numbers=
  if [ "$model" = - ]; then
    model=$network
    [ -e "$network" ] \
      || train eight-gaussians "$network" --set "{distribution: $data, model: {variance: learned}}"
  fi
  set -- eight-gaussians --model "$model" --schedule cosine --variance "$variance" \
    --set "{distribution: $data, model: {variance: learned}}"
  for steps in $chains; do
    evaluate "$@" --sampler ddpm --steps "$steps" --metrics wasserstein
    numbers="$numbers $(number %.4f a/f a="$(figure w2)" f="$(floor w2)")"
    evaluate "$@" --timesteps "$steps" --metrics elbo
    numbers="$numbers $(number %.5f a-b a="$(figure nll_bound)" b="$(figure nll_exact)")"
  done
  echo "$numbers"
}

forms=
for steps in $chains; do forms="$forms %.2f %.3f"; done
echo "cosine schedule, ddpm, n = $count, seeds $seeds, $iterations optimizer steps; W2 / floor, then"
echo "nll_bound - nll_exact of a chain of as many steps, in nats"
for data in $distributions; do
  echo
  printf '| %s |' "$data"
  for steps in $chains; do printf ' W2, %s steps | gap, T %s |' "$steps" "$steps"; done
  echo
  printf '|---|'
  for steps in $chains; do printf '%s' '---|---|'; done
  echo
  for model in exact -; do
    name=$model
    [ "$model" = exact ] || name=network
    for variance in small large optimal full learned; do
      middles=$(medians "$forms" figures $model $variance)
      echo "| $name, $variance |$middles"
    done
  done
done
