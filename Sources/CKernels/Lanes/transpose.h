// A matrix with its rows as columns.

typedef float Quad __attribute__((ext_vector_type(4)));
typedef Quad __attribute__((aligned(4), may_alias)) LooseQuad;

/// Four rows of four, whatever the width of the vectors.
INLINE void transposeQuads(const float *from, long fromStride, float *to, long toStride) {
  const Quad a = *(const LooseQuad *)from;
  const Quad b = *(const LooseQuad *)(from + fromStride);
  const Quad c = *(const LooseQuad *)(from + 2 * fromStride);
  const Quad d = *(const LooseQuad *)(from + 3 * fromStride);
  const Quad ab = __builtin_shufflevector(a, b, 0, 4, 1, 5);
  const Quad cd = __builtin_shufflevector(c, d, 0, 4, 1, 5);
  const Quad abEnd = __builtin_shufflevector(a, b, 2, 6, 3, 7);
  const Quad cdEnd = __builtin_shufflevector(c, d, 2, 6, 3, 7);
  *(LooseQuad *)to = __builtin_shufflevector(ab, cd, 0, 1, 4, 5);
  *(LooseQuad *)(to + toStride) = __builtin_shufflevector(ab, cd, 2, 3, 6, 7);
  *(LooseQuad *)(to + 2 * toStride) = __builtin_shufflevector(abEnd, cdEnd, 0, 1, 4, 5);
  *(LooseQuad *)(to + 3 * toStride) = __builtin_shufflevector(abEnd, cdEnd, 2, 3, 6, 7);
}

/// Blocks of 16 rows fill whole lines of the cache where they are written.
static void transpose(const KernelTransposition *transposition) {
  const KernelTransposition t = *transposition;
  const long rows = t.rows / 4 * 4, columns = t.columns / 4 * 4;
  for (long first = 0; first < rows; first += 16) {
    const long last = first + 16 < rows ? first + 16 : rows;
    for (long column = 0; column < columns; column += 4)
      for (long row = first; row < last; row += 4)
        transposeQuads(
            t.from + row * t.fromStride + column, t.fromStride,
            t.to + column * t.toStride + row, t.toStride);
  }
  for (long row = 0; row < t.rows; row++)
    for (long column = row < rows ? columns : 0; column < t.columns; column++)
      t.to[column * t.toStride + row] = t.from[row * t.fromStride + column];
}
