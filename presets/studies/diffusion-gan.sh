#!/bin/sh
# Few jumps: denoising diffusion GANs at 2 and 4 calls against DDPM and DDIM of a network at as many, each
# learned for as long as is usual: medians of the seeds, with the fewest modes that one of them finds.
. "$(dirname "$0")/setup"
size '' 2000

# $1 preset  $2 settings  the rest: what the evaluation is told besides. Numbers of one seed.
quality() {
  preset=$1 settings=$2 network=$work/$1-$2-$seed.safetensors
  shift 2
  if [ ! -e "$network" ]; then
    train "$preset" "$network" --set "$settings"
    seconds > "$network.seconds"
  fi
  evaluate "$preset" --set "$settings" --model "$network" "$@" --metrics modes,likelihood,wasserstein
  echo "$(calls) $(cat "$network.seconds") $(figure modes_found)" \
    "$(number %.2f 100*a a="$(figure high_quality_fraction)") $(figure w2) $(floor w2)"
}

# $1 name  the rest: as for `quality`
row() {
  name=$1
  shift
  middles=$(medians '%g %.1f %g %.1f %.3f %.3f' quality "$@")
  fewest=$(cut -d ' ' -f 3 "$work/seeds" | sort -n | head -n 1)
  echo "| $name |$middles $(number %g a a="$fewest") |"
}

echo "n = $count, seeds $seeds, ${iterations:-the usual} optimizer steps"
echo
echo "| Method | Calls | Training s | Modes found | Within 3 std, % | W2 | Floor | Fewest modes |"
echo "|---|---|---|---|---|---|---|---|"
for jump in 500 250; do row "diffusion GAN, jumps of $jump" diffusion-gan "{jump: $jump}"; done
for sampler in ddpm ddim; do
  for steps in 2 4; do
    row "diffusion, $sampler" eight-gaussians '{}' --sampler $sampler --steps $steps
  done
done
