import Diffusion

extension PresetReader {
  /// `schedule`: a name, or `kind` and its parameters; what it does not say stays as in `base`.
  func schedule(
    _ value: PresetValue, changing base: ScheduleSpecification = ScheduleSpecification()
  ) throws(InputError) -> ScheduleSpecification {
    var specification = base
    if value.node.scalar != nil {
      specification.become(try value.member(of: ScheduleKind.self))
      try check(specification, value, [:])
      return specification
    }
    let entries = try value.entries(["kind", "timesteps", "beta", "sigma", "points"])
    if let kind = entries["kind"] {
      specification.become(try kind.member(of: ScheduleKind.self))
    }
    try refuseUnused(entries, of: specification.kind)
    if let timesteps = entries["timesteps"] { specification.timesteps = try timesteps.whole() }
    if let beta = entries["beta"] {
      let ends = try ends(beta, form: "[first, last]")
      if specification.kind.parameters.contains(.rate) {
        specification.rate = ends
      } else {
        specification.beta = ends
      }
    }
    if let sigma = entries["sigma"] { specification.sigma = try ends(sigma, form: "[first, last]") }
    if let points = entries["points"] {
      specification.points = try points.items("point").map { item throws(InputError) in
        try item.point(form: "[time, beta]")
      }
    }
    try check(specification, value, entries)
    return specification
  }

  /// Two numbers between which something lies.
  func ends(
    _ value: PresetValue, form: String
  ) throws(InputError) -> ScheduleSpecification.Ends {
    let numbers = try value.numbers(2, form: form)
    return ScheduleSpecification.Ends(numbers[0], numbers[1])
  }

  private func refuseUnused(
    _ entries: [String: PresetValue], of kind: ScheduleKind
  ) throws(InputError) {
    let read = kind.parameters.map(\.key)
    for key in Set(ScheduleKind.Parameter.allCases.map(\.key)).subtracting(read).sorted() {
      guard let value = entries[key] else { continue }
      let users = ScheduleKind.allCases.filter { $0.parameters.contains { $0.key == key } }
      throw value.error(
        Unused.message(key, by: "the schedule \(kind.id)", users: users.map(\.id)))
    }
  }

  private func check(
    _ specification: ScheduleSpecification, _ value: PresetValue, _ entries: [String: PresetValue]
  ) throws(InputError) {
    do throws(ScheduleError) {
      try specification.check()
    } catch {
      let place = entries[error.key] ?? value
      throw culprit(of: error, in: place).error(error.description)
    }
  }

  /// The control point an error is about, or the value it stands in.
  private func culprit(of error: ScheduleError, in value: PresetValue) -> PresetValue {
    switch error {
    case .pointBeta(let index, _), .pointOrder(let index):
      guard let items = try? value.items("point"), items.indices.contains(index) else {
        return value
      }
      return items[index]
    case .timesteps, .beta, .betaOneTooEarly, .rate, .sigma, .pointCount, .pointEnds, .noNoise:
      return value
    }
  }
}

extension ScheduleSpecification {
  /// Becomes of a kind: of another one with that kind's usual parameters, over as many steps.
  fileprivate mutating func become(_ other: ScheduleKind) {
    if other != kind { self = ScheduleSpecification(kind: other, timesteps: timesteps) }
  }
}

/// A setting that what was chosen does not read.
enum Unused {
  static func message(_ setting: String, by reader: String, users: [String]) -> String {
    let others = users.joined(separator: ", ")
    return "\(reader) does not use '\(setting)'; used by \(others)"
  }
}
