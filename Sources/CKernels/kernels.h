#ifndef KERNELS_H
#define KERNELS_H

#include "CKernels.h"

/// The functions of one version.
typedef struct {
  void (*multiply)(const KernelProduct *);
  void (*activate)(const KernelActivation *);
  void (*addRows)(const float *, long, long, long, float *);
  void (*transpose)(const KernelTransposition *);
  void (*embed)(const KernelEmbedding *);
  void (*normals)(const uint32_t *, float *, long);
  void (*normalPoints)(double *, long);
  void (*optimize)(const KernelOptimizerStep *);
  void (*optimizeFree)(const KernelOptimizerStep *);
  float (*squaredNorm)(const float *, long);
  void (*posteriorOffset)(const KernelPosterior *, float *);
  void (*estimate)(const KernelLobe *, long, const double *, long, double, double *);
  void (*density)(const KernelLobe *, long, const double *, long, double *, double *);
} Kernels;

extern const Kernels baselineKernels;
#ifdef __x86_64__
extern const Kernels avx2Kernels;
extern const Kernels avx512Kernels;
extern const Kernels avx512BFloatKernels;
#endif

#endif
