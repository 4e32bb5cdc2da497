#!/bin/sh
# Why and when: every method on the same four distributions, with what it asks for and what comes of it.
# Arguments: distributions in place of the study's own.
. "$(dirname "$0")/setup"
size 3000 2000

# $1 name  $2 preset  the rest: how it is drawn. A row of the method on $data.
row() {
  name=$1 preset=$2
  shift 2
  network=$work/$preset-$data.safetensors
  if [ ! -e "$network" ]; then
    train "$preset" "$network" --set "{distribution: $data}"
    seconds > "$network.seconds"
  fi
  evaluate "$preset" --set "{distribution: $data}" --model "$network" "$@" \
    --metrics modes,likelihood,wasserstein
  figures "$name" "$(calls)" "$(cat "$network.seconds")" figure
}

# $1 name  $2 calls  $3 seconds  $4 which column: a row of the last evaluation.
figures() {
  within=-
  # Only of Gaussians one can say how many standard deviations away a sample is.
  ! grep -q '^high_quality_fraction,' "$work/figures.csv" \
    || within=$(number %.1f 100*a a="$("$4" high_quality_fraction)")
  echo "| $1 | $2 | $(number %.1f s s="$3") | $("$4" modes_found) | $within" \
    "| $(number %.3f a a="$("$4" mean_nll)") | $(number %.3f a a="$("$4" w2)") |"
}

echo "n = $count, seed $seed, $iterations optimizer steps"
for data in ${*:-eight-gaussians grid-25 checkerboard two-moons}; do
  echo
  echo "| $data | Calls | Training s | Modes found | Within 3 std, % | -log p(sample) | W2 |"
  echo "|---|---|---|---|---|---|---|"
  row "diffusion, DDPM" eight-gaussians --sampler ddpm --steps 1000
  row "diffusion, DDIM" eight-gaussians --sampler ddim --steps 20
  row "diffusion, DPM-Solver++(2M)" eight-gaussians --sampler dpmpp-2m --steps 10
  row "flow matching, Euler" torchcfm --steps 20
  row "flow map, one jump" flow-map --steps 1
  row "flow map, four jumps" flow-map --steps 4
  row "inverse CDF" inverse-cdf
  row "variational auto-encoder" vae
  row "hierarchical VAE, 4 levels" hierarchical-vae
  row "adversarial network" gan
  row "denoising diffusion GAN" diffusion-gan
  row "energy model, annealed Langevin" energy
  figures "real data" 0 0 floor
done
