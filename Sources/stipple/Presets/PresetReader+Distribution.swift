import Diffusion

extension PresetReader {
  /// `distribution`: a name, `components`, `points` or a `word`; with `samples` only so many points of
  /// it are known.
  ///
  /// - Parameter seed: the preset's own, by which these are drawn; nil where all has to be known.
  func distribution(
    _ value: PresetValue, seed: UInt64? = nil
  ) throws(InputError) -> DistributionSpecification {
    if value.node.scalar != nil {
      return .named(try value.member(of: Distribution.self))
    }
    let entries = try value.entries(
      ["components", "points", "name", "word", "pictures", "width", "samples", "seed"]
        + Self.pointFormKeys)
    let whole = try wholeDistribution(value, entries)
    guard let samples = entries["samples"] else {
      if let seed = entries["seed"] {
        throw seed.error("seed is of use here only beside samples, which it draws")
      }
      return whole
    }
    guard let seed = try entries["seed"]?.whole() ?? seed else {
      throw samples.error("samples is of use to the data alone; leave it out here")
    }
    return try checked(
      .samples(of: whole, count: try samples.whole(), seed: seed), samples)
  }

  private func wholeDistribution(
    _ value: PresetValue, _ entries: [String: PresetValue]
  ) throws(InputError) -> DistributionSpecification {
    if entries["points"]?.node.scalar == nil,
      let key = Self.pointFormKeys.first(where: { entries[$0] != nil })
    {
      throw value.error(
        "'\(key)' says how a file of points is read; name one, such as points: my.csv")
    }
    let kinds = ["name", "components", "points", "word", "pictures"].compactMap { entries[$0] }
    guard let kind = kinds.first else {
      throw value.error(
        "distribution must be a name, or have 'components', 'points', 'pictures' or"
          + " 'word'")
    }
    if kinds.count > 1 {
      throw kinds[kinds.count - 1].error(
        "a distribution has only one of a name, components, points, pictures and a word")
    }
    switch kind.name {
    case "name": return .named(try kind.member(of: Distribution.self))
    case "components": return .components(try components(kind))
    case "points": return try points(kind, form: pointForm(entries))
    case "pictures": return try picturePoints(kind, entries)
    default: return try checked(.word(try kind.text()), kind)
    }
  }

  /// The most Gaussians that can be written out; points of a file may be many more.
  private static let mostComponents = 5000

  private func components(
    _ value: PresetValue
  ) throws(InputError) -> [GaussianMixture.Component] {
    let items = try value.items("component")
    let most = Self.mostComponents
    if items.isEmpty { throw value.error("components must list at least one component") }
    if items.count > most {
      throw items[most].error("\(items.count) components are too many; at most \(most) can be")
    }
    var components: [GaussianMixture.Component] = []
    for (index, item) in items.enumerated() {
      components.append(try component(item, index: index))
    }
    do throws(MixtureError) {
      _ = try GaussianMixture(components: components)
    } catch {
      throw value.error(error.description)
    }
    return components
  }

  private func component(
    _ value: PresetValue, index: Int
  ) throws(InputError) -> GaussianMixture.Component {
    let entries = try value.entries(["mean", "std", "covariance", "weight", "label"])
    guard let mean = entries["mean"] else {
      throw value.error("\(value.name) needs a mean, such as mean: [1, 2]")
    }
    let weight = try entries["weight"]?.number() ?? 1
    if weight < 0, let place = entries["weight"] {
      throw place.error("weight must be from 0 up, not \(weight)")
    }
    return GaussianMixture.Component(
      weight: weight, mean: try mean.point(form: "[x, y]"),
      covariance: try covariance(of: value, entries),
      label: try entries["label"]?.text() ?? "\(index)")
  }

  private func covariance(
    of component: PresetValue, _ entries: [String: PresetValue]
  ) throws(InputError) -> Covariance {
    switch (entries["std"], entries["covariance"]) {
    case (let std?, nil):
      let deviation = try std.number()
      if !(deviation > 0) { throw std.error("std must be above 0, not \(deviation)") }
      let covariance = Covariance(standardDeviation: deviation)
      if !covariance.isPositiveDefinite {
        throw std.error("std must be from 1e-6 to 1e12, not \(deviation)")
      }
      return covariance
    case (nil, let matrix?): return try covariance(matrix)
    case (nil, nil):
      throw component.error("\(component.name) needs std or covariance, such as std: 0.1")
    case (.some, let matrix?):
      throw matrix.error("a component has either std or covariance, not both")
    }
  }

  private func covariance(_ value: PresetValue) throws(InputError) -> Covariance {
    let form = "[[xx, xy], [xy, yy]]"
    let rows = try value.items("row")
    guard rows.count == 2 else { throw value.error("covariance must be \(form)") }
    let first = try rows[0].numbers(2, form: "[xx, xy]")
    let second = try rows[1].numbers(2, form: "[xy, yy]")
    // Matrices that were computed are symmetric only up to rounding.
    let skew = abs(first[1] - second[0])
    guard skew <= 1e-9 * max(abs(first[0]), abs(second[1])) else {
      throw value.error("covariance must be symmetric, \(form), not \(first[1]) and \(second[0])")
    }
    let covariance = Covariance(xx: first[0], xy: (first[1] + second[0]) / 2, yy: second[1])
    guard covariance.isPositiveDefinite else {
      throw value.error(
        "covariance must be positive definite: variances above 0 and xy² below xx · yy")
    }
    return covariance
  }

  /// `points`: the name of a file of points beside the preset, or a list of `[x, y]` or
  /// `[x, y, label]`.
  private func points(
    _ value: PresetValue, form: PointForm
  ) throws(InputError) -> DistributionSpecification {
    if value.node.sequence != nil { return try inlinePoints(value) }
    let name = try value.text()
    let path: String
    let cloud: PointFile
    do throws(InputError) {
      path = try PresetReach(of: file).path(named: name, isOutsideAllowed: isOutsideAllowed)
      cloud = try PointFile.readRegular(path, as: form)
      try cloud.checkPlaces(inFile: path)
    } catch {
      throw value.error(error)
    }
    return try checked(cloud.distribution(named: path, form), value)
  }

  private func inlinePoints(_ value: PresetValue) throws(InputError) -> DistributionSpecification {
    let items = try value.items("point")
    let columns = items.first?.node.sequence?.count == 3 ? 3 : 2
    var points: [Point] = []
    var labels: [String] = []
    for item in items {
      let form = columns == 3 ? "[x, y, label]" : "[x, y]"
      guard item.node.sequence?.count == columns else {
        throw item.error("\(item.name) must be \(form), not \(item.kind)")
      }
      let fields = try item.items("field")
      points.append(Point(try fields[0].number(), try fields[1].number()))
      if columns == 3 { labels.append(try fields[2].text()) }
    }
    return try checked(
      .points(
        points, labels: columns == 3 ? labels : nil, source: DistributionSpecification.listSource),
      value)
  }

  private func checked(
    _ specification: DistributionSpecification, _ value: PresetValue
  ) throws(InputError) -> DistributionSpecification {
    do throws(DistributionError) {
      try specification.check()
    } catch {
      throw value.error(error.description)
    }
    return specification
  }
}
