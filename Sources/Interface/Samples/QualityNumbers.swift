import Diffusion
import TextScreen

/// The figures of a measurement in words: each beside the figure it is to be held against.
struct QualityNumbers: Sendable {
  /// How many modes were found.
  let modes: StyledText
  /// The smallest and the largest share of a mode.
  let range: StyledText
  /// The rest, most telling first.
  let lines: [StyledText]

  /// - Parameters:
  ///   - width: where it is small, the two figures stand in two lines.
  ///   - height: how many lines there is room for; the exact distance is told where what the figures
  ///     are of has room too.
  init(
    _ measurement: QualityMeasurement, of state: AppState, width: Int, height: Int,
    glyphs: Glyphs
  ) {
    let report = measurement.report
    let isComplete = report.census.modesLost == 0
    modes =
      .label("modes ")
      + StyledText("\(report.modesFound)/\(report.modesExpected)", isComplete ? .plain : .warning)
    range = Self.range(of: report.census.modes)
    var figures = [Self.distance(of: report), Self.support(of: report)]
    let isLearned = state.experiment.model.kind == .learned
    if isLearned && state.stage.method.judgesScore {
      figures.append(Self.error(of: measurement, at: state.frame.level))
    }
    if let path = measurement.path { figures += Self.path(path) }
    let isProfiled = isLearned && !measurement.scoreErrors.isEmpty
    let (first, isWide) = (figures.removeFirst(), width >= Figure.wide)
    let rest =
      figures.flatMap { $0.lines(isWide: isWide) }
      + Self.origin(of: measurement, state, width: width)
    let known = first.lines(isWide: isWide)
    let exact = report.exactDistance.map { Self.exact($0).lines(isWide: isWide) } ?? []
    let fits = known.count + exact.count + rest.count <= height
    lines =
      (fits ? exact : []) + known + rest
      + (isProfiled ? [Self.profile(of: measurement, width: width, glyphs)] : [])
  }

  /// The shares themselves where all modes should have the same, else by what factor they miss
  /// those of real data.
  private static func range(of modes: [ModeCensus.Mode]) -> StyledText {
    let expected = modes.map(\.expectedShare)
    let isEven =
      (expected.max() ?? 0) - (expected.min() ?? 0) < 1e-6
      && modes.allSatisfy { abs($0.realShare - $0.expectedShare) < 0.02 }
    let shares = modes.map { isEven ? $0.share : $0.share / max($0.realShare, 1e-9) }
    let (least, most) = (shares.min() ?? 0, shares.max() ?? 0)
    return isEven
      ? StyledText("\(Text.percent(least))..\(Text.percent(most))") + .label(" %")
      : .label("share x ")
        + "\(Text.fixed(least, width: 4))..\(Text.fixed(most, width: 4))"
  }

  private static func distance(of report: QualityReport) -> Figure {
    Figure(
      name: "sliced W2", value: Text.short(report.slicedW2),
      measure: "floor", best: Text.short(report.floor.distances.second))
  }

  private static func exact(_ distance: ExactDistance) -> Figure {
    Figure(
      name: "exact W2", value: Text.short(distance.w2), measure: "floor",
      best: Text.short(distance.floor))
  }

  private static func support(of report: QualityReport) -> Figure {
    let ideal = report.idealShareWithinThree ?? report.floor.shareWithinThree
    return Figure(
      name: "within 3 std", value: "\(Text.percent(report.shareWithinThree)) %",
      measure: "ideal", best: "\(Text.percent(ideal)) %")
  }

  /// What the way from another prior costs.
  private static func path(_ path: PathQuality) -> [Figure] {
    [
      Figure(
        name: "path excess", value: Text.short(path.normalizedEnergy),
        measure: "ideal", best: "0"),
      Figure(
        name: "bends by", value: path.straightness.map(Text.short) ?? "noise",
        measure: "ideal", best: "0"),
    ]
  }

  /// The network's error at the measured level nearest to the one on the screen, and the largest
  /// of all levels, as the excess of the noise-prediction loss over the least possible.
  private static func error(of measurement: QualityMeasurement, at level: NoiseLevel) -> Figure {
    let errors = measurement.scoreErrors
    let nearest = errors.min {
      distance(from: level, to: $0.level) < distance(from: level, to: $1.level)
    }
    return Figure(
      name: "score error", value: nearest.map { Text.short($0.absolute) } ?? "-",
      measure: "worst", best: errors.map(\.absolute).max().map(Text.short) ?? "-")
  }

  /// What the numbers are of, in as few lines as there is room for: the run, how many samples, the
  /// seed and the network; and if the cloud on the screen is of another one, of which.
  private static func origin(
    of measurement: QualityMeasurement, _ state: AppState, width: Int
  ) -> [StyledText] {
    let report = measurement.report
    // Where there is room the title names the run.
    var parts = width >= Figure.wide ? [] : [state.stage.method.runWords(of: measurement).short]
    parts += ["n \(report.count)", "seed \(report.seed)"]
    if state.experiment.model.kind == .exact { parts.append("exact model") }
    if let step = state.quality.subject?.trainingSteps {
      parts.append("step \(Text.count(step))")
      if let seen = state.seenSteps, seen != step { parts.append("seen \(Text.count(seen))") }
    }
    if let progress = state.quality.progress { parts.append("next \(Int(100 * progress)) %") }
    return filled(parts, width: width).map(StyledText.label)
  }

  /// Parts with commas between, in lines of a width.
  private static func filled(_ parts: [String], width: Int) -> [String] {
    parts.reduce(into: [String]()) { lines, part in
      if let last = lines.last, last.count + 2 + part.count <= width {
        lines[lines.count - 1] = "\(last), \(part)"
      } else {
        lines.append(part)
      }
    }
  }

  /// The error at every measured level, the largest a full column.
  private static func profile(
    of measurement: QualityMeasurement, width: Int, _ glyphs: Glyphs
  ) -> StyledText {
    let errors = measurement.scoreErrors.map(\.absolute)
    let worst = max(errors.max() ?? 0, 1e-9)
    var columns = String.UnicodeScalarView()
    for error in errors {
      columns.append(glyphs.lowerBlock(eighths: max(1, Int((8 * error / worst).rounded()))))
    }
    return .label(width >= Figure.wide ? "error by level  data " : "by level  data ")
      + StyledText(String(columns), .curve) + .label(" noise")
  }

  /// How far apart two levels are; the clean level, of infinite log-SNR, is nearest to the least
  /// noisy.
  private static func distance(from level: NoiseLevel, to other: NoiseLevel) -> Double {
    let (one, two) = (min(max(level.logSNR, -99), 99), min(max(other.logSNR, -99), 99))
    return abs(one - two)
  }
}

/// A figure and the one it is to be held against.
private struct Figure {
  let name: String
  let value: String
  let measure: String
  let best: String

  /// From this width on the two stand beside each other.
  static let wide = 36

  func lines(isWide: Bool) -> [StyledText] {
    let first = Self.line(name, value, nameWidth: 12)
    if isWide { return [first + .label("  ") + Self.line(measure, best, nameWidth: 6)] }
    return [first, Self.line("  \(measure)", best, nameWidth: 12)]
  }

  /// A name and a number, both in fixed columns.
  private static func line(_ name: String, _ value: String, nameWidth: Int) -> StyledText {
    let gap = max(1, nameWidth + 8 - name.count - value.count)
    return .label(name + String(repeating: " ", count: gap)) + value
  }
}
