// All functions of a version, and the table of them.

#include "product.h"
#include "transpose.h"
#include "activation.h"
#include "elementwise.h"
#include "circle.h"
#include "normals.h"
#include "optimizer.h"
#include "mixture.h"

#define KERNELS                                                                               \
  {                                                                                           \
    .multiply = multiply, .activate = activate, .addRows = addRows,                           \
    .transpose = transpose, .embed = embed, .normals = normals,                               \
    .normalPoints = normalPoints, .optimize = optimize, .optimizeFree = optimizeFree,         \
    .squaredNorm = squaredNorm, .estimate = estimate, .density = density,                     \
  }
