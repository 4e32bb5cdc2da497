#!/bin/sh
# Few jumps: denoising diffusion GANs at 2 and 4 calls against DDPM and DDIM of a network at as many.
# Arguments: seeds in place of 1, 2 and 3.
. "$(dirname "$0")/setup"
size '' 2000

# $1 name  $2 calls  $3 seconds: a row of the last evaluation.
row() {
  echo "| $1 | $2 | $seed | $(number %.1f s s="$3") | $(figure modes_found)" \
    "| $(number %.1f 100*a a="$(figure high_quality_fraction)") | $(number %.3f a a="$(figure w2)")" \
    "| $(number %.3f a a="$(floor w2)") |"
}

echo "n = $count, ${iterations:-the usual} optimizer steps"
echo
echo "| Method | Calls | Seed | Training s | Modes found | Within 3 std, % | W2 | Floor |"
echo "|---|---|---|---|---|---|---|---|"
test $# -gt 0 || set -- 1 2 3
for seed in "$@"; do
  for jump in 500 250; do
    network=$work/jumps-$jump-$seed.safetensors
    train diffusion-gan "$network" --set "{jump: $jump}"
    evaluate diffusion-gan --set "{jump: $jump}" --model "$network" \
      --metrics modes,likelihood,wasserstein
    row "diffusion GAN, jumps of $jump" "$(calls)" "$(seconds)"
  done
  train eight-gaussians "$work/noise-$seed.safetensors"
  for sampler in ddpm ddim; do
    for steps in 2 4; do
      evaluate eight-gaussians --model "$work/noise-$seed.safetensors" --sampler $sampler \
        --steps $steps --metrics modes,likelihood,wasserstein
      row "diffusion, $sampler" "$(calls)" "$(seconds)"
    done
  done
done
