// Adam (Kingma and Ba 2015, algorithm 1) and the moving average of the parameters.

static void optimize(const KernelOptimizerStep *step) {
  const KernelOptimizerStep s = *step;
  for (long i = 0; i < s.count; i += LANES) {
    Floats gradient = load(s.gradients + i);
    for (long shard = 1; shard < s.shards; shard++)
      gradient += load(s.gradients + shard * s.gradientDistance + i);
    Floats first = load(s.firstMoments + i) * s.keptFirst + gradient * s.newFirst;
    Floats second =
        load(s.secondMoments + i) * s.keptSecond + gradient * gradient * s.newSecond;
    Floats root = __builtin_elementwise_sqrt(second) * s.secondScale;
    Floats parameter = load(s.parameters + i) - s.rate * first / (root + s.epsilon);
    Floats average = load(s.average + i);
    store(s.firstMoments + i, first);
    store(s.secondMoments + i, second);
    store(s.parameters + i, parameter);
    store(s.average + i, average + s.averageShare * (parameter - average));
  }
}
