#ifdef __x86_64__
#include <immintrin.h>

#pragma clang attribute push(__attribute__((target("avx2,fma,bmi2"))), apply_to = function)

#define LANES 8
#define TILE_ROWS 6
#define TILE_VECTORS 2
#include "Lanes/vectors.h"

INLINE bool anyReach(Doubles values, Doubles limits) {
  return _mm256_movemask_pd(_mm256_cmp_pd((__m256d)values, (__m256d)limits, _CMP_GE_OQ)) != 0;
}

/// Two steps of Newton, in the form that ends at the nearest float: the reciprocal of 1 is 1.
INLINE Floats reciprocal(Floats x) {
  Floats guess = (Floats)_mm256_rcp_ps((__m256)x);
  guess = guess + guess * (1 - x * guess);
  return guess + guess * (1 - x * guess);
}

#include "Lanes/functions.h"

#pragma clang attribute pop

const Kernels avx2Kernels = KERNELS;
#endif
