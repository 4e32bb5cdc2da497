import Diffusion

extension Picker {
  /// What is picked: the rows to choose from, the one in use, and what choosing does.
  ///
  /// Each stands in the folder of its feature, and once in `all`.
  public struct Kind: Sendable {
    let id: String
    /// What stands in the frame of the list.
    public let title: String
    let rows: @Sendable (AppState) -> [Row]
    /// The id of the row in use; nil where none is.
    var currentID: @Sendable (AppState) -> String? = { _ in nil }
    /// The key of presets that it is about, where a method may have no use for that.
    var key: String?
    /// Whether summaries that are too long go on in further lines, where the list is long.
    var wrapsSummaries = false
    /// What is said when it is opened; nil where nothing is.
    var remark: @Sendable (AppState) -> String? = { _ in nil }
    /// Takes the row of an id.
    let choose: @Sendable (inout AppState, _ id: String) throws -> [Effect]

    /// All lists that can be opened.
    public static let all: [Kind] = [
      .preset, .distribution, .schedule, .sampler, .steps, .timesteps, .network, .comparison,
      .sharing, .ways,
    ]
  }
}

extension Picker.Kind: Hashable {
  public static func == (one: Self, other: Self) -> Bool { one.id == other.id }
  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

extension Picker.Kind {
  /// A choice that changes the experiment.
  static func edit(
    _ change: @escaping @Sendable (inout Experiment, _ id: String) throws -> Void
  ) -> @Sendable (inout AppState, String) throws -> [Effect] {
    { state, id in
      var changed = state.experiment
      try change(&changed, id)
      return state.edit(changed)
    }
  }

  /// A choice that says a line of the command language.
  static func say(
    _ line: @escaping @Sendable (_ id: String) -> String
  ) -> @Sendable (inout AppState, String) throws -> [Effect] {
    { state, id in
      try Command.actions(for: line(id), in: state).reduce(into: []) { effects, action in
        effects += state.route(action)
      }
    }
  }
}

extension Picker {
  static func rows<Family: Choice>(_ members: [Family]) -> [Row] {
    members.map { Row(id: $0.id, title: $0.title, summary: $0.summary) }
  }

  static func rows(_ numbers: [Int], where isPossible: (Int) -> Bool = { _ in true }) -> [Row] {
    numbers.filter(isPossible).map { Row(id: String($0), title: String($0), summary: "") }
  }
}
