// What moves the parameters, and their moving average.

/// The sum of the shards' gradients.
INLINE Floats gradientAt(const KernelOptimizerStep *step, long i) {
  Floats gradient = load(step->gradients + i);
  for (long shard = 1; shard < step->shards; shard++)
    gradient += load(step->gradients + shard * step->gradientDistance + i);
  return gradient * step->gradientScale;
}

/// The next second moment and what it divides by.
INLINE Floats spread(const KernelOptimizerStep *step, long i, Floats gradient) {
  const Floats second =
      load(step->secondMoments + i) * step->keptSecond + gradient * gradient * step->newSecond;
  store(step->secondMoments + i, second);
  return __builtin_elementwise_sqrt(second) * step->secondScale + step->epsilon;
}

/// Adam (Kingma and Ba 2015, algorithm 1), with decay apart from the gradient (Loshchilov and
/// Hutter 2019).
static void optimize(const KernelOptimizerStep *step) {
  const KernelOptimizerStep s = *step;
  for (long i = 0; i < s.count; i += LANES) {
    const Floats gradient = gradientAt(&s, i);
    const Floats divisor = spread(&s, i, gradient);
    const Floats first = load(s.firstMoments + i) * s.keptFirst + gradient * s.newFirst;
    const Floats parameter = load(s.parameters + i) * s.keptParameter - s.rate * first / divisor;
    const Floats average = load(s.average + i);
    store(s.firstMoments + i, first);
    store(s.parameters + i, parameter);
    store(s.average + i, average + s.averageShare * (parameter - average));
  }
}

/// Schedule-free Adam (Defazio et al. 2024): a point moves, its weighted average is the answer, and
/// the parameters, where gradients are taken, lie between the two.
static void optimizeFree(const KernelOptimizerStep *step) {
  const KernelOptimizerStep s = *step;
  for (long i = 0; i < s.count; i += LANES) {
    const Floats gradient = gradientAt(&s, i);
    const Floats divisor = spread(&s, i, gradient);
    const Floats moving =
        load(s.firstMoments + i) * s.keptParameter - s.rate * gradient / divisor;
    const Floats before = load(s.average + i);
    const Floats average = before + s.averageShare * (moving - before);
    store(s.firstMoments + i, moving);
    store(s.average + i, average);
    store(s.parameters + i, average * s.keptFirst + moving * s.newFirst);
  }
}
