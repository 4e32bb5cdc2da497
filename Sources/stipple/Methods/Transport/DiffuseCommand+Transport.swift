import Diffusion

extension DiffuseCommand {
  /// Prints points of pairs on their way to the prior.
  func printMoved(along transport: Transport, in laboratory: Laboratory, on console: Console) throws
  {
    _ = try LevelOptions.level(t, of: laboratory.schedule)
    let given = try givenNoise(on: console)
    let time = Double(t + 1) / Double(laboratory.schedule.timesteps)
    let pairs = try pairs(of: transport, in: laboratory, noise: given, on: console)
    let noisy = (0..<pairs.count).map { transport.state(of: pairs, $0, at: time).point }
    let names = transport.labels
    try console.output(PointFile(points: noisy, labels: pairs.labels.map { names[$0] }).csv)
  }

  /// The points of pairs at a time of the way to another prior than the standard normal.
  private func pairs(
    of transport: Transport, in laboratory: Laboratory, noise: [Point]?, on console: Console
  ) throws(InputError) -> TransportPairs {
    if points == nil && noise == nil {
      let count = count.count ?? laboratory.experiment.particles
      if let pairs = laboratory.transportPairs(count: count) { return pairs }
    }
    guard transport.noiseSaysStart else {
      throw InputError(
        "with the coupling \(transport.coupling.id) of this prior the partners of given points"
          + " would have to be drawn; leave out --points and --noise, or choose the coupling label")
    }
    let data = try data(in: laboratory, count: noise?.count, on: console)
    try check(noise, against: data)
    var stream = laboratory.experiment.randomness.stream(.forward, step: -1)
    let given = noise ?? stream.normalPoints(data.points.count)
    return transport.pairs(
      of: data.points, labels: try labels(of: data, for: transport, in: laboratory), noise: given,
      from: &stream)
  }

  /// The label of every point, which may be left out where all starts are alike.
  private func labels(
    of data: PointFile, for transport: Transport, in laboratory: Laboratory
  ) throws(InputError) -> [Int] {
    let name = TextFile.name(of: points ?? "")
    if let labels = try data.labelIndices(
      in: laboratory.mixture, file: name, mustHaveWeight: true)
    {
      return labels
    }
    if transport.priorKnowsLabels {
      throw InputError(
        "the points need a label each, which says their prior: columns x,y,label", file: name,
        place: InputError.Place(line: 1, column: 1))
    }
    return [Int](repeating: 0, count: data.points.count)
  }
}
