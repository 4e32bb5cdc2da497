#!/bin/sh
# Why and when: every method on the same four distributions, learned for as long as is usual for it, with what
# it asks for and what comes of it: medians of the seeds.
# Arguments: distributions in place of the study's own.
. "$(dirname "$0")/setup"
size '' 2000

# $1 name  $2 what tells its likelihood, or -  $3 preset  the rest: how it is drawn. A row of it on $data.
row() {
  name=$1 likelihood=$2 preset=$3
  shift 3
  metrics=modes,wasserstein
  [ "$likelihood" = - ] || metrics=$metrics,$likelihood
  rm -f "$work/rows" "$work/real"
  for seed in $seeds; do
    network=$work/$preset-$data-$seed.safetensors
    if [ ! -e "$network" ]; then
      train "$preset" "$network" --set "{distribution: $data}"
      seconds > "$network.seconds"
    fi
    evaluate "$preset" --set "{distribution: $data}" --model "$network" "$@" --metrics "$metrics"
    echo "$(calls) $(cat "$network.seconds") $(figures figure) $(likely)" >> "$work/rows"
    echo "0 0 $(figures floor) $best" >> "$work/real"
  done
  line "$name" "$work/rows"
}

# $1 which column: modes, percent within three standard deviations and W2 of the last evaluation.
figures() {
  near=-
  # Only of Gaussians one can say how many standard deviations away a sample is.
  ! grep -q '^high_quality_fraction,' "$work/figures.csv" \
    || near=$(number %.4f 100*a a="$("$1" high_quality_fraction)")
  echo "$("$1" modes_found) $near $("$1" w2)"
}

# The mean log-likelihood of real data under the model of the last evaluation: by the flow and by the grid of
# energies as it is, by the bound and by importance weights at least.
likely() {
  case $likelihood in
    flow-likelihood) number %.6f b-a+f a="$(figure nll_flow)" f="$(floor nll_flow)" b="$best" ;;
    elbo) number %.6f -a a="$(figure nll_bound)" ;;
    evidence | hierarchy) figure log_likelihood ;;
    energy-density) number %.6f b-a a="$(figure density_kl)" b="$best" ;;
    -) echo - ;;
  esac
}

# $1 name  $2 file: the medians of what each seed has come to.
line() { echo "| $1 |$(cells "$2" %g %.1f %g %.1f %.3f %.2f)"; }

echo "n = $count, seeds $seeds, ${iterations:-the usual} optimizer steps"
for data in ${*:-eight-gaussians grid-25 checkerboard two-moons}; do
  evaluate eight-gaussians --set "{distribution: $data}" --model exact --metrics elbo
  # No model is likelier than the data itself.
  best=$(number %.6f -a a="$(figure nll_exact)")
  echo
  echo "| $data | Calls | Training s | Modes found | Within 3 std, % | W2 | log p(data), nats |"
  echo "|---|---|---|---|---|---|---|"
  row "diffusion, DDPM" elbo eight-gaussians --sampler ddpm --steps 1000 --variance large
  row "diffusion, DDIM" flow-likelihood eight-gaussians --sampler ddim --steps 20
  row "diffusion, DPM-Solver++(2M)" flow-likelihood eight-gaussians --sampler dpmpp-2m --steps 10
  row "flow matching, Euler" flow-likelihood torchcfm --steps 20
  row "flow map, one jump" - flow-map --steps 1
  row "flow map, four jumps" - flow-map --steps 4
  row "inverse CDF" - inverse-cdf
  row "variational auto-encoder" evidence vae
  row "hierarchical VAE, 4 levels" hierarchy hierarchical-vae
  row "adversarial network" - gan
  row "denoising diffusion GAN" - diffusion-gan
  row "energy model, annealed Langevin" energy-density energy
  line "real data" "$work/real"
done
