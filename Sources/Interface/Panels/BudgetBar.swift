import Diffusion

/// The error budget: a bar whose parts add up to the distance of the samples, and their names.
enum BudgetBar {
  /// A heading, the bar and a line for each part.
  static let height = 2 + ErrorBudget.Part.allCases.count

  static func draw(_ state: AppState, on surface: inout Surface, in rect: Rect) {
    guard rect.height >= 1 else { return }
    var rest = rect
    let head = rest.takeTop(1)
    guard case .budget(let budget) = state.studies[.budget] else {
      surface.write(.key("B") + .label(" finds where the error comes from"), in: head)
      return
    }
    surface.write(heading(budget), in: head)
    if state.studies.isPending(.budget) {
      surface.write(
        StyledText("\(Int(100 * budget.progress)) % ") + .key("B") + .label(" stops"), in: head,
        align: .right)
    }
    drawBar(budget, on: &surface, in: rest.takeTop(1))
    for part in ErrorBudget.Part.allCases where !rest.isEmpty {
      draw(part, of: budget, state, on: &surface, in: rest.takeTop(1))
    }
  }

  private static func heading(_ budget: ErrorBudget) -> StyledText {
    .label("error budget  W2 ") + (budget.total.map(Text.short) ?? "-")
  }

  /// Parts that chance made negative have no length.
  private static func drawBar(
    _ budget: ErrorBudget, on surface: inout Surface, in rect: Rect
  ) {
    let shares = ErrorBudget.Part.allCases.map { max(0, budget.share(of: $0) ?? 0) }
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
    let share = budget.share(of: part)
    surface[rect.x, rect.y] = Cell(fill(index, surface.glyphs), Style(.label(index)))
    surface[rect.x + 1, rect.y] = Cell(fill(index, surface.glyphs), Style(.label(index)))
    var rest = rect
    _ = rest.takeLeft(3)
    let value = share.map { Text.fixed($0, decimals: 4, width: 8) } ?? "       -"
    surface.write(value, in: rest.takeRight(8), align: .right)
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
      case .samples: ["only so many samples", "few samples"]
      case .start:
        [state.isTransport ? "start from the prior" : "start from pure noise", "wrong start"]
      case .steps: ["steps that are not small", "coarse steps"]
      case .network: ["network that is not exact", "network"]
      }
    return names.first { $0.count < width } ?? names[names.count - 1]
  }
}
