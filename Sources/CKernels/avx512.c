#ifdef __x86_64__
#include <immintrin.h>

#pragma clang attribute push(                                                                  \
    __attribute__((                                                                            \
        target("avx512f,avx512vl,avx512dq,avx512bw,avx2,fma,bmi2"), min_vector_width(512))),   \
    apply_to = function)

#define LANES 16
// With 32 registers, wide tiles: fewer elements of A are spread for each product.
#define TILE_ROWS 6
#define TILE_VECTORS 4
#include "Lanes/vectors.h"

INLINE bool anyReach(Doubles values, Doubles limits) {
  return _mm512_cmp_pd_mask((__m512d)values, (__m512d)limits, _CMP_GE_OQ) != 0;
}

INLINE Floats reciprocal(Floats x) {
  const Floats guess = (Floats)_mm512_rcp14_ps((__m512)x);
  return guess + guess * (1 - x * guess);
}

#include "Lanes/functions.h"

#pragma clang attribute pop

const Kernels avx512Kernels = KERNELS;
#endif
