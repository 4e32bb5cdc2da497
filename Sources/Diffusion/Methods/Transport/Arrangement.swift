import Foundation

/// A way to place one prior for each class around the data: the cases that tell when a prior can
/// carry the class.
public struct Arrangement: Choice {
  public let id: String
  public let title: String
  public let summary: String
  private let place: @Sendable (ClassCentres) -> [LabelPrior]

  public static let familyName = "arrangement"

  public static let allCases: [Arrangement] = [
    .aligned, .rotated, .quarterTurn, .opposite, .swapped, .lineMatched, .lineReversed, .close,
    .abstraction, .standardNormal,
  ]

  /// The priors for the classes of a mixture.
  public func priors(for data: GaussianMixture) -> [LabelPrior] {
    place(ClassCentres(of: data))
  }
}

/// Where the classes of a mixture are.
struct ClassCentres: Sendable {
  let labels: [String]
  let centres: [Point]
  /// The mean of the centres.
  let middle: Point
  /// The spread of the whole mixture.
  let spread: Double

  init(of data: GaussianMixture) {
    labels = data.labels
    centres = data.labels.indices.map { data.centre(ofLabel: $0) }
    middle = centres.reduce(.zero, +) / Double(max(1, centres.count))
    spread = data.spread
  }

  /// The usual width of a prior: a sixth of the data's spread, which on a ring is an eighth of its
  /// radius.
  var width: Double { 0.177 * spread }

  /// A prior for each label at the centre of the label that `partner` names.
  func priors(partner: (Int) -> Int) -> [LabelPrior] {
    labels.indices.map {
      LabelPrior(label: labels[$0], mean: centres[partner($0)], deviation: width)
    }
  }
}

extension Arrangement {
  /// Every prior where its class is.
  public static let aligned = Arrangement(
    id: "aligned", title: "Aligned", summary: "every prior at its own class"
  ) { $0.priors { $0 } }

  /// Every prior where the next class is.
  public static let rotated = turned(by: 1, id: "rotated", title: "Rotated by one")

  /// Every prior where the class two further is: a quarter of a ring of eight.
  public static let quarterTurn = turned(by: 2, id: "quarter-turn", title: "Rotated by two")

  /// Every prior `count` classes further.
  public static func turned(by count: Int, id: String, title: String) -> Arrangement {
    Arrangement(id: id, title: title, summary: "every prior at the class \(count) further on") {
      classes in
      classes.priors { ($0 + count) % classes.labels.count }
    }
  }

  /// Every prior on the other side of the middle: all tubes meet there at once.
  public static let opposite = Arrangement(
    id: "opposite", title: "Opposite", summary: "every prior across the middle from its class"
  ) { classes in
    classes.labels.indices.map {
      LabelPrior(
        label: classes.labels[$0], mean: 2 * classes.middle - classes.centres[$0],
        deviation: classes.width)
    }
  }

  /// The first two classes have each other's priors.
  public static let swapped = Arrangement(
    id: "swapped", title: "Two swapped", summary: "two classes have each other's priors"
  ) { classes in
    classes.priors { classes.labels.count > 1 && $0 < 2 ? 1 - $0 : $0 }
  }

  /// The priors in a row below the data, in the order of the classes from left to right.
  public static let lineMatched = Arrangement(
    id: "line-matched", title: "Line, matched", summary: "priors in a row, in the classes' order"
  ) { $0.row(isReversed: false) }

  /// The same row in the other order: all ways cross.
  public static let lineReversed = Arrangement(
    id: "line-reversed", title: "Line, reversed", summary: "priors in a row, in reversed order"
  ) { $0.row(isReversed: true) }

  /// Aligned, but so near the middle that the priors run into each other.
  public static let close = Arrangement(
    id: "close", title: "Close together", summary: "aligned priors a tenth as far out"
  ) { classes in
    classes.labels.indices.map {
      LabelPrior(
        label: classes.labels[$0],
        mean: classes.middle + 0.1 * (classes.centres[$0] - classes.middle),
        deviation: classes.width)
    }
  }

  /// Aligned, the first class wide and each further one narrower: an abstract word has a wide
  /// prior, a concrete one a narrow one.
  public static let abstraction = Arrangement(
    id: "abstraction", title: "Wide and narrow", summary: "aligned; from a wide to a narrow prior"
  ) { classes in
    classes.labels.indices.map { index in
      let share = Double(index) / Double(max(1, classes.labels.count - 1))
      return LabelPrior(
        label: classes.labels[index], mean: classes.centres[index],
        deviation: classes.width * 4 * pow(1.0 / 16, share))
    }
  }

  /// The standard normal for every class: the control, where the start says nothing of the class.
  public static let standardNormal = Arrangement(
    id: "standard", title: "Standard normal", summary: "one prior for all: the control"
  ) { classes in
    classes.labels.map { LabelPrior(label: $0, mean: .zero, deviation: 1) }
  }
}

extension ClassCentres {
  fileprivate func row(isReversed: Bool) -> [LabelPrior] {
    let ordered = centres.indices.sorted { centres[$0].x < centres[$1].x }
    let count = Double(max(1, labels.count - 1))
    let depth = (centres.map(\.y).min() ?? 0) - spread
    var priors = priors { $0 }
    for (place, label) in ordered.enumerated() {
      let share = Double(isReversed ? labels.count - 1 - place : place) / count
      priors[label].mean = Point(middle.x + spread * (3 * share - 1.5), depth)
    }
    return priors
  }
}
