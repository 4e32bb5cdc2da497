import Diffusion

extension Experiment {
  /// What came of a change besides what was asked for: what was fitted to it, and how a file of
  /// points was read.
  func consequence(since before: Experiment) -> String? {
    let reading = distribution == before.distribution ? nil : distribution.remark
    let words = [fitting(since: before), reading].compactMap(\.self)
    return words.isEmpty ? nil : words.joined(separator: "; ")
  }
}
