#!/bin/sh
# Words and pictures: what the text encoder costs, other ways to a latent, regions, and a cascade told
# more and more noise. Every part has its usual number of steps.
# Arguments: seeds in place of 1 to 3.
. "$(dirname "$0")/setup"
count=${STUDY_COUNT:-1000}
steps=${STUDY_ITERATIONS:+--iterations $STUDY_ITERATIONS}

# part NAME SETTINGS FILES: trains a part that stands on those of some files; writes NAME.safetensors.
part() {
  known=
  for file in $3; do known=$known${known:+,}$work/$file.safetensors; done
  # The steps are two words or none.
  # shellcheck disable=SC2086
  "$stipple" train latent --part "${1%%-*}" $steps --seed "$seed" --set "$2" \
    ${known:+--parts $known} -o "$work/$1.safetensors" > "$work/training.json"
}

# judge SETTINGS FILES FLAGS: evaluates what parts of files make.
judge() {
  settings=$1
  model=
  for file in $2; do model=$model${model:+,}$work/$file.safetensors; done
  shift 2
  evaluate latent --set "$settings" --model "$model" "$@"
}

accuracies() {
  echo "$(figure prompt_accuracy) | $(figure prompt_accuracy_colour)" \
    "| $(figure prompt_accuracy_unseen)"
}

test $# -gt 0 || set -- 1 2 3
for seed in "$@"; do
  for name in autoencoder classifier clip; do part $name "{}" ""; done
  echo
  echo "Seed $seed, n = $count"
  echo
  echo "| Text encoder | Who turns away after 'not' | Digit | Digit and colour | Never seen together | Order of words |"
  echo "|---|---|---|---|---|---|"
  for encoder in attention bag-of-words; do
    part text-$encoder "{encoder: $encoder}" ""
    part diffusion-$encoder "{encoder: $encoder}" "autoencoder text-$encoder"
    for negation in guidance encoder; do
      judge "{encoder: $encoder, negation: $negation}" \
        "autoencoder text-$encoder diffusion-$encoder classifier clip"
      echo "| $encoder | $negation | $(accuracies) | $(figure prompt_accuracy_order) |"
    done
  done
  part autoregressive "{}" "autoencoder text-attention"
  part prior "{}" clip
  part unclip "{}" "autoencoder clip"
  echo
  echo "| Made by | FID / floor | Digit | Digit and colour | Never seen together |"
  echo "|---|---|---|---|---|"
  for generator in diffusion autoregressive dall-e dall-e-autoregressive; do
    case $generator in
      diffusion) own="text-attention diffusion-attention" ;;
      autoregressive) own="text-attention autoregressive" ;;
      *) own="prior unclip" ;;
    esac
    judge "{generator: $generator}" "autoencoder $own classifier clip"
    echo "| $generator | $(number %.2f a/b a="$(figure fid)" b="$(floor fid)") | $(accuracies) |"
  done
  echo
  echo "| Region | In it | By chance | Once more encoded |"
  echo "|---|---|---|---|"
  for region in seven three "[[1, 1, 0.5], [-1, -1, 0.5]]"; do
    judge "{region: $region}" \
      "autoencoder text-attention diffusion-attention classifier clip" --prompt ""
    echo "| $region | $(number %.3f a a="$(figure region_kept)")" \
      "| $(number %.3f a a="$(floor region_kept)") | $(figure region_kept_decoded) |"
  done
  part cascade "{}" ""
  echo
  echo "| Noise on what the cascade is told | Difference from it | Of real pictures | Digit |"
  echo "|---|---|---|---|"
  for noise in 0 0.1 0.3 1; do
    judge "{cascade: $noise}" "autoencoder text-attention diffusion-attention classifier clip cascade"
    echo "| $noise | $(number %.4f a a="$(figure cascade_error)")" \
      "| $(number %.4f a a="$(floor cascade_error)") | $(figure cascade_accuracy) |"
  done
done
