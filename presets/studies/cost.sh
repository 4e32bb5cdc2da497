#!/bin/sh
# What it costs to reach a class: with its label passed, with guidance, and by a prior of its own
# without a label. Calls of a model, and processor time, of drawing alone.
. "$(dirname "$0")/setup"
size 2000 50000

# The processor time of all commands so far, in seconds, in `spent`.
clock() {
  times > "$work/times"
  spent=$(awk 'NR == 2 {
    gsub("s", ""); split($1, user, "m"); split($2, own, "m")
    print 60 * (user[1] + own[1]) + user[2] + own[2] }' "$work/times")
}

# The processor time of a run of so many steps, in `cost`.
run() {
  number_of_steps=$1
  shift
  clock
  before=$spent
  "$stipple" sample "$@" --steps "$number_of_steps" --count "$count" --seed "$seed" > /dev/null
  clock
  cost=$(number %.6f a-b a="$spent" b="$before")
}

# $1 name  $2 what a step asks  the rest: what is drawn
row() {
  name=$1 asks=$2
  shift 2
  "$stipple" evaluate "$@" --steps 50 --count 20 --seed "$seed" --metrics diversity \
    > "$work/figures.csv"
  asked=$(calls)
  # What a run costs besides its steps falls out of the difference.
  run 1 "$@"
  short=$cost
  run 51 "$@"
  echo "| $name | $asks | $asked | $(number %.2f '(a-b)/n*1e6' a="$cost" b="$short" n="$count") |"
}

train eight-gaussians "$work/labels.safetensors" --labels
train "$presets/prior-aligned.yaml" "$work/prior.safetensors"
sed 's/^label_passed: .*/label_passed: true/' "$presets/prior-aligned.yaml" > "$work/passed.yaml"
train "$work/passed.yaml" "$work/passed.safetensors"

echo "n = $count, seed $seed, 50 steps"
echo
echo "| Model | A step asks for | Calls per sample | Microseconds per sample |"
echo "|---|---|---|---|"
for model in exact network; do
  labels=exact prior=exact passed=exact
  if [ "$model" = network ]; then
    labels=$work/labels.safetensors prior=$work/prior.safetensors passed=$work/passed.safetensors
  fi
  row "diffusion, $model" "the label" eight-gaussians --sampler ddim --label north \
    --model "$labels"
  row "diffusion, $model" "the label and none: guidance" eight-gaussians --sampler ddim \
    --label north --guidance 3 --model "$labels"
  row "a prior for each class, $model" "the label" "$work/passed.yaml" --sampler flow-euler \
    --model "$passed"
  row "a prior for each class, $model" "no label" "$presets/prior-aligned.yaml" \
    --sampler flow-euler --model "$prior"
done
