// The product of two matrices: a tile of the result stays in registers while the depth runs by.

/// Writes a tile to where it belongs.
INLINE void storeTile(
    const KernelProduct *product, long row, long column, const int height, const int width,
    Floats sums[TILE_ROWS][TILE_VECTORS]) {
  const long place = row * product->cStride + column;
  float *c = product->c + place;
#pragma clang loop unroll(full)
  for (int i = 0; i < height; i++)
#pragma clang loop unroll(full)
    for (int j = 0; j < width; j++) store(c + i * product->cStride + j * LANES, sums[i][j]);
  if (!product->scaled) return;
  float *scaled = product->scaled + place;
#pragma clang loop unroll(full)
  for (int i = 0; i < height; i++)
#pragma clang loop unroll(full)
    for (int j = 0; j < width; j++) {
      float *values = scaled + i * product->cStride + j * LANES;
      store(values, load(values) * sums[i][j]);
    }
}

/// A tile of `height` rows and `width` vectors; both are constants where this is called, so the
/// sums become registers.
INLINE void multiplyTile(
    const KernelProduct *product, long row, long column, const int height, const int width) {
  Floats sums[TILE_ROWS][TILE_VECTORS];
  const float *start = product->start + row * product->startStride + column;
#pragma clang loop unroll(full)
  for (int i = 0; i < height; i++)
#pragma clang loop unroll(full)
    for (int j = 0; j < width; j++)
      sums[i][j] = load(start + i * product->startStride + j * LANES);
  const long rowStride = product->rowStride, depthStride = product->depthStride;
  const float *a = product->a + row * rowStride;
  const float *b = product->b + column;
  for (long k = product->depth; k > 0; k--) {
    Floats right[TILE_VECTORS];
#pragma clang loop unroll(full)
    for (int j = 0; j < width; j++) right[j] = load(b + j * LANES);
#pragma clang loop unroll(full)
    for (int i = 0; i < height; i++) {
      Floats left = (Floats)a[i * rowStride];
#pragma clang loop unroll(full)
      for (int j = 0; j < width; j++) sums[i][j] += left * right[j];
    }
    a += depthStride;
    b += product->bStride;
  }
  storeTile(product, row, column, height, width, sums);
}

/// All rows from `row` of `width` vectors of columns.
INLINE void multiplyPanel(
    const KernelProduct *product, long row, long column, const int width) {
  for (; row + TILE_ROWS <= product->rows; row += TILE_ROWS)
    multiplyTile(product, row, column, TILE_ROWS, width);
#if TILE_ROWS > 4
  for (; row + 4 <= product->rows; row += 4) multiplyTile(product, row, column, 4, width);
#endif
  for (; row < product->rows; row++) multiplyTile(product, row, column, 1, width);
}

/// How many vectors of rows there are in a tile of two columns.
#define TALL 4

/// Two columns of a product whose A is stored by columns, as in the gradient of a last layer's
/// weights: vectors of rows are full where vectors of columns would be almost empty.
///
/// Returns the number of rows that were done.
static long multiplyTwoColumns(const KernelProduct *product) {
  long row = 0;
  for (; row + TALL * LANES <= product->rows; row += TALL * LANES) {
    Floats sums[2][TALL] = {{(Floats)0}};
    const float *a = product->a + row;
    const float *b = product->b;
    for (long k = product->depth; k > 0; k--) {
#pragma clang loop unroll(full)
      for (int i = 0; i < TALL; i++) {
        const Floats left = load(a + i * LANES);
        sums[0][i] += left * b[0];
        sums[1][i] += left * b[1];
      }
      a += product->depthStride;
      b += product->bStride;
    }
    for (int i = 0; i < TALL * LANES; i++) {
      const float *start = product->start + (row + i) * product->startStride;
      float *c = product->c + (row + i) * product->cStride;
      c[0] = start[0] + sums[0][i / LANES][i % LANES];
      c[1] = start[1] + sums[1][i / LANES][i % LANES];
    }
  }
  return row;
}

/// The deepest product that `multiplyIntoTwoColumns` does.
#define DEEPEST 512

/// Two columns of a product whose A is stored by rows, as in the last layer: the columns of B are
/// gathered, and vectors run along the depth.
static void multiplyIntoTwoColumns(const KernelProduct *product) {
  float columns[2][DEEPEST] __attribute__((aligned(64)));
  const long depth = product->depth, whole = depth / LANES * LANES;
  for (long k = 0; k < depth; k++)
    for (int j = 0; j < 2; j++) columns[j][k] = product->b[k * product->bStride + j];
  for (long row = 0; row < product->rows; row++) {
    const float *a = product->a + row * product->rowStride;
    const float *start = product->start + row * product->startStride;
    float *c = product->c + row * product->cStride;
    Floats sums[2] = {(Floats)0, (Floats)0};
    for (long k = 0; k < whole; k += LANES)
      for (int j = 0; j < 2; j++) sums[j] += load(a + k) * load(columns[j] + k);
    for (int j = 0; j < 2; j++) {
      float sum = start[j] + total(sums[j]);
      for (long k = whole; k < depth; k++) sum += a[k] * columns[j][k];
      c[j] = sum;
    }
  }
}

static void multiply(const KernelProduct *product) {
  const bool isNarrow = product->columns == 2 && !product->scaled;
  if (isNarrow && product->depthStride == 1 && product->depth <= DEEPEST) {
    multiplyIntoTwoColumns(product);
    return;
  }
  const long row = isNarrow && product->rowStride == 1 ? multiplyTwoColumns(product) : 0;
  long column = 0;
#if TILE_VECTORS == 4
  for (; column + 3 * LANES < product->columns; column += 4 * LANES)
    multiplyPanel(product, row, column, 4);
#endif
  for (; column + LANES < product->columns; column += 2 * LANES)
    multiplyPanel(product, row, column, 2);
  if (column < product->columns) multiplyPanel(product, row, column, 1);
}
