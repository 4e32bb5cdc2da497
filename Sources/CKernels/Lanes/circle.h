// Sines and cosines, and what is made with them.

/// The sine and cosine of an angle in turns, by doubling the half angle.
INLINE void circle(Floats t, Floats *sine, Floats *cosine) {
  const Floats f = t - ((t + roundingFloat) - roundingFloat);
  const Floats z = f * f;
  Floats s = z * 0.07765591f - 0.59829041f;
  s = s * z + 2.5500774f;
  s = s * z - 5.1677101f;
  s = (s * z + 3.14159264f) * f;
  Floats c = z * -0.02439593f + 0.23493707f;
  c = c * z - 1.33521195f;
  c = c * z + 4.05870915f;
  c = c * z - 4.93480214f;
  c = c * z + 1;
  *sine = 2 * s * c;
  *cosine = 1 - 2 * s * s;
}

static void embed(const KernelEmbedding *embedding) {
  const KernelEmbedding e = *embedding;
  for (long point = 0; point < e.count; point++) {
    const Floats x = (Floats)e.points[2 * point], y = (Floats)e.points[2 * point + 1];
    float *row = e.rows + point * e.distance;
    for (long i = 0; i < e.projections; i += LANES) {
      Floats sine, cosine;
      circle(x * load(e.turnsX + i) + y * load(e.turnsY + i), &sine, &cosine);
      store(row + i, sine);
      store(row + e.projections + i, cosine);
    }
  }
}

/// The natural logarithm of normal positive numbers. Exponents are counted from the root of one
/// half, which keeps the mantissa within a factor of the root of 2 of 1.
INLINE Floats logarithm(Floats x) {
  const Words offset = (Words)x - 0x3F3504F3;
  const Words exponent = offset >> 23;
  const Floats mantissa = (Floats)((Words)x - (exponent << 23));
  const Floats s = (mantissa - 1) * reciprocal(mantissa + 1);
  const Floats z = s * s;
  Floats series = z * 0.22222222f + 0.28571429f;
  series = series * z + 0.4f;
  series = series * z + 0.66666667f;
  series = series * z + 2;
  return __builtin_convertvector(exponent, Floats) * 0.69314718f + s * series;
}

/// A number in (0, 1) from the upper 24 bits.
INLINE Floats uniform(const uint32_t *words) {
  const Words upper = (Words)(*(const LooseWords *)words >> 8);
  return (__builtin_convertvector(upper, Floats) + 0.5f) * 0x1p-24f;
}

/// The transformation of Box and Muller 1958.
static void normals(const uint32_t *words, float *normals, long pairs) {
  for (long i = 0; i < pairs; i += LANES) {
    const Floats radius = __builtin_elementwise_sqrt(-2 * logarithm(uniform(words + i)));
    Floats sine, cosine;
    circle(uniform(words + pairs + i), &sine, &cosine);
    store(normals + i, radius * cosine);
    store(normals + pairs + i, radius * sine);
  }
}
