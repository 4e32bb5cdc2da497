#!/bin/sh
# One grid of runs by the engines that are installed: a shell, xargs, a worker that is killed on its
# way and followed by another, GNU parallel, and a Slurm job array if a cluster answers. All end in
# the same table, byte for byte.
. "$(dirname "$0")/setup"
size 1 500

mkdir "$work/bin"
ln -s "$(command -v "$stipple")" "$work/bin/stipple"
PATH=$work/bin:$PATH
# The size of a study alone makes another grid.
if [ "$count" -lt 500 ]; then
  printf '%s\n' 'preset: eight-gaussians' 'command: evaluate' 'sampler: {steps: [2, 3]}' \
    'seed: [1, 2]' "flags: {metrics: sliced-wasserstein, count: $count}" > "$work/grid.yaml"
else
  cp "$here/sweep.yaml" "$work/grid.yaml"
fi
cd "$work"
stipple sweep grid.yaml > lines

# Each prints what all lines of standard input print.
by_shell() { sh; }
by_xargs() { xargs -P 2 -d '\n' -n 1 sh -c; }
by_parallel() { parallel -j 2; }
# Half of the runs are done, the last line of them is torn, and another worker does the rest.
by_killed_worker() {
  head -n $(($(wc -l < lines) / 2)) lines | sh > whole
  head -c $(($(wc -c < whole) - 40)) whole > torn
  cat torn
  echo
  stipple sweep grid.yaml --missing torn 2> /dev/null | by_xargs
}
by_slurm() {
  cat > array
  { echo '#!/bin/sh'; echo "sed -n \"\${SLURM_ARRAY_TASK_ID}p\" array | sh"; } > job
  sbatch --wait --quiet --array="1-$(wc -l < array)" --output='slurm-%a.jsonl' job
  cat slurm-*.jsonl
}

# $1 engine  $2 its name
row() {
  start=$(date +%s.%N)
  "by_$1" < lines > "$1.jsonl"
  end=$(date +%s.%N)
  stipple sweep grid.yaml --collect "$1.jsonl" > "$1.csv" 2> "$1.notes"
  same=$(cmp -s shell.csv "$1.csv" && echo yes || echo no)
  seconds=$(number %.2f b-a a="$start" b="$end")
  [ "$1" = shell ] && alone=$seconds
  echo "| $2 | $(wc -l < lines | tr -d ' ') | $seconds | $(number %.2f a/b a="$seconds" b="$alone") |" \
    "$same |"
}

echo "| Engine | Runs | Seconds | Of the shell's | The same table |"
echo "|---|---|---|---|---|"
row shell "a shell, one after another"
row xargs "xargs -P 2"
row killed_worker "the same, after a worker that was killed"
if command -v parallel > /dev/null; then row parallel "GNU parallel -j 2"; fi
if sinfo > /dev/null 2>&1; then row slurm "a Slurm job array"; fi
