#!/bin/sh
# How far the variational bound of the exact model is above the entropy of the data, in nats, by the
# number of steps and by the variance of a step. Arguments: numbers of steps in place of the study's own.
. "$(dirname "$0")/setup"
size 0 20

# The gap of a distribution at a number of steps with a variance.
gap() {
  evaluate eight-gaussians --set "{distribution: $1}" --schedule cosine --timesteps "$2" \
    --variance "$3" --metrics elbo
  number %.5f a-b a="$(figure nll_bound)" b="$(figure nll_exact)"
}

echo "cosine schedule, nll_bound - nll_exact in nats"
for data in single-gaussian eight-gaussians two-moons; do
  echo
  echo "| $data, T | small | large | optimal | full |"
  echo "|---|---|---|---|---|"
  for timesteps in ${*:-10 100 1000 10000}; do
    row="| $timesteps |"
    for variance in small large optimal full; do
      row="$row $(gap $data "$timesteps" $variance) |"
    done
    echo "$row"
  done
done
