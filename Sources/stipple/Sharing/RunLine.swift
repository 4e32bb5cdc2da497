import Diffusion
import Yams

/// The line for the shell that opens the screen on an experiment and says some commands there.
///
/// It needs no file: whoever has the program can paste it. It begins with a preset that everybody
/// has where that makes it shorter. What has a flag of its own is said by flags, everything else in
/// the words of a preset.
struct RunLine {
  /// An experiment that everybody finds under the same name.
  struct Preset {
    let name: String
    let experiment: Experiment
  }

  let text: String

  /// - Parameter presets: what the line may begin with.
  init(
    _ experiment: Experiment, script: [String], presets: [Preset] = []
  ) throws(WorkError) {
    let wanted = experiment.asShared
    let entries = PresetWriter.entries(of: wanted, path: "preset.yaml")
    var best = try RunLineWords(of: wanted, entries, from: Experiment(), named: nil)
    for preset in presets where preset.experiment.asShared.distribution == wanted.distribution {
      let words = try RunLineWords(of: wanted, entries, from: preset.experiment, named: preset.name)
      if words.count < best.count && words.lead(to: wanted, from: preset.experiment) {
        best = words
      }
    }
    var words = best.all
    if !script.isEmpty { words += ["--play", script.joined(separator: "; ")] }
    text = words.map(Self.quoted).joined(separator: " ")
  }

  /// A word as shells read it back: in quotes unless it needs none.
  static func quoted(_ word: String) -> String {
    let isPlain = word.allSatisfy { letter in
      letter.isASCII && (letter.isLetter || letter.isNumber || "._-/=:,".contains(letter))
    }
    if isPlain && !word.isEmpty { return word }
    let pieces = word.split(separator: "'", omittingEmptySubsequences: false)
    return "'" + pieces.joined(separator: "'\\''") + "'"
  }
}

extension Experiment {
  /// The experiment as a line can say it: without what nothing reads, and without a file that
  /// others do not have.
  var asShared: Experiment {
    var shared = withoutUnusedSettings
    shared.distribution = distribution.replacingWhole(\.writtenOut)
    // Points that are written out are taken as they are unless that is said.
    if standardize == nil && isStandardized { shared.standardize = true }
    return shared
  }
}

extension DistributionSpecification {
  /// The specification without a file that others do not have: its points one by one.
  fileprivate var writtenOut: DistributionSpecification {
    guard case .points(let points, let labels, let source) = self, PresetPath(source.name).isFile
    else {
      return self
    }
    return .points(points, labels: labels, source: Self.listSource)
  }
}
