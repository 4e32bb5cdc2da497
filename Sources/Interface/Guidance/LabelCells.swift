import Diffusion
import TextScreen

/// What a network is told, as a row of shaded cells: one for each label, dark where it is told, and
/// for comparison the null label, which tells nothing.
enum LabelCells {
  /// The numbers a network is told with a prompt, from 0 to 1; nil where it is told none.
  static func told(_ state: AppState) -> [Double]? {
    guard GuidanceWords(state)?.lead == .ownAnswers,
      let wanted = state.stage.laboratory.guidance?.wanted,
      let told = state.network?.labelVector(of: wanted)
    else { return nil }
    let largest = told.max() ?? 0
    // A single label is told by the largest number; several share it.
    let whole = largest * Float(wanted.indices.count)
    return told.map { whole > 0 ? Double($0 / whole) : 0 }
  }

  static func draw(_ state: AppState, on surface: inout Surface, in row: Rect) {
    guard let told = told(state) else {
      surface.write(
        .label("told   ") + .label(reason(state, width: row.width - 7)), in: row)
      return
    }
    var rest = row
    surface.write("told   ", in: rest.takeLeft(7), align: .left, style: .dim)
    let null = "  null "
    let room = max(1, (rest.width - null.count - 4) / 2)
    draw(told, on: &surface, in: rest.takeLeft(min(room, told.count) + 2))
    guard rest.width > null.count + 3 else { return }
    surface.write(null, in: rest.takeLeft(null.count), align: .left, style: .dim)
    draw(
      told.map { _ in 0 }, on: &surface,
      in: rest.takeLeft(min(room, told.count) + 2))
  }

  /// What the labels come to in the first layer: the embedding, one cell for each of its units.
  static func drawEmbedding(_ state: AppState, on surface: inout Surface, in row: Rect) {
    guard GuidanceWords(state)?.lead == .ownAnswers,
      let wanted = state.stage.laboratory.guidance?.wanted,
      let embedding = state.network?.embedding(of: wanted)
    else { return }
    var rest = row
    surface.write("embeds ", in: rest.takeLeft(7), align: .left, style: .dim)
    let most = embedding.map(\.magnitude).max() ?? 0
    for (unit, value) in embedding.prefix(rest.width).enumerated() {
      let share = most > 0 ? Double(value.magnitude / most) : 0
      // Units that are pushed down are told apart by their ink and by the shade alone elsewhere.
      surface[rest.x + unit, rest.y] = Cell(
        surface.glyphs.shade(share), Style(value < 0 ? .reverse : .forward))
    }
  }

  private static func draw(_ shares: [Double], on surface: inout Surface, in rect: Rect) {
    guard rect.width > 2 else { return }
    surface[rect.x, rect.y] = Cell("[", .border)
    surface[rect.maxX - 1, rect.y] = Cell("]", .border)
    let empty: Unicode.Scalar = surface.glyphs.unicodeText ? "·" : "."
    for (index, share) in shares.prefix(rect.width - 2).enumerated() {
      // The least share of several labels is seen too.
      let cell =
        share > 0 ? surface.glyphs.shade(max(0.25, share)) : empty
      surface[rect.x + 1 + index, rect.y] = Cell(cell, share > 0 ? Style(.label(index)) : .dim)
    }
  }

  /// What would have the network told something.
  private static func hint(_ state: AppState) -> String {
    state.experiment.tellsLabels
      ? ": it is not asked for labels" : "; J trains one that knows labels"
  }

  private static func reason(_ state: AppState, width: Int) -> String {
    let reasons =
      state.stage.model.weights != nil
      ? ["nothing\(hint(state))", "nothing"]
      : ["nothing: no network is asked", "no network is asked", "nothing"]
    return reasons.first { $0.count <= width } ?? ""
  }
}

extension AppState {
  /// The network that the run asks, where it is one that can be told labels.
  fileprivate var network: Weights? { stage.model.weights as? Weights }
}
