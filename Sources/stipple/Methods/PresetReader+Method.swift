import Diffusion

extension PresetReader {
  /// The keys of all methods, each once.
  static let methodKeys = Method.allCases.flatMap(\.keys)
    .reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }

  /// `method` and the keys of its own; without them the experiment's method stays as it is.
  ///
  /// A preset without `method` means the one whose keys it has.
  func method(
    _ entries: [String: PresetValue], in experiment: inout Experiment
  ) throws(InputError) {
    let named = try entries["method"].map { value throws(InputError) in
      try value.member(of: Method.self)
    }
    let method = named ?? meant(by: entries) ?? experiment.method
    try refuseKeys(of: method, entries, isNamed: named != nil)
    let isSaid = method.keys.contains { entries[$0] != nil }
    guard isSaid || method != experiment.method else { return }
    let settings = try MethodShelf.commands(for: method).read(
      entries, by: self, into: &experiment)
    experiment.methodSpecification = MethodSpecification(settings)
  }

  private func meant(by entries: [String: PresetValue]) -> Method? {
    MethodShelf.all.first { $0.isMeant(by: entries) }?.method
  }

  /// Refuses keys that only other methods read.
  private func refuseKeys(
    of method: Method, _ entries: [String: PresetValue], isNamed: Bool
  ) throws(InputError) {
    let others = Self.methodKeys.filter { !method.keys.contains($0) }
    for key in others + method.unreadKeys {
      guard let value = entries[key] else { continue }
      let users = Method.allCases.filter { other in
        Self.methodKeys.contains(key) ? other.keys.contains(key) : !other.unreadKeys.contains(key)
      }.map(\.id)
      let reader = "the method \(method.id)\(isNamed ? "" : ", which the other keys mean,")"
      throw value.error(Unused.message(key, by: reader, users: users))
    }
  }
}
