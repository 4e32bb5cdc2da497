#!/bin/sh
# The collapse of a GAN and what calms it: how many modes 10 seeds find with each stabilizer.
# Arguments: a distribution in place of the study's own.
. "$(dirname "$0")/setup"
seeds=${STUDY_SEEDS:-1 2 3 4 5 6 7 8 9 10}
size 5000 2000
data=${1:-eight-gaussians}

# $1 stabilizer: numbers of one seed.
quality() {
  network=$work/gan.safetensors settings="{distribution: $data, training: {stabilizer: $1}}"
  train gan "$network" --set "$settings"
  evaluate gan --set "$settings" --model "$network" --metrics modes,likelihood,wasserstein
  echo "$(figure modes_found) $(number %.2f 100*a a="$(figure high_quality_fraction)")" \
    "$(number %.4f a/b a="$(figure w2)" b="$(floor w2)") $(seconds)"
}

# A list of a column: all FORM COLUMN
all() { awk -v form="$1 " -v column="$2" '{ printf form, $column }' "$work/seeds"; }

echo "$data, n = $count, seeds $seeds, $iterations optimizer steps; medians"
echo
echo "| Stabilizer | Modes found | Within 3 std, % | W2 / floor | Training s | Modes of each seed | W2 / floor |"
echo "|---|---|---|---|---|---|---|"
for name in none instance-noise r1; do
  middles=$(medians '%g %.1f %.2f %.1f' quality $name)
  echo "| $name |$middles $(all %g 1)| $(all %.2f 3)|"
done
