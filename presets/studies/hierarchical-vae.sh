#!/bin/sh
# Latents of latents: the bound of 1, 2 and 4 levels behind a fixed and a learned encoder, beside that of the
# diffusion it is where it is fixed, and how good samples are: medians of the seeds.
. "$(dirname "$0")/setup"
size 4000 2000
network=$work/levels.safetensors

# $1 encoder  $2 levels: numbers of one seed.
quality() {
  encoder=$1
  set -- --set "{encoder: $1, levels: $2}"
  train hierarchical-vae "$network" "$@"
  evaluate hierarchical-vae --model "$network" "$@" --metrics hierarchy,modes,likelihood,wasserstein
  diffusion=-
  test "$encoder" = learned || diffusion=$(figure elbo_diffusion)
  echo "$(seconds) $(figure elbo) $diffusion $(figure log_likelihood) $(figure modes_found)" \
    "$(number %.2f 100*a a="$(figure high_quality_fraction)") $(figure w2) $(floor w2)"
}

echo "eight-gaussians, n = $count, seeds $seeds, $iterations optimizer steps"
echo
echo "| Levels | Encoder | Training s | ELBO | as a diffusion | Log likelihood | Modes | Within 3 std, % | W2 | Floor |"
echo "|---|---|---|---|---|---|---|---|---|---|"
for encoder in fixed learned; do
  for levels in 1 2 4; do
    middles=$(medians '%.1f %.3f %.3f %.3f %g %.1f %.3f %.3f' quality $encoder $levels)
    echo "| $levels | $encoder |$middles"
  done
done
