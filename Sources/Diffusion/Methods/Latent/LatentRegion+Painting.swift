/// Discs are laid on a region and taken away again.
extension LatentRegion {
  /// The discs that were painted; none where real pictures say where the region is.
  public var painted: [Disc] {
    if case .painted(let discs) = self { discs } else { [] }
  }

  /// A region with one disc more. What was asked for by a word gives way to it.
  public static func painting(_ disc: Disc, onto region: LatentRegion?) -> LatentRegion {
    .painted((region?.painted ?? []) + [disc])
  }

  /// The region without the discs that hold a place; nil where none is left.
  public func erased(at place: Point) -> LatentRegion? {
    guard case .painted(let discs) = self else { return self }
    let left = discs.filter { !$0.contains(place) }
    return left.isEmpty ? nil : .painted(left)
  }
}
