#!/bin/sh
# Priors that know the class: the share of samples that end in the class they started in, by the
# exact velocity and by a network trained on the same pairs without labels; then what repairs it.
#
#   priors.sh [NAME ...]     the presets prior-NAME that are looked at; all unless some are named
. "$(dirname "$0")/setup"
size 3000 2000

[ $# -gt 0 ] || set -- aligned rotated opposite opposite-sde swapped standard close line-matched \
  line-reversed abstraction

# What a preset does, and what is known of it, in `priors` and `known`.
describe() {
  known=-
  case $1 in
    aligned) priors="each behind its class" known=1.00 ;;
    rotated) priors="turned by 90 degrees" known=0.99 ;;
    opposite) priors="opposite its class" known=0.00 ;;
    opposite-sde) priors="the same, with noise on the way" known=0.12 ;;
    swapped) priors="aligned, two classes exchanged" ;;
    standard) priors="one for all" known=0.13 ;;
    close) priors="aligned, a tenth as far out" ;;
    line-matched) priors="in a row, in the classes' order" ;;
    line-reversed) priors="in a row, in reversed order" ;;
    abstraction) priors="wide for a thing, narrow for a dog" ;;
    *) priors="as the preset says" ;;
  esac
}

# The share that keeps its class, by what the arguments say.
kept() {
  evaluate "$@" --metrics retention
  figure label_retention
}

# The same by a network trained on the preset $1, of the name $2.
kept_by_network() {
  # A network's ODE is followed by Euler's steps; the noise of the SDE has a number of its own.
  case $2 in
    *-sde) sampler=euler-maruyama steps=200 ;;
    *) sampler=flow-euler steps=100 ;;
  esac
  train "$1" "$work/network.safetensors"
  kept "$1" --model "$work/network.safetensors" --sampler $sampler --steps $steps
}

# $1 preset  $2 its name
row() {
  describe "$2"
  evaluate "$1" --metrics retention,sliced-wasserstein
  exact=$(figure label_retention) bound=$(figure bayes_accuracy_start)
  sliced=$(figure sliced_w2) floor=$(floor sliced_w2)
  learned=$(kept_by_network "$1" "$2")
  echo "| \`prior-$2\` | $priors | $(number %.3f a a="$exact") |" \
    "$(number %.3f a a="$learned") | $(number %.3f a a="$bound") |" \
    "$(number %.3f a a="$sliced") | $(number %.3f a a="$floor") | $known |"
}

heading() {
  echo "| Preset | Priors | Kept, exact | Kept, network | Bound | Sliced W2 | Floor | Known |"
  echo "|---|---|---|---|---|---|---|---|"
}

echo "n = $count, seed $seed; networks of $iterations steps of 256 pairs, 100 Euler steps (SDE: 200)"
echo
heading
for name in "$@"; do row "$presets/prior-$name.yaml" "$name"; done
echo
echo "The same on the path shifted-vp:"
echo
heading
for name in "$@"; do
  sed 's/^path: .*/path: shifted-vp/' "$presets/prior-$name.yaml" > "$work/shifted.yaml"
  row "$work/shifted.yaml" "$name"
done
echo
echo "What repairs it, by the exact velocity, and by a network that is told the third coordinate:"
echo
echo "| Preset | As it is | assignment | clocks | label_passed | lift | lift, network |"
echo "|---|---|---|---|---|---|---|"
for name in "$@"; do
  preset=$presets/prior-$name.yaml
  share=$(kept "$preset")
  cells=$(number %.3f a a="$share")
  for repair in "repair: assignment" "repair: clocks" "label_passed: true" "repair: lift"; do
    { grep -v "^${repair%%:*}:" "$preset"; echo "$repair"; } > "$work/repaired.yaml"
    share=$(kept "$work/repaired.yaml")
    cells="$cells | $(number %.3f a a="$share")"
  done
  share=$(kept_by_network "$work/repaired.yaml" "$name")
  echo "| \`prior-$name\` | $cells | $(number %.3f a a="$share") |"
done
echo
echo "Known: the closed form with 200 particles in 200 steps, to 3 points, of rings alike."
