// The functions between the layers, with their derivatives.

/// z / (1 + exp(-z)).
INLINE Floats silu(Floats z, Floats *slope) {
  const Floats share = reciprocal(1 + exponential(-z));
  const Floats value = z * share;
  *slope = share + value * (1 - share);
  return value;
}

/// z times the probability that a standard normal number is below z, to 1e-7 (Abramowitz and Stegun
/// 1964, 7.1.26).
INLINE Floats gelu(Floats z, Floats *slope) {
  const Floats size = z < 0 ? -z : z;
  const Floats bell = exponential(z * z * -0.5f);
  const Floats t = reciprocal(1 + size * 0.23164189f);
  Floats tail = t * 0.53070271f - 0.72657601f;
  tail = tail * t + 0.71070687f;
  tail = tail * t - 0.14224837f;
  tail = tail * t + 0.12741480f;
  tail = tail * t * bell;
  const Floats share = z < 0 ? tail : 1 - tail;
  *slope = share + z * bell * 0.39894228f;
  return z * share;
}

INLINE void activateAll(
    const KernelActivation *activation, Floats (*const function)(Floats, Floats *)) {
  const KernelActivation a = *activation;
  for (long i = 0; i < a.count; i += LANES) {
    Floats slope;
    Floats value = function(load(a.values + i), &slope);
    if (a.skipped) value += load(a.skipped + i);
    store(a.values + i, value);
    if (a.slopes) store(a.slopes + i, slope);
  }
}

static void activate(const KernelActivation *activation) {
  if (activation->function == kernelGELU)
    activateAll(activation, gelu);
  else
    activateAll(activation, silu);
}
