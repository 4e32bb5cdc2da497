// All functions of a version, and the table of them.

#include "product.h"
#include "elementwise.h"
#include "optimizer.h"
#include "mixture.h"

#define KERNELS                                                                               \
  {                                                                                           \
    .multiply = multiply, .activate = activate, .scale = scale, .addRows = addRows,           \
    .transpose = transpose, .circle = circle, .optimize = optimize, .estimate = estimate,     \
    .density = density,                                                                       \
  }
