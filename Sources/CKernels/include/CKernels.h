#ifndef CKERNELS_H
#define CKERNELS_H

#include <stdbool.h>
#include <stdint.h>

// The arithmetic that takes all the time, once for every set of vector instructions. The plain
// Swift versions in the engine say what each function computes; these say it faster.

#pragma clang assume_nonnull begin

/// The sets of vector instructions there is a version for.
enum {
  /// What every processor of its kind has: SSE2 or NEON.
  kernelsBaseline,
  kernelsAVX2,
  kernelsAVX512,
  kernelsAVX512BFloat,
};

/// Whether this processor can run a version.
bool kernelsAreAvailable(int version);

/// `C = start + A * B`, where `A[i][k]` is `a[i * rowStride + k * depthStride]`.
typedef struct {
  long rows, columns, depth;
  const float *a;
  long rowStride, depthStride;
  const float *b;
  long bStride;
  float *c;
  long cStride;
  const float *start;
  long startStride;
  /// As many numbers as C has, as far apart, to be multiplied by those of C; or none.
  float *_Nullable scaled;
} KernelProduct;

/// `to[j][i] = from[i][j]`.
typedef struct {
  long rows, columns;
  const float *from;
  long fromStride;
  float *to;
  long toStride;
} KernelTransposition;

/// The functions between the layers.
enum {
  kernelSiLU,
  kernelGELU,
};

/// `values = skipped + f(values)` and, where asked for, `slopes = f'(values)`.
typedef struct {
  int function;
  float *values;
  float *_Nullable slopes;
  const float *_Nullable skipped;
  long count;
} KernelActivation;

/// The sines and cosines of projections of points, a row for each point.
typedef struct {
  /// The coordinates of the points, x and y by turns.
  const float *points;
  long count;
  /// The projections in turns: how many, a multiple of 16, and what the coordinates are multiplied
  /// by.
  long projections;
  const float *turnsX, *turnsY;
  /// Where the sines go, and the cosines after them.
  float *rows;
  long distance;
} KernelEmbedding;

/// A step of an optimizer and of the moving average of the parameters.
typedef struct {
  long count;
  float *parameters, *firstMoments, *secondMoments, *average;
  const float *gradients;
  /// How many gradients, `gradientDistance` floats apart, are to be summed.
  long shards, gradientDistance;
  float gradientScale, keptFirst, newFirst, keptSecond, newSecond;
  float rate, secondScale, epsilon, keptParameter, averageShare;
} KernelOptimizerStep;

/// One of some points, of which a noisy point was made, among all that it might have been made of.
typedef struct {
  /// The points: how many, a multiple of 16, and what each of them counts.
  long count;
  const float *x, *y, *shares;
  /// The one, the noise that was added in units of its deviation, and how many of these a unit is.
  float ownX, ownY, noiseX, noiseY, ratio;
} KernelPosterior;

/// A Gaussian of a mixture at a noise level.
typedef struct {
  /// The logarithm of the weight and of the density's factor.
  double logFactor;
  double meanX, meanY;
  /// The inverse of the covariance.
  double precisionXX, precisionXY, precisionYY;
  /// The clean mean, from which the clean estimate starts.
  double originX, originY;
  /// How much of an offset from the mean belongs to the clean point, in row order.
  double gainXX, gainXY, gainYX, gainYY;
} KernelLobe;

void kernelMultiply(int version, const KernelProduct *product);
void kernelActivate(int version, const KernelActivation *activation);
void kernelAddRows(
    int version, const float *matrix, long rows, long columns, long distance, float *sums);
void kernelTranspose(int version, const KernelTransposition *transposition);
void kernelEmbed(int version, const KernelEmbedding *embedding);
/// Pairs of standard-normal numbers from pairs of random words; the first and second numbers of all
/// pairs stand together, as do the words. `pairs` is a multiple of 16.
void kernelNormals(int version, const uint32_t *words, float *normals, long pairs);
/// Turns pairs of numbers in (0, 1), side by side, into pairs of standard-normal numbers, to the last
/// places of a double.
void kernelNormalPoints(int version, double *pairs, long count);
/// Adam.
void kernelOptimize(int version, const KernelOptimizerStep *step);
/// Adam without a schedule: the first moments are the point that moves.
void kernelOptimizeFree(int version, const KernelOptimizerStep *step);
/// The sum of the squares.
float kernelSquaredNorm(int version, const float *values, long count);
/// How far the mean of the points is from the one, `own - point`, each weighed by what it counts and by
/// how probable it makes the noisy point: x and y.
void kernelPosteriorOffset(int version, const KernelPosterior *posterior, float *offset);

/// The posterior means at points given as x, y: for each the clean x and y, and the noise x and y,
/// which is the negative score times `noiseScale`.
void kernelEstimate(
    int version, const KernelLobe *lobes, long lobeCount, const double *points, long count,
    double noiseScale, double *estimates);

/// The logarithm of the density at points given as x, y, in two parts to be added: the largest
/// exponent, and the number whose logarithm is the rest.
void kernelDensity(
    int version, const KernelLobe *lobes, long lobeCount, const double *points, long count,
    double *peaks, double *totals);

/// Tells the processor that this thread waits for another one.
void kernelPause(void);

#pragma clang assume_nonnull end

#endif
