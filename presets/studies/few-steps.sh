#!/bin/sh
# Few steps: sliced W2 of DDPM and DDIM by a network, in times of its floor, and W2 of flows in five
# Euler steps by independent pairs and by minibatch optimal transport.
. "$(dirname "$0")/setup"
size 6000 4000

# $1 preset  $2 published, in times of the floor published with them
diffusion() {
  train "$1" "$work/$1.safetensors"
  cells=
  for steps in 1000 50 10 5; do
    sampler=ddim
    [ $steps = 1000 ] && sampler=ddpm
    evaluate "$1" --model "$work/$1.safetensors" --sampler $sampler --steps $steps \
      --metrics sliced-wasserstein
    sliced=$(figure sliced_w2) floor=$(floor sliced_w2)
    cells="$cells $(number %.3f a a="$sliced") | $(number %.2f a/f a="$sliced" f="$floor") |"
  done
  echo "| $1 |$cells $(number %.3f f f="$floor") | $2 |"
}

# $1 name  $2 data  $3 published with independent pairs  $4 with optimal transport
flow() {
  cells=
  for coupling in independent optimal-transport; do
    sed "s/^distribution: .*/distribution: $2/" "$here/torchcfm-$coupling.yaml" > "$work/flow.yaml"
    train "$work/flow.yaml" "$work/flow.safetensors"
    evaluate "$work/flow.yaml" --model "$work/flow.safetensors" --steps 5 --metrics wasserstein
    w2=$(figure w2) floor=$(floor w2)
    published=$3
    [ $coupling = independent ] || published=$4
    cells="$cells $(number %.3f a a="$w2") | $published |"
  done
  echo "| $1 |$cells $(number %.3f f f="$floor") |"
}

echo "n = $count, seed $seed, $iterations steps of 256 pairs, networks of 3 x 64"
echo
echo "| Sliced W2 | DDPM 1000 | to floor | DDIM 50 | to floor | DDIM 10 | to floor | DDIM 5 | to floor | Floor | Published, to floor |"
echo "|---|---|---|---|---|---|---|---|---|---|---|"
diffusion eight-gaussians "1.71 1.82 1.94 2.53"
diffusion two-moons "2.05 2.20 4.60 8.50"
echo
echo "| W2 in five steps | Independent | Published | Optimal transport | Published | Floor |"
echo "|---|---|---|---|---|---|"
flow "eight Gaussians" eight-gaussians-torchcfm 0.763 0.457
flow "two moons" two-moons-torchcfm 0.882 0.245
echo
echo "Published: dpologdvinity/diffusion-from-scratch (told labels; floors 0.017 and 0.020), and the"
echo "stochastic interpolants without and with optimal transport of a paper seen at second hand; data"
echo "of scales of their own."
