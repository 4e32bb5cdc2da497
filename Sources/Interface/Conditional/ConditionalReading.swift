import Diffusion

/// The marginal field at a place, taken apart: what each end pulls and how probable it is there.
///
/// `u(x) = sum of p(x0 | x) u(x | x0)`, of scores and velocities alike.
struct ConditionalReading {
  /// What one end says at the place.
  struct Part {
    let end: Int
    /// How probable it is that the point belongs to the way to it.
    let share: Double
    let value: FieldValue
  }

  /// The most ends that are told apart.
  static let most = 6
  /// Ends with smaller shares are not drawn.
  static let leastShare = 0.005

  let paths: any ConditionalPaths
  let place: PathPlace
  let query: Point
  /// The one that is shown alone; nil where nothing leads to it.
  let chosen: Part?
  /// Those with the largest shares, the largest first.
  let strongest: [Part]
  /// What all of them are together, by the closed form of the whole.
  let marginal: FieldValue
  private let arrows: ConditionalView.Arrows
  /// 1 towards the noise and -1 towards the data, as the run goes.
  private let sign: Double

  /// Nil where there are no conditional paths.
  init?(_ state: AppState) {
    guard let paths = state.conditionalPaths else { return nil }
    self.paths = paths
    let (place, query) = (state.frame.place.onPath, state.conditionalQuery)
    (self.place, self.query) = (place, query)
    arrows = state.view.conditional.arrows
    sign = state.frame.direction == .forward ? 1 : -1
    let shares = paths.shares(of: query, at: place)
    let part = { (end: Int) in
      paths.path(to: end).map {
        Part(end: end, share: shares[end], value: $0.fieldValues(of: [query], at: place)[0])
      }
    }
    chosen = part(state.conditionalEnd(of: paths))
    let order = shares.indices.filter { shares[$0] >= Self.leastShare }
      .sorted { (shares[$0], $1) > (shares[$1], $0) }
    strongest = order.prefix(Self.most).compactMap(part)
    marginal = paths.fieldValues(of: [query], at: place)[0]
  }

  /// The arrow of a field value: the score, or the velocity the way the run goes.
  func arrow(_ value: FieldValue) -> Point {
    switch arrows {
    case .score: value.score
    case .velocity: sign * value.velocity
    }
  }

  /// The share of all that is not told apart.
  var rest: Double { max(0, 1 - strongest.reduce(0) { $0 + $1.share }) }

  /// The sum over all ends of share times arrow, each asked alone.
  var sum: Point {
    let shares = paths.shares(of: query, at: place)
    return shares.indices.reduce(.zero) { sum, end in
      guard shares[end] > 0, let path = paths.path(to: end) else { return sum }
      return sum + shares[end] * arrow(path.fieldValues(of: [query], at: place)[0])
    }
  }

  /// The length of the longest arrow that is drawn: a share of what an end pulls, or all together.
  var longest: Double {
    let lengths =
      strongest.map { $0.share * arrow($0.value).length } + [arrow(marginal).length]
    return lengths.filter(\.isFinite).max() ?? 0
  }
}
