// Vectors of LANES floats, or half as many doubles, and the elementary functions of them. Included
// once by each version, which sets LANES; nothing here is seen outside of that version.

#include <math.h>

#include "../kernels.h"

#define INLINE static inline __attribute__((always_inline))

typedef float Floats __attribute__((ext_vector_type(LANES)));
typedef int32_t Words __attribute__((ext_vector_type(LANES)));
typedef double Doubles __attribute__((ext_vector_type(LANES / 2)));
typedef int64_t LongWords __attribute__((ext_vector_type(LANES / 2)));
typedef uint32_t __attribute__((ext_vector_type(LANES), aligned(4), may_alias)) LooseWords;
typedef Floats __attribute__((aligned(4), may_alias)) LooseFloats;
typedef Doubles __attribute__((aligned(8), may_alias)) LooseDoubles;

INLINE Floats load(const float *floats) { return *(const LooseFloats *)floats; }
INLINE void store(float *floats, Floats values) { *(LooseFloats *)floats = values; }
INLINE void storeDoubles(double *doubles, Doubles values) { *(LooseDoubles *)doubles = values; }

/// The sum of the lanes.
INLINE float total(Floats values) {
#if LANES == 16
  const __auto_type half = values.lo + values.hi;
  const __auto_type four = half.lo + half.hi;
#elif LANES == 8
  const __auto_type four = values.lo + values.hi;
#else
  const Floats four = values;
#endif
  return (four[0] + four[2]) + (four[1] + four[3]);
}

/// Adding and taking away 1.5 * 2^23 rounds to the nearest whole number.
static const float roundingFloat = 12582912;
static const double roundingDouble = 6755399441055744;

/// exp(x), with x taken to be within 87 of 0, where the result is neither 0 nor infinite.
INLINE Floats exponential(Floats x) {
  const Floats limit = (Floats)87;
  x = x < limit ? x : limit;
  x = x > -limit ? x : -limit;
  Floats t = x * 1.44269504f;
  Floats shifted = t + roundingFloat;
  Floats f = t - (shifted - roundingFloat);
  Floats power = f * 1.3390878e-3f + 9.676036e-3f;
  power = power * f + 5.550357e-2f;
  power = power * f + 2.4022107e-1f;
  power = power * f + 6.9314719e-1f;
  power = power * f + 1;
  return (Floats)((Words)power + ((Words)shifted << 23));
}

/// exp(x) for x from -700 to 0, to the last place: the polynomial interpolates at Chebyshev points
/// of half a power of two, relative error 1.6e-17 before rounding.
INLINE Doubles exponentialDouble(Doubles x) {
  Doubles shifted = x * 1.4426950408889634 + roundingDouble;
  Doubles whole = shifted - roundingDouble;
  Doubles r = x - whole * 6.93147180369123816490e-01;
  r = r - whole * 1.90821492927058770002e-10;
  Doubles power = r * 2.5110063179720418e-08 + 2.763267289589604e-07;
  power = power * r + 2.755724084945052e-06;
  power = power * r + 2.4801485392432067e-05;
  power = power * r + 0.00019841269890111707;
  power = power * r + 0.0013888888952398775;
  power = power * r + 0.008333333333319577;
  power = power * r + 0.04166666666648778;
  power = power * r + 0.1666666666666668;
  power = power * r + 0.5000000000000019;
  power = power * r + 1;
  power = power * r + 1;
  return (Doubles)((LongWords)power + ((LongWords)shifted << 52));
}
