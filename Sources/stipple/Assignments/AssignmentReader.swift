import Diffusion
import Yams

/// Reads an assignment from YAML or JSON; every complaint names the place it is about.
struct AssignmentReader {
  /// The file as the user named it, for messages.
  let file: String
  /// Where a preset is found that is named.
  let presets: PresetLibrary

  private static let keys = [
    "title", "task", "preset", "network", "iterations", "open", "count", "judge", "accepts",
    "needs", "parts",
  ]
  private static let partKeys = [
    "name", "set", "open", "metric", "figure", "better", "calls", "field", "thresholds",
  ]

  /// How many samples may be judged.
  static let counts = 10...20_000
  /// The most optimizer steps, so that a class can be graded.
  static let mostIterations = 100_000
  private static let mostParts = 20

  /// - Parameter id: the name of the assignment.
  func assignment(from text: String, id: String) throws(InputError) -> Assignment {
    guard let node = try YAMLText.root(of: text, file: file) else {
      throw InputError(
        "an assignment needs a title, a preset and parts", file: file,
        place: InputError.Place(line: 1, column: 1))
    }
    let root = PresetValue(node, file: file, name: "an assignment")
    let entries = try root.entries(Self.keys)
    let network =
      try entries["network"].map { value throws(InputError) in
        try value.member(of: Assignment.Network.self, called: "network of an assignment")
      } ?? .own
    let experiment = try experiment(needed("preset", of: root, entries))
    let open = try open(entries["open"], network: network)
    return Assignment(
      id: id, title: try needed("title", of: root, entries).text(),
      task: try needed("task", of: root, entries).text(), experiment: experiment,
      network: network,
      iterations: try whole(
        entries["iterations"], usual: experiment.method.usualIterations,
        within: 1...Self.mostIterations),
      open: open,
      count: try whole(entries["count"], usual: 1000, within: Self.counts),
      judgeSeed: try entries["judge"]?.whole() ?? 1,
      accepts: try members(
        entries["accepts"], usual: [.settings, .weights], called: "kind of file"),
      needs: try members(entries["needs"], usual: [], called: "need"),
      parts: try parts(needed("parts", of: root, entries), of: experiment, network))
  }

  private func needed(
    _ key: String, of root: PresetValue, _ entries: [String: PresetValue]
  ) throws(InputError) -> PresetValue {
    guard let value = entries[key] else { throw root.error("\(root.name) needs \(key): ...") }
    return value
  }

  /// A preset by its name, or its keys.
  private func experiment(_ value: PresetValue) throws(InputError) -> Experiment {
    guard value.node.mapping == nil else {
      return try PresetReader(file: file).experiment(reading: value, changing: Experiment())
    }
    let name = try value.text()
    do throws(InputError) {
      return try presets.experiment(named: name, byFile: file).experiment
    } catch {
      throw error.place == nil ? value.error(error.message) : error
    }
  }

  private func whole(
    _ value: PresetValue?, usual: Int, within range: ClosedRange<Int>
  ) throws(InputError) -> Int {
    guard let value else { return usual }
    let number: Int = try value.whole()
    if !range.contains(number) {
      throw value.error(
        "\(value.name) must be from \(range.lowerBound) to \(range.upperBound), not \(number)")
    }
    return number
  }

  private func members<Member: RawRepresentable & CaseIterable>(
    _ value: PresetValue?, usual: [Member], called family: String
  ) throws(InputError) -> [Member] where Member.RawValue == String {
    guard let value else { return usual }
    return try value.items(value.name).map { item throws(InputError) in
      try item.member(of: Member.self, called: family)
    }
  }

  /// Keys with dots between, such as `sampler.steps`.
  private func open(
    _ value: PresetValue?, network: Assignment.Network
  ) throws(InputError) -> [[String]] {
    guard let value else { return [["seed"]] }
    return try value.items("key").map { item throws(InputError) in
      let path = try item.text().split(separator: ".").map(String.init)
      guard let first = path.first, let key = Spelling.known(first, among: PresetReader.keys)
      else {
        let unknown = UnknownName(
          name: path.first ?? "", family: "key of presets", known: PresetReader.keys)
        throw item.error("\(unknown)")
      }
      if network != .own, ["model", "training"].contains(key) {
        throw item.error(
          "'\(key)' is of use only with network: own; this one is \(network.rawValue)")
      }
      return [key] + path.dropFirst()
    }
  }

  private func parts(
    _ value: PresetValue, of base: Experiment, _ network: Assignment.Network
  ) throws(InputError) -> [AssignmentPart] {
    let items = try value.items("part")
    guard (1...Self.mostParts).contains(items.count) else {
      throw value.error("an assignment has 1 to \(Self.mostParts) parts, not \(items.count)")
    }
    var names: Set<String> = []
    return try items.map { item throws(InputError) in
      let part = try part(item, of: base, network, isAlone: items.count == 1)
      guard names.insert(part.title).inserted else {
        throw item.error("two parts are called '\(part.title.excerpt)'; give each a name: ...")
      }
      return part
    }
  }

  private func part(
    _ item: PresetValue, of base: Experiment, _ network: Assignment.Network, isAlone: Bool
  ) throws(InputError) -> AssignmentPart {
    let entries = try item.entries(Self.partKeys)
    let name = try entries["name"].map { value throws(InputError) in try word(value) }
    if name == nil && !isAlone { throw item.error("\(item.name) needs name: ...") }
    let experiment =
      try entries["set"].map { value throws(InputError) in
        try PresetReader(file: file).experiment(reading: value, changing: base)
      } ?? base
    let (subject, figure) = try subject(item, entries, of: experiment)
    let isLowerBetter =
      try entries["better"].map { value throws(InputError) in
        try value.member(of: Better.self, called: "direction") == .lower
      } ?? true
    return AssignmentPart(
      name: name ?? "", experiment: experiment, subject: subject, figure: figure,
      isLowerBetter: isLowerBetter,
      open: try entries["open"].map { value throws(InputError) in
        try open(value, network: network)
      },
      mostCalls: try entries["calls"].map { value throws(InputError) in
        try whole(value, usual: 1, within: 1...100_000)
      },
      thresholds: try thresholds(
        needed("thresholds", of: item, entries), isLowerBetter: isLowerBetter))
  }

  private enum Better: String, CaseIterable { case lower, higher }

  /// A name that can stand in tables and before a dot.
  private func word(_ value: PresetValue) throws(InputError) -> String {
    let word = try value.text()
    guard word.utf8.allSatisfy({ isWordByte($0) }), word.utf8.count <= 40 else {
      throw value.error(
        "name must be up to 40 small letters, digits and dashes, not \(value.kind)")
    }
    return word
  }

  private func isWordByte(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
  }
}
