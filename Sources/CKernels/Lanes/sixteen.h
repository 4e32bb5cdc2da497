// Sixteen lanes, with what AVX-512 has an instruction for.

#define LANES 16
// With 32 registers, wide tiles: fewer elements of A are spread for each product.
#define TILE_ROWS 6
#define TILE_VECTORS 4
#include "vectors.h"

INLINE bool anyReach(Doubles values, Doubles limits) {
  return _mm512_cmp_pd_mask((__m512d)values, (__m512d)limits, _CMP_GE_OQ) != 0;
}

INLINE Floats reciprocal(Floats x) {
  const Floats guess = (Floats)_mm512_rcp14_ps((__m512)x);
  return guess + guess * (1 - x * guess);
}
