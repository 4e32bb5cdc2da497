// Sums over the Gaussians of a mixture, weighted by their shares of the density at each point; a
// vector holds as many points as it has lanes.

#define POINTS (LANES / 2)
/// How many exponents are kept between the search for the largest and the sums.
#define LOBES_AT_ONCE 256

/// A lobe whose exponent is this far below the largest changes no digit of a sum of 100,000.
static const double negligible = 50;
/// What is further below is as good as nothing; the exponential is exact down to here.
static const double lowest = -700;

typedef struct {
  Doubles x, y;
} Places;

/// Points given as x, y; where fewer than a vector are left, the last is repeated.
INLINE Places placesAt(const double *points, long count) {
  Places places;
  for (int i = 0; i < POINTS; i++) {
    const double *point = points + 2 * (i < count ? i : count - 1);
    places.x[i] = point[0];
    places.y[i] = point[1];
  }
  return places;
}

INLINE Doubles larger(Doubles one, Doubles other) { return one > other ? one : other; }

/// Writes the exponents of lobes and returns the largest, or `peak` where that is larger.
INLINE Doubles exponents(
    const KernelLobe *lobes, long count, Places places, Doubles peak, Doubles *results) {
  for (long k = 0; k < count; k++) {
    const KernelLobe *lobe = lobes + k;
    Doubles dx = places.x - lobe->meanX;
    Doubles dy = places.y - lobe->meanY;
    Doubles pullX = lobe->precisionXX * dx + lobe->precisionXY * dy;
    Doubles pullY = lobe->precisionXY * dx + lobe->precisionYY * dy;
    results[k] = lobe->logFactor - 0.5 * (dx * pullX + dy * pullY);
    peak = larger(results[k], peak);
  }
  return peak;
}

/// The weight of an exponent relative to the largest.
INLINE Doubles weight(Doubles exponent, Doubles peak) {
  return exponentialDouble(larger(exponent - peak, (Doubles)lowest));
}

static void estimate(
    const KernelLobe *lobes, long lobeCount, const double *points, long count,
    double noiseScale, double *estimates) {
  Doubles results[LOBES_AT_ONCE];
  for (long first = 0; first < count; first += POINTS) {
    const Places places = placesAt(points + 2 * first, count - first);
    Doubles peak = (Doubles)-INFINITY;
    Doubles total = (Doubles)0, pullX = total, pullY = total, cleanX = total, cleanY = total;
    for (long some = 0; some < lobeCount; some += LOBES_AT_ONCE) {
      const long many = lobeCount - some < LOBES_AT_ONCE ? lobeCount - some : LOBES_AT_ONCE;
      const Doubles newPeak = exponents(lobes + some, many, places, peak, results);
      if (some > 0) {
        const Doubles factor = weight(peak, newPeak);
        total *= factor;
        pullX *= factor;
        pullY *= factor;
        cleanX *= factor;
        cleanY *= factor;
      }
      peak = newPeak;
      // Very far out the two are the same number, which the largest exponent still reaches.
      const Doubles limit = peak - negligible;
      for (long k = 0; k < many; k++) {
        if (!anyReach(results[k], limit)) continue;
        const KernelLobe *lobe = lobes + some + k;
        const Doubles share = weight(results[k], peak);
        const Doubles dx = places.x - lobe->meanX;
        const Doubles dy = places.y - lobe->meanY;
        total += share;
        pullX += share * (lobe->precisionXX * dx + lobe->precisionXY * dy);
        pullY += share * (lobe->precisionXY * dx + lobe->precisionYY * dy);
        cleanX += share * (lobe->originX + lobe->gainXX * dx + lobe->gainXY * dy);
        cleanY += share * (lobe->originY + lobe->gainYX * dx + lobe->gainYY * dy);
      }
    }
    const Doubles scale = 1 / total;
    const Doubles pullScale = scale * noiseScale;
    const Doubles sums[4] = {
      cleanX * scale, cleanY * scale, pullX * pullScale, pullY * pullScale};
    double *place = estimates + 4 * first;
    for (int i = 0; i < POINTS && first + i < count; i++)
      for (int j = 0; j < 4; j++) place[4 * i + j] = sums[j][i];
  }
}

static void density(
    const KernelLobe *lobes, long lobeCount, const double *points, long count, double *peaks,
    double *totals) {
  Doubles results[LOBES_AT_ONCE];
  for (long first = 0; first < count; first += POINTS) {
    const Places places = placesAt(points + 2 * first, count - first);
    Doubles peak = (Doubles)-INFINITY;
    Doubles total = (Doubles)0;
    for (long some = 0; some < lobeCount; some += LOBES_AT_ONCE) {
      const long many = lobeCount - some < LOBES_AT_ONCE ? lobeCount - some : LOBES_AT_ONCE;
      const Doubles newPeak = exponents(lobes + some, many, places, peak, results);
      if (some > 0) total *= weight(peak, newPeak);
      peak = newPeak;
      const Doubles limit = peak - negligible;
      for (long k = 0; k < many; k++)
        if (anyReach(results[k], limit)) total += weight(results[k], peak);
    }
    for (int i = 0; i < POINTS && first + i < count; i++) {
      peaks[first + i] = peak[i];
      totals[first + i] = total[i];
    }
  }
}
