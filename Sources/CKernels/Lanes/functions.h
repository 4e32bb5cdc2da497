// All functions of a version, and the table of them.

#include "product.h"
#include "transpose.h"
#include "activation.h"
#include "elementwise.h"
#include "circle.h"
#include "normals.h"
#include "optimizer.h"
#include "posterior.h"
#include "mixture.h"

#ifndef MULTIPLY
#define MULTIPLY multiply
#endif

#define KERNELS                                                                               \
  {                                                                                           \
    .multiply = MULTIPLY, .activate = activate, .addRows = addRows,                           \
    .transpose = transpose, .embed = embed, .normals = normals,                               \
    .normalPoints = normalPoints, .optimize = optimize, .optimizeFree = optimizeFree,         \
    .squaredNorm = squaredNorm, .posteriorOffset = posteriorOffset, .estimate = estimate,     \
    .density = density,                                                                       \
  }
