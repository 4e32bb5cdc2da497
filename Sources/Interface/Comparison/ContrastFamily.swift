import Diffusion

/// Members of which two can be put side by side: their names, and what each makes of an experiment.
struct ContrastFamily: Sendable {
  typealias Change = (inout Experiment) -> Void

  let names: [String]
  /// What the name of a member changes; nil for other names.
  let change: @Sendable (_ name: String) -> Change?

  /// A family that is picked from.
  init<Member: Choice>(
    of family: Member.Type, _ change: @escaping @Sendable (inout Experiment, Member) -> Void
  ) {
    names = Member.allCases.map(\.id)
    self.change = { name in
      Member.allCases.first { $0.id == name }.map { member in { change(&$0, member) } }
    }
  }

  /// A family of words.
  init<Member: RawRepresentable & CaseIterable & Sendable>(
    _ family: Member.Type, _ change: @escaping @Sendable (inout Experiment, Member) -> Void
  ) where Member.RawValue == String {
    names = Member.allCases.map(\.rawValue)
    self.change = { name in Member(rawValue: name).map { member in { change(&$0, member) } } }
  }
}

/// What a comparison says of a method.
struct ComparisonWords: Sendable {
  /// What of a method alone can be put side by side.
  var families: [ContrastFamily] = []
  /// Comparisons for the list, in the words of the command line.
  var presets: [ContrastPreset] = []
  /// What sets an experiment of the method apart from another, most telling first.
  let difference: @Sendable (_ experiment: Experiment, _ other: Experiment) -> [String]
  /// Whether that tells the sampler too.
  var namesSampler = false
  /// What has become of the method since an experiment before, of another method or of other settings.
  let changes: @Sendable (_ experiment: Experiment, _ before: Experiment) -> [String]
}
