import Diffusion
import TextScreen

/// The error budget: a bar whose parts add up to the distance of the samples, and their names.
enum BudgetBar {
  /// A heading, the bar, a line for each part, and one that says of how many samples and seeds.
  static let height = 3 + ErrorBudget.Part.allCases.count

  static func draw(_ state: AppState, on surface: inout Surface, in rect: Rect) {
    guard rect.height >= 1 else { return }
    var rest = rect
    let head = rest.takeTop(1)
    guard let budget = state.studies.budget else {
      let ways = [" finds where the error comes from", " splits the error"]
        .map { .key("B") + StyledText.label($0) }
      let way = StyledText.first(of: ways, within: head.width, glyphs: surface.glyphs)
      if let way { surface.write(way, in: head) }
      return
    }
    let heading = StudySize.heading(
      names(budget), sizes: [],
      progress: state.studies.isPending(.budget) ? budget.progress : nil, key: "B",
      width: head.width, glyphs: surface.glyphs)
    surface.write(heading.name, in: head)
    surface.write(heading.rest, in: head, align: .right)
    drawBar(budget, on: &surface, in: rest.takeTop(1))
    for part in ErrorBudget.Part.allCases where !rest.isEmpty {
      draw(part, of: budget, state, on: &surface, in: rest.takeTop(1))
    }
    let sizes = budget.size.words
    let runs = ["\(budget.run), \(budget.model), ", "\(budget.run), ", ""]
    let lines = runs.flatMap { run in sizes.map { StyledText.label(run + $0) } }
    let fitting = StyledText.first(of: lines, within: rest.width, glyphs: surface.glyphs)
    if let fitting { surface.write(fitting, in: rest.takeTop(1)) }
  }

  private static func names(_ budget: ErrorBudget) -> [StyledText] {
    let total = budget.total.map(Text.short) ?? "-"
    return ["error budget  W2 ", "error budget W2 ", "budget W2 "].map { .label($0) + total }
  }

  /// Parts that may be nothing but chance, as negative ones are, have no length.
  private static func drawBar(
    _ budget: ErrorBudget, on surface: inout Surface, in rect: Rect
  ) {
    let shares = ErrorBudget.Part.allCases.map { part in
      budget.spread(of: part).map { $0.isNoise == true ? 0 : max(0, $0.mean) } ?? 0
    }
    let whole = shares.reduce(0, +)
    guard whole > 0 else { return }
    var sum = 0.0
    for (index, share) in shares.enumerated() {
      let first = rect.x + Int((sum / whole * Double(rect.width)).rounded())
      sum += share
      let last = rect.x + Int((sum / whole * Double(rect.width)).rounded())
      for column in first..<max(first, last) where column < rect.maxX {
        surface[column, rect.y] = Cell(fill(index, surface.glyphs), Style(.label(index)))
      }
    }
  }

  private static func draw(
    _ part: ErrorBudget.Part, of budget: ErrorBudget, _ state: AppState,
    on surface: inout Surface, in rect: Rect
  ) {
    let index = ErrorBudget.Part.allCases.firstIndex(of: part) ?? 0
    let spread = budget.spread(of: part)
    surface[rect.x, rect.y] = Cell(fill(index, surface.glyphs), Style(.label(index)))
    surface[rect.x + 1, rect.y] = Cell(fill(index, surface.glyphs), Style(.label(index)))
    var rest = rect
    _ = rest.takeLeft(3)
    // What may be chance is quiet; of a single seed nobody knows.
    let style: Style = spread?.isNoise == false ? .plain : .dim
    let sign = surface.glyphs.plusMinus
    let deviation = spread?.deviation.map { sign + Text.decimal($0, decimals: 4) } ?? ""
    surface.write(deviation, in: rest.takeRight(8), align: .right, style: .dim)
    let value = spread.map { Text.fixed($0.mean, decimals: 4, width: 8) } ?? "       -"
    surface.write(value, in: rest.takeRight(8), align: .right, style: style)
    surface.write(name(part, of: state, width: rest.width), in: rest, align: .left, style: .dim)
  }

  /// Each part has a shade of its own besides its colour.
  private static func fill(_ index: Int, _ glyphs: Glyphs) -> Unicode.Scalar {
    let fills: [Unicode.Scalar] =
      glyphs.unicodeText ? ["░", "▒", "▓", "█"] : [".", "-", "+", "#"]
    return fills[index % fills.count]
  }

  private static func name(
    _ part: ErrorBudget.Part, of state: AppState, width: Int
  ) -> String {
    let names =
      switch part {
      case .samples: ["only so many samples", "few samples", "samples"]
      case .start:
        [
          state.words.wrongStart, "wrong start", "start",
        ]
      case .steps: ["steps that are not small", "coarse steps", "steps"]
      case .network: ["network that is not exact", "network"]
      }
    return names.first { $0.count < width } ?? names[names.count - 1]
  }
}

extension ErrorBudget {
  var size: StudySize {
    StudySize(count: count, first: first, done: seedsDone, seeds: seeds)
  }

  /// The model that is judged.
  fileprivate var model: String {
    trainingSteps.map { "step \(Text.count($0))" } ?? "exact model"
  }

  /// The run that is judged.
  fileprivate var run: String {
    judged.sampler == .ode ? judged.sampler.id : "\(judged.sampler.id) \(judged.steps)"
  }
}
