import Diffusion

/// What is known of a transport at a time, and how a model says that points move there.
struct TransportField {
  let laboratory: Laboratory
  let transport: Transport
  let time: Double
  /// Whose velocities are told, guided already; nil for the exact ones.
  let model: (any VelocityField)?
  /// The part of all pairs that is looked at alone, if one is.
  var part: TransportPart?

  /// The field at points: with a column for everything where the coupling has an exact field, else
  /// with what the model says.
  func table(at points: [Point]) -> CSVTable {
    let velocities = model?.velocities(of: points, given: Conditioning(), at: time)
    guard transport.coupling.isExact else {
      var table = CSVTable(columns: ["x", "y", "velocity_x", "velocity_y"])
      for (point, velocity) in zip(points, velocities ?? []) {
        table.append(numbers: [point.x, point.y, velocity.x, velocity.y][...])
      }
      return table
    }
    let whole = transport.marginal(at: time)
    let shown = part?.marginal ?? field(of: laboratory.guidance?.wanted) ?? whole
    var vectors =
      part.map { Vectors(of: $0.marginal, at: points, level: transport.path.level(at: time)) }
      ?? vectors(at: points, in: whole)
    if let velocities { vectors.velocity = velocities }
    var table = CSVTable(columns: columns)
    for (i, point) in points.enumerated() {
      let here = [
        vectors.score[i], vectors.noise[i], vectors.clean[i], vectors.v[i], vectors.velocity[i],
      ]
      let numbers = [point.x, point.y, shown.logDensity(at: point)]
      let coordinates = here.flatMap { [$0.x, $0.y] }
      let rest = whole.labelPosterior(at: point) + (part.map { [$0.share(at: point)] } ?? [])
      table.append(numbers: (numbers + coordinates + rest)[...])
    }
    return table
  }

  /// What there is at each of some points.
  private struct Vectors {
    var score: [Point]
    var noise: [Point]
    var clean: [Point]
    var v: [Point]
    var velocity: [Point]

    init(of field: TransportMarginal, at points: [Point], level: NoiseLevel) {
      (clean, noise) = (field.clean(at: points), field.noise(at: points))
      v = zip(clean, noise).map { Estimate(clean: $0, noise: $1).v(at: level) }
      let fieldValues = field.fieldValues(of: points)
      (score, velocity) = (fieldValues.map(\.score), fieldValues.map(\.velocity))
    }

    /// `weak + weight · (self − weak)`, of everything.
    func blended(with weak: Vectors, weight: Double) -> Vectors {
      var blend = self
      for path in [\Vectors.score, \.noise, \.clean, \.v, \.velocity] {
        blend[keyPath: path] = zip(weak[keyPath: path], self[keyPath: path]).map {
          $0 + weight * ($1 - $0)
        }
      }
      return blend
    }
  }

  /// The exact vectors, guided as the experiment says.
  private func vectors(at points: [Point], in whole: TransportMarginal) -> Vectors {
    let level = transport.path.level(at: time)
    let strong = Vectors(
      of: field(of: laboratory.guidance?.wanted) ?? whole, at: points, level: level)
    guard let guidance = laboratory.guidance, guidance.specification.weight != 1,
      guidance.interval.contains(level.relativeSigma)
    else { return strong }
    let weak = Vectors(of: field(of: guidance.unwanted) ?? whole, at: points, level: level)
    return strong.blended(with: weak, weight: guidance.specification.weight)
  }

  private func field(of selection: LabelSelection?) -> TransportMarginal? {
    selection.map { transport.marginal(at: time, ofLabels: $0.indices) }
  }

  private var columns: [String] {
    let vectors = ["score", "noise", "clean", "v", "velocity"]
    return ["x", "y", "log_density"] + vectors.flatMap { ["\($0)_x", "\($0)_y"] }
      + transport.labels.map { CSVTable.field("p_\($0)") } + (part == nil ? [] : ["weight"])
  }
}
