import Diffusion

/// What came of reading or writing a file, as far as the screen is told.
public enum FileOutcome: Sendable, Equatable {
  /// Where something was written, the line to share, or the words that were read.
  case text(String)
  /// Points that were read.
  case data(DistributionSpecification)
  /// Why it could not be done.
  case failure(String)

  /// The outcome that an answer tells of; nil for answers that tell of no file.
  init?(_ answer: Action) {
    switch answer {
    case .sharing(.saved(.weights(let path, _, _))), .sharing(.saved(.preset(let path, _))),
      .sharing(.saved(.other(_, let path))):
      self = .text(path)
    case .sharing(.shared(let line)): self = .text(line)
    case .sharing(.boardRead(let words, _)): self = .text(words)
    case .sharing(.loaded(let data, _)): self = .data(data)
    case .program(.failed(let reason)), .line(.refused(_, let reason)): self = .failure(reason)
    default: return nil
    }
  }
}

extension FileKeeper {
  /// Files that are not there any more: whatever is asked of them comes out as it did.
  init(repeating outcome: FileOutcome) {
    let text: @Sendable () throws -> String = {
      switch outcome {
      case .text(let text): return text
      case .data: return ""
      case .failure(let reason): throw CommandError(reason)
      }
    }
    self.init(
      saveWeights: { _, _ in try text() }, savePreset: { _ in try text() },
      savePoints: { _, _, _ in try text() }, saveText: { _, _, _ in try text() },
      readPoints: { path in
        if case .data(let data) = outcome { return data }
        throw CommandError(try text())
      },
      commandLine: { _, _ in try text() })
    readBoard = { _ in try text() }
  }
}
