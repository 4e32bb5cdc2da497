// What is done to every number of a row or column by itself.

static void addRows(const float *matrix, long rows, long columns, long distance, float *sums) {
  for (long column = 0; column < columns; column += LANES) {
    Floats sum = load(sums + column);
    for (long row = 0; row < rows; row++) sum += load(matrix + row * distance + column);
    store(sums + column, sum);
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
