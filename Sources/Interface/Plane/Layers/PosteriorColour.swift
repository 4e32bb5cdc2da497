import Diffusion
import TextScreen

extension DotCanvas {
  /// How many exponentials one frame may spend on classes.
  private static let budget = 150_000

  /// Gives every lit cell the class most likely there, by the exact mixture at this level.
  ///
  /// Mixtures of very many components are asked once for a block of neighbouring cells.
  mutating func colourByPosterior(
    of diffused: DiffusedMixture, components: Int, space: PlaneSpace
  ) {
    let affordable = max(1, Self.budget / max(1, components))
    var block = 1
    while (size.columns / block + 1) * (size.rows / block + 1) > affordable { block += 1 }
    let (columns, perRow) = (size.columns, size.columns / block + 1)
    var known = [Ink?](repeating: nil, count: perRow * (size.rows / block + 1))
    recolour { index in
      let (column, row) = (index % columns / block, index / columns / block)
      if let ink = known[row * perRow + column] { return ink }
      let ink = Ink.label(
        diffused.likeliestLabel(
          at: space.place(
            atColumn: space.room.x + column * block + block / 2,
            row: space.room.y + row * block + block / 2)))
      known[row * perRow + column] = ink
      return ink
    }
  }
}

extension DiffusedMixture {
  /// The index of the label with the largest posterior probability at a point.
  func likeliestLabel(at point: Point) -> Int {
    let posterior = labelPosterior(at: point)
    return posterior.indices.max { posterior[$0] < posterior[$1] } ?? 0
  }
}
