import Diffusion

extension PresetReader {
  /// The keys of all methods, each once.
  static let methodKeys = Method.allCases.flatMap(\.keys)
    .reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }

  /// The keys of `training` that only some methods read, each once.
  static let methodTrainingKeys = Method.allCases.flatMap(\.trainingKeys)
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
    let method =
      named ?? stays(with: experiment.method, entries) ?? meant(by: entries) ?? experiment.method
    try refuseKeys(of: method, entries, isNamed: named != nil)
    // Other data may be of a kind that a method has to read for itself, or cannot learn.
    let isSaid =
      entries["distribution"] != nil || method.keys.contains { entries[$0] != nil }
      || method.trainingKeys.contains { Self.trainingValue($0, in: entries) != nil }
    guard isSaid || method != experiment.method else { return }
    let settings = try MethodShelf.commands(for: method).read(
      entries, by: self, into: &experiment)
    experiment.methodSpecification = MethodSpecification(settings)
    if method.trained == nil { experiment.model.kind = .exact }
  }

  /// The value of a key in the section `training`.
  static func trainingValue(_ key: String, in entries: [String: PresetValue]) -> PresetValue? {
    guard let section = entries["training"], let node = section.value(called: key) else {
      return nil
    }
    return PresetValue(node, file: section.file, name: key)
  }

  /// The method in hand, where the keys may mean it: those that several methods have are its own then.
  private func stays(with method: Method, _ entries: [String: PresetValue]) -> Method? {
    let isKept = MethodShelf.commands(for: method).isKept(by: entries)
    return isKept || trainsOnlyBy(method, entries) ? method : nil
  }

  /// Whether all that is said for some methods alone is how this one is trained: an objective goes to
  /// the method in hand, where that has one.
  private func trainsOnlyBy(_ method: Method, _ entries: [String: PresetValue]) -> Bool {
    let said = Self.methodTrainingKeys.filter { Self.trainingValue($0, in: entries) != nil }
    return !said.isEmpty && said.allSatisfy(method.trainingKeys.contains)
      && !Self.methodKeys.contains { entries[$0] != nil }
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
    for key in Self.methodTrainingKeys where !method.trainingKeys.contains(key) {
      guard let value = Self.trainingValue(key, in: entries) else { continue }
      let users = Method.allCases.filter { $0.trainingKeys.contains(key) }.map(\.id)
      throw value.error(Unused.message(key, by: "the method \(method.id)", users: users))
    }
  }
}
