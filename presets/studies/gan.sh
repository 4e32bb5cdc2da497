#!/bin/sh
# The collapse of a GAN and what calms it: how many modes 10 seeds find with each stabilizer.
# Arguments: seeds in place of 1 to 10.
. "$(dirname "$0")/setup"
size 5000 2000

# $1 stabilizer  the rest: seeds. A row for each seed, and the means of all.
rows() {
  stabilizer=$1
  shift
  found=0 near=0 far=0
  for seed in "$@"; do
    network=$work/$stabilizer-$seed.safetensors
    train gan "$network" --set "{training: {stabilizer: $stabilizer}}"
    evaluate gan --model "$network" --metrics modes,likelihood,wasserstein
    modes=$(figure modes_found) within=$(number %.1f 100*a a="$(figure high_quality_fraction)")
    distance=$(number %.3f a/b a="$(figure w2)" b="$(floor w2)")
    found=$(number %.4f a+b a="$found" b="$modes")
    near=$(number %.4f a+b a="$near" b="$within")
    far=$(number %.4f a+b a="$far" b="$distance")
    echo "| $stabilizer | $seed | $modes | $within | $distance |"
  done
  echo "| $stabilizer | mean of $# | $(number %.2f a/n a="$found" n=$#)" \
    "| $(number %.1f a/n a="$near" n=$#) | $(number %.3f a/n a="$far" n=$#) |"
}

echo "n = $count, $iterations optimizer steps"
echo
echo "| Stabilizer | Seed | Modes found | Within 3 std, % | W2 / floor |"
echo "|---|---|---|---|---|"
test $# -gt 0 || set -- 1 2 3 4 5 6 7 8 9 10
for name in none instance-noise r1; do rows "$name" "$@"; done
