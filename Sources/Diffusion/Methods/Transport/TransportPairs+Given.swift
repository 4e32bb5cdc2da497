extension Transport {
  /// Whether the label of a clean point and standard-normal noise say where its start is.
  public var noiseSaysStart: Bool {
    startsFromNoise && coupling.isExact && (coupling == .label || prior.components.count == 1)
  }

  /// Pairs of given clean points with the starts that given noise makes.
  ///
  /// Needs `noiseSaysStart`.
  ///
  /// - Parameters:
  ///   - labels: the label of every clean point, an index into the data's labels.
  ///   - noise: standard-normal noise, as much as there are points.
  ///   - stream: draws the noise of bridges.
  public func pairs(
    of clean: [Point], labels: [Int], noise: [Point], from stream: inout RandomStream
  ) -> TransportPairs {
    precondition(noiseSaysStart, "the partner of a clean point would have to be drawn")
    let starts = start(noise: noise, labels: labels, from: &stream).points
    var pairs = TransportPairs(
      starts: starts, clean: clean,
      centres: labels.map { centre(ofStartLabelled: $0) }, labels: labels)
    addBridges(to: &pairs, from: &stream)
    return pairs
  }
}
