// The product of two matrices whose elements are rounded to bfloat16, which has the exponent of a
// float and 8 bits of its mantissa: two of their products are added at a time, to sums that are floats.

/// The most pairs of elements that are packed of A, and of 64 columns of B.
#define MOST_PAIRS 16384

/// Two vectors in pairs: one of each, the first below.
INLINE __m512i paired(Floats first, Floats second) {
  const __m512i both = (__m512i)_mm512_cvtne2ps_pbh((__m512)second, (__m512)first);
  const __m512i order = _mm512_set_epi16(
      31, 15, 30, 14, 29, 13, 28, 12, 27, 11, 26, 10, 25, 9, 24, 8, 23, 7, 22, 6, 21, 5, 20, 4, 19,
      3, 18, 2, 17, 1, 16, 0);
  return _mm512_permutexvar_epi16(order, both);
}

/// The first of some numbers, and zeros after them.
INLINE Floats loadFirst(const float *floats, long count) {
  const __mmask16 mask = count >= 16 ? 0xFFFF : count <= 0 ? 0 : (1u << count) - 1;
  return (Floats)_mm512_maskz_loadu_ps(mask, floats);
}

/// A in pairs of neighbours along the depth, a row for each of its rows.
static void packRows(const KernelProduct *product, long distance, uint32_t *packed) {
  for (long row = 0; row < product->rows; row++) {
    const float *a = product->a + row * product->rowStride;
    for (long k = 0; k < product->depth; k += 32) {
      const Floats first = loadFirst(a + k, product->depth - k);
      const Floats second = loadFirst(a + k + 16, product->depth - k - 16);
      _mm512_storeu_si512(
          packed + row * distance + k / 2,
          (__m512i)_mm512_cvtne2ps_pbh((__m512)second, (__m512)first));
    }
  }
}

/// A that is stored by columns, in pairs of neighbours along the depth, a row for each pair.
static void packColumns(const KernelProduct *product, long distance, uint32_t *packed) {
  for (long k = 0; k < product->depth; k += 2) {
    const float *a = product->a + k * product->depthStride;
    const bool hasSecond = k + 1 < product->depth;
    for (long row = 0; row < product->rows; row += 16) {
      const long rest = product->rows - row;
      const Floats first = loadFirst(a + row, rest);
      const Floats second = loadFirst(a + product->depthStride + row, hasSecond ? rest : 0);
      _mm512_storeu_si512(packed + k / 2 * distance + row, paired(first, second));
    }
  }
}

/// Some vectors of columns of B in pairs along the depth.
INLINE void packPanel(
    const KernelProduct *product, long column, const int width, uint32_t *packed) {
  for (long k = 0; k < product->depth; k += 2) {
    const float *b = product->b + k * product->bStride + column;
    const bool hasSecond = k + 1 < product->depth;
    for (int j = 0; j < width; j++) {
      const Floats second =
          hasSecond ? load(b + product->bStride + j * LANES) : (Floats)0;
      _mm512_store_si512(
          packed + (k / 2 * width + j) * LANES, paired(load(b + j * LANES), second));
    }
  }
}

/// A packed A: how far its elements are apart.
typedef struct {
  const uint32_t *pairs;
  long rowStride, depthStride;
} PackedRows;

INLINE void multiplyPairs(
    const KernelProduct *product, PackedRows rows, const uint32_t *panel, long row, long column,
    const int height, const int width) {
  Floats sums[TILE_ROWS][TILE_VECTORS];
  const float *start = product->start + row * product->startStride + column;
#pragma clang loop unroll(full)
  for (int i = 0; i < height; i++)
#pragma clang loop unroll(full)
    for (int j = 0; j < width; j++)
      sums[i][j] = load(start + i * product->startStride + j * LANES);
  const uint32_t *a = rows.pairs + row * rows.rowStride;
  for (long k = (product->depth + 1) / 2; k > 0; k--) {
    __m512bh right[TILE_VECTORS];
#pragma clang loop unroll(full)
    for (int j = 0; j < width; j++)
      right[j] = (__m512bh)_mm512_load_si512(panel + j * LANES);
#pragma clang loop unroll(full)
    for (int i = 0; i < height; i++) {
      const __m512bh left = (__m512bh)_mm512_set1_epi32((int)a[i * rows.rowStride]);
#pragma clang loop unroll(full)
      for (int j = 0; j < width; j++)
        sums[i][j] = (Floats)_mm512_dpbf16_ps((__m512)sums[i][j], left, right[j]);
    }
    a += rows.depthStride;
    panel += width * LANES;
  }
  storeTile(product, row, column, height, width, sums);
}

INLINE void multiplyPairsPanel(
    const KernelProduct *product, PackedRows rows, uint32_t *panel, long column, const int width) {
  packPanel(product, column, width, panel);
  long row = 0;
  for (; row + TILE_ROWS <= product->rows; row += TILE_ROWS)
    multiplyPairs(product, rows, panel, row, column, TILE_ROWS, width);
  for (; row + 4 <= product->rows; row += 4)
    multiplyPairs(product, rows, panel, row, column, 4, width);
  for (; row < product->rows; row++) multiplyPairs(product, rows, panel, row, column, 1, width);
}

/// Products of few columns, where packing would take longer than it saves, and those that are too
/// large or laid out in no order stay in floats.
static void multiplyRounded(const KernelProduct *product) {
  const long depth = (product->depth + 31) / 32 * 16, height = (product->rows + 15) / 16 * 16;
  const bool isByRows = product->depthStride == 1;
  const long pairs = isByRows ? product->rows * depth : (product->depth + 1) / 2 * height;
  if (product->columns < LANES || product->rows < 4 || pairs > MOST_PAIRS
      || depth * 4 * LANES > MOST_PAIRS || !(isByRows || product->rowStride == 1)) {
    multiply(product);
    return;
  }
  uint32_t packed[MOST_PAIRS] __attribute__((aligned(64)));
  uint32_t panel[MOST_PAIRS] __attribute__((aligned(64)));
  PackedRows rows = {packed, isByRows ? depth : 1, isByRows ? 1 : height};
  if (isByRows)
    packRows(product, depth, packed);
  else
    packColumns(product, height, packed);
  long column = 0;
  for (; column + 3 * LANES < product->columns; column += 4 * LANES)
    multiplyPairsPanel(product, rows, panel, column, 4);
  for (; column + LANES < product->columns; column += 2 * LANES)
    multiplyPairsPanel(product, rows, panel, column, 2);
  if (column < product->columns) multiplyPairsPanel(product, rows, panel, column, 1);
}
