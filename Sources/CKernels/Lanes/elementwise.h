// What is done to every number of a row by itself.

static void activate(float *values, float *slopes, long count) {
  if (slopes) {
    for (long i = 0; i < count; i += LANES) {
      Floats z = load(values + i);
      Floats share = 1 / (1 + exponential(-z));
      Floats value = z * share;
      store(values + i, value);
      store(slopes + i, share + value * (1 - share));
    }
  } else {
    for (long i = 0; i < count; i += LANES) {
      Floats z = load(values + i);
      store(values + i, z / (1 + exponential(-z)));
    }
  }
}

static void scale(float *values, const float *factors, long count) {
  for (long i = 0; i < count; i += LANES)
    store(values + i, load(values + i) * load(factors + i));
}

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
