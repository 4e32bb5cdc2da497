// Four lanes are what every 64-bit processor has; ARM has twice as many registers for them.
#define LANES 4
#ifdef __aarch64__
#define TILE_ROWS 8
#else
#define TILE_ROWS 4
#endif
#define TILE_VECTORS 2
#include "Lanes/vectors.h"

INLINE bool anyReach(Doubles values, Doubles limits) {
  return values[0] >= limits[0] || values[1] >= limits[1];
}

INLINE Floats reciprocal(Floats x) { return 1 / x; }

#include "Lanes/functions.h"

const Kernels baselineKernels = KERNELS;
