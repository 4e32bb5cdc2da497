#!/bin/sh
# Latents of latents: the bound of 1, 2 and 4 levels behind a fixed and a learned encoder, beside that of the
# diffusion it is where it is fixed, and how good samples are. Arguments: seeds in place of 1, 2 and 3.
. "$(dirname "$0")/setup"
size 4000 2000
network=$work/levels.safetensors

# $1 encoder  $2 levels: a row of a network of these.
row() {
  set -- "$1" "$2" --set "{encoder: $1, levels: $2}"
  encoder=$1 levels=$2
  shift 2
  train hierarchical-vae "$network" "$@"
  evaluate hierarchical-vae --model "$network" "$@" --metrics hierarchy,modes,likelihood,wasserstein
  diffusion=-
  test "$encoder" = learned || diffusion=$(number %.3f a a="$(figure elbo_diffusion)")
  echo "| $levels | $encoder | $seed | $(number %.1f s s="$(seconds)")" \
    "| $(number %.3f a a="$(figure elbo)") | $diffusion" \
    "| $(number %.3f a a="$(figure log_likelihood)") | $(figure modes_found)" \
    "| $(number %.1f 100*a a="$(figure high_quality_fraction)")" \
    "| $(number %.3f a a="$(figure w2)") | $(number %.3f a a="$(floor w2)") |"
}

echo "eight-gaussians, n = $count, $iterations optimizer steps"
echo
echo "| Levels | Encoder | Seed | Training s | ELBO | as a diffusion | Log likelihood | Modes | Within 3 std, % | W2 | Floor |"
echo "|---|---|---|---|---|---|---|---|---|---|---|"
test $# -gt 0 || set -- 1 2 3
for encoder in fixed learned; do
  for levels in 1 2 4; do
    for seed in "$@"; do row "$encoder" "$levels"; done
  done
done
