// Normal numbers to the last places of a double, from uniform ones.

/// As many pairs as a vector of doubles has lanes, the numbers of a pair side by side.
typedef double Pairs __attribute__((ext_vector_type(LANES)));
typedef Pairs __attribute__((aligned(8), may_alias)) LoosePairs;

/// The natural logarithm of normal positive numbers. The mantissa is taken between the roots of one
/// half and of 2; the polynomial interpolates `2 artanh(s) / s` at Chebyshev points, relative error
/// 5e-18 before rounding.
INLINE Doubles logarithmDouble(Doubles x) {
  const LongWords offset = (LongWords)x - 0x3FE6A09E667F3BCD;
  const LongWords exponent = offset >> 52;
  const Doubles mantissa = (Doubles)((LongWords)x - (exponent << 52));
  const Doubles s = (mantissa - 1) / (mantissa + 1);
  const Doubles z = s * s;
  Doubles series = z * 0.14616449685043406 + 0.15331721600556041;
  series = series * z + 0.18182889125261722;
  series = series * z + 0.2222221113479508;
  series = series * z + 0.28571428625975485;
  series = series * z + 0.39999999999899504;
  series = series * z + 0.66666666666666697;
  // A whole number below 2^51 in the last places of 1.5 * 2^52.
  const Doubles whole = (Doubles)(exponent + (LongWords)(Doubles)roundingDouble) - roundingDouble;
  // The logarithm of 2 in two parts, of which the first times a whole number is exact.
  return whole * 6.93147180369123816490e-01
      + (whole * 1.90821492927058770002e-10 + (2 * s + s * (z * series)));
}

/// The sine and cosine of an angle of 0 to 1 turns, by the offset from the nearest quarter; the
/// polynomials interpolate at Chebyshev points, error 3e-18 before rounding.
INLINE void circleDouble(Doubles turns, Doubles *sine, Doubles *cosine) {
  const Doubles shifted = turns * 4 + roundingDouble;
  const LongWords quarter = (LongWords)shifted;
  const Doubles r = turns - (shifted - roundingDouble) * 0.25;
  const Doubles z = r * r;
  Doubles s = z * 3.7808689593022955 - 15.093804209987114;
  s = s * z + 42.058685020160894;
  s = s * z - 76.705859704274551;
  s = s * z + 81.605249275948035;
  s = s * z - 41.341702240399636;
  s = (s * z + 6.2831853071795865) * r;
  Doubles c = z * -1.6990343940660636 + 7.9032069115696784;
  c = c * z - 26.426253275854721;
  c = c * z + 60.244641352702009;
  c = c * z - 85.456817206643804;
  c = c * z + 64.939394022668243;
  c = c * z - 19.739208802178717;
  c = c * z + 1;
  // A quarter turns (cosine, sine) into (-sine, cosine), two change both signs.
  const LongWords isOdd = -(quarter & 1);
  const LongWords sineSign = (quarter & 2) << 62;
  const LongWords cosineSign = ((quarter + 1) & 2) << 62;
  *sine = (Doubles)((((LongWords)c & isOdd) | ((LongWords)s & ~isOdd)) ^ sineSign);
  *cosine = (Doubles)((((LongWords)s & isOdd) | ((LongWords)c & ~isOdd)) ^ cosineSign);
}

/// The transformation of Box and Muller 1958, in place, of as many pairs as a vector has lanes.
INLINE void makeNormal(double *numbers) {
  Pairs pairs = *(LoosePairs *)numbers;
  const Doubles radius = __builtin_elementwise_sqrt(-2 * logarithmDouble(pairs.even));
  Doubles sine, cosine;
  circleDouble(pairs.odd, &sine, &cosine);
  pairs.even = radius * cosine;
  pairs.odd = radius * sine;
  *(LoosePairs *)numbers = pairs;
}

static void normalPoints(double *pairs, long count) {
  long i = 0;
  for (; i + LANES <= 2 * count; i += LANES) makeNormal(pairs + i);
  if (i == 2 * count) return;
  double rest[LANES];
  for (long j = 0; j < LANES; j++) rest[j] = i + j < 2 * count ? pairs[i + j] : 0.5;
  makeNormal(rest);
  for (long j = i; j < 2 * count; j++) pairs[j] = rest[j - i];
}
