#!/bin/sh
# What the variance of a step is worth: W2 of few DDPM steps in times of its floor, with each variance, for
# the exact model and for a network that has learned one, and how far the bound of as many steps is above
# the entropy of the data, in nats. Arguments: a distribution in place of the study's own, then numbers of
# steps in place of 5, 10 and 20.
. "$(dirname "$0")/setup"
size 8000 2000
distributions=${1:-eight-gaussians two-moons}
test $# -eq 0 || shift
test $# -gt 0 || set -- 5 10 20
network=$work/variance.safetensors

# $1 model  $2 distribution  $3 variance  then numbers of steps: W2 over its floor, and the gap
cells() {
  model=$1 data=$2 variance=$3
  shift 3
  for steps in "$@"; do
    set -- eight-gaussians --model "$model" --schedule cosine --variance "$variance" \
      --set "{distribution: $data, model: {variance: learned}}"
    evaluate "$@" --sampler ddpm --steps "$steps" --metrics wasserstein
    distance=$(number %.2f a/f a="$(figure w2)" f="$(floor w2)")
    evaluate "$@" --timesteps "$steps" --metrics elbo
    gap=$(number %.3f a-b a="$(figure nll_bound)" b="$(figure nll_exact)")
    printf ' %s | %s |' "$distance" "$gap"
  done
  echo
}

echo "cosine schedule, ddpm, n = $count, seed $seed, $iterations optimizer steps; W2 / floor, then"
echo "nll_bound - nll_exact of a chain of as many steps, in nats"
for data in $distributions; do
  train eight-gaussians "$network" --set "{distribution: $data, model: {variance: learned}}"
  echo
  printf '| %s |' "$data"
  for steps in "$@"; do printf ' W2, %s steps | gap, T %s |' "$steps" "$steps"; done
  echo
  printf '|---|'
  for steps in "$@"; do printf '%s' '---|---|'; done
  echo
  for model in exact "$network"; do
    name=exact
    test "$model" = exact || name=network
    for variance in small large optimal full learned; do
      printf '| %s, %s |' "$name" "$variance"
      cells "$model" "$data" "$variance" "$@"
    done
  done
done
