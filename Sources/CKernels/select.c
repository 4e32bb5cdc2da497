#include "kernels.h"

#ifdef __x86_64__
bool kernelsAreAvailable(int version) {
  __builtin_cpu_init();
  switch (version) {
    case kernelsBaseline:
      return true;
    case kernelsAVX2:
      return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
    case kernelsAVX512:
      return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl")
          && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512bw")
          && __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
    case kernelsAVX512BFloat:
      return kernelsAreAvailable(kernelsAVX512) && __builtin_cpu_supports("avx512bf16");
    default:
      return false;
  }
}

static const Kernels *table(int version) {
  switch (version) {
    case kernelsAVX512BFloat:
      return &avx512BFloatKernels;
    case kernelsAVX512:
      return &avx512Kernels;
    case kernelsAVX2:
      return &avx2Kernels;
    default:
      return &baselineKernels;
  }
}

void kernelPause(void) { __builtin_ia32_pause(); }
#else
bool kernelsAreAvailable(int version) { return version == kernelsBaseline; }

static const Kernels *table(int version) {
  (void)version;
  return &baselineKernels;
}

#ifdef __aarch64__
void kernelPause(void) { __asm__ volatile("isb" ::: "memory"); }
#else
void kernelPause(void) {}
#endif
#endif

void kernelMultiply(int version, const KernelProduct *product) {
  table(version)->multiply(product);
}

void kernelActivate(int version, const KernelActivation *activation) {
  table(version)->activate(activation);
}

void kernelAddRows(
    int version, const float *matrix, long rows, long columns, long distance, float *sums) {
  table(version)->addRows(matrix, rows, columns, distance, sums);
}

void kernelTranspose(int version, const KernelTransposition *transposition) {
  table(version)->transpose(transposition);
}

void kernelEmbed(int version, const KernelEmbedding *embedding) {
  table(version)->embed(embedding);
}

void kernelNormals(int version, const uint32_t *words, float *normals, long pairs) {
  table(version)->normals(words, normals, pairs);
}

void kernelNormalPoints(int version, double *pairs, long count) {
  table(version)->normalPoints(pairs, count);
}

void kernelOptimize(int version, const KernelOptimizerStep *step) {
  table(version)->optimize(step);
}

void kernelOptimizeFree(int version, const KernelOptimizerStep *step) {
  table(version)->optimizeFree(step);
}

float kernelSquaredNorm(int version, const float *values, long count) {
  return table(version)->squaredNorm(values, count);
}

void kernelPosteriorOffset(int version, const KernelPosterior *posterior, float *offset) {
  table(version)->posteriorOffset(posterior, offset);
}

void kernelEstimate(
    int version, const KernelLobe *lobes, long lobeCount, const double *points, long count,
    double noiseScale, double *estimates) {
  table(version)->estimate(lobes, lobeCount, points, count, noiseScale, estimates);
}

void kernelDensity(
    int version, const KernelLobe *lobes, long lobeCount, const double *points, long count,
    double *peaks, double *totals) {
  table(version)->density(lobes, lobeCount, points, count, peaks, totals);
}
