// What is done to every number of a row or column by itself.

static void addRows(const float *matrix, long rows, long columns, long distance, float *sums) {
  for (long column = 0; column < columns; column += LANES) {
    Floats sum = load(sums + column);
    for (long row = 0; row < rows; row++) sum += load(matrix + row * distance + column);
    store(sums + column, sum);
  }
}

/// The sine and cosine of an angle in turns, by doubling the half angle.
static void circle(const float *turns, float *sines, float *cosines, long count) {
  for (long i = 0; i < count; i += LANES) {
    Floats t = load(turns + i);
    Floats f = t - ((t + roundingFloat) - roundingFloat);
    Floats z = f * f;
    Floats s = z * 0.07765591f - 0.59829041f;
    s = s * z + 2.5500774f;
    s = s * z - 5.1677101f;
    s = (s * z + 3.14159264f) * f;
    Floats c = z * -0.02439593f + 0.23493707f;
    c = c * z - 1.33521195f;
    c = c * z + 4.05870915f;
    c = c * z - 4.93480214f;
    c = c * z + 1;
    store(sines + i, 2 * s * c);
    store(cosines + i, 1 - 2 * s * s);
  }
}

static float squaredNorm(const float *values, long count) {
  Floats sums[2] = {(Floats)0, (Floats)0};
  long i = 0;
  for (; i + 2 * LANES <= count; i += 2 * LANES)
    for (int j = 0; j < 2; j++) {
      const Floats value = load(values + i + j * LANES);
      sums[j] += value * value;
    }
  float sum = total(sums[0] + sums[1]);
  for (; i < count; i++) sum += values[i] * values[i];
  return sum;
}
