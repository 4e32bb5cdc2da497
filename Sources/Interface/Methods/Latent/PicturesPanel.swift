import Diffusion
import TextScreen

/// The way from the prompt to pictures: the words, their embedding in shaded cells, and the first
/// samples of the run as the decoder shows them, step by step.
enum PicturesPanel {
  static func draw(_ state: AppState, on surface: inout Surface, in rect: Rect) {
    guard let stage = state.latentStage else { return }
    let inner = PanelFrame.draw(
      .pictures, trailing: variants(state), of: state, on: &surface, in: rect)
    let (process, film) = (stage.process, (state.stage.model as? LatentModel)?.film)
    surface.clipped(to: inner) { surface in
      guard let weights = state.latentWeights, let film else {
        PanelFrame.drawEmpty(
          [
            .label("no part has been trained"), .label("press ") + .key("t") + .label(" to train"),
          ], on: &surface, in: inner)
        return
      }
      var room = inner
      let prompt = process.settings.prompt
      surface.write(
        .label("prompt ") + (prompt.isEmpty ? "none" : prompt)
          + .label("  weight ") + Text.short(process.settings.promptWeight), in: room.takeTop(1))
      if room.height >= 6 {
        drawEmbedding(of: process.prompt, weights, on: &surface, in: room.takeTop(1))
      }
      let pictures =
        state.frame.direction == .reverse
        ? film.pictures(after: state.frame.step) : stage.pictures.map(\.pixels)
      let shape = process.settings.pictures.shape
      // The gap under the last tiles goes where the rest needs it.
      let taken = PictureTiles.draw(pictures, shape, on: &surface, in: room)
      let wanted = process.prompt.tokens.count + 1
      _ = room.takeTop(min(room.height - taken < wanted ? taken - 1 : taken, room.height))
      let large = state.frame.direction == .reverse ? film.large : []
      if !large.isEmpty {
        drawLarge(large, process.settings, on: &surface, in: &room)
      }
      drawAttention(of: process.prompt, weights, on: &surface, in: room)
    }
  }

  /// What the cascade makes of the first samples at the end.
  private static func drawLarge(
    _ pictures: [[Float]], _ settings: LatentSettings, on surface: inout Surface,
    in room: inout Rect
  ) {
    let shape = settings.pictures.shape.larger
    guard room.height >= PictureTiles.size(of: shape).rows + 1 else { return }
    surface.write(
      .label("cascade  noise ") + Text.short(settings.cascade ?? 0), in: room.takeTop(1))
    let taken = PictureTiles.draw(
      pictures, shape, on: &surface, in: room.takeTop(PictureTiles.size(of: shape).rows))
    _ = room.takeTop(max(0, min(room.height, taken - PictureTiles.size(of: shape).rows)))
  }

  /// Which part learns now, else which way the pictures go.
  private static func variants(_ state: AppState) -> [String] {
    if state.training.activity == .running, let part = state.latentWeights?.learned.last {
      return ["learning \(part.title.lowercased())", part.id]
    }
    return state.frame.direction == .reverse
      ? ["decoded samples", "decoded"] : ["real pictures", "real"]
  }

  /// A cell for every number of the embedding, the larger the brighter; signs are left out.
  private static func drawEmbedding(
    of prompt: PicturePrompt, _ weights: LatentWeights, on surface: inout Surface, in row: Rect
  ) {
    var rest = row
    let label = "words as numbers "
    surface.write(.label(label), in: rest.takeLeft(label.count))
    let numbers = weights.embedding(of: prompt)
    for (index, number) in numbers.prefix(rest.width).enumerated() {
      let share = Double(min(1, abs(number) / 3))
      surface[rest.x + index, rest.y] = Cell(
        surface.glyphs.shade(share), Style(.density(share: share)))
    }
  }

  /// How much each word looks at each other one, a row for each word and the two heads side by side.
  private static func drawAttention(
    of prompt: PicturePrompt, _ weights: LatentWeights, on surface: inout Surface, in rect: Rect
  ) {
    guard let text = weights.parts.text, let heads = text.attention(of: prompt.tokens),
      !prompt.tokens.isEmpty, rect.height >= prompt.tokens.count + 1
    else { return }
    var room = rect
    surface.write(.label("who looks at whom, two heads"), in: room.takeTop(1))
    let names = prompt.tokens.map { text.vocabulary.words[$0] }
    let width = (names.map(\.count).max() ?? 0) + 1
    for (row, name) in names.enumerated() {
      var line = room.takeTop(1)
      surface.write(.label(name), in: line.takeLeft(width))
      for (head, shares) in heads.enumerated() {
        for (column, share) in shares[row].enumerated() {
          let x = line.x + head * (names.count * 2 + 2) + 2 * column
          guard x + 1 < line.maxX else { continue }
          let cell = Cell(surface.glyphs.shade(share), Style(.density(share: share)))
          surface[x, line.y] = cell
          surface[x + 1, line.y] = cell
        }
      }
    }
  }
}

extension Panel {
  /// The pictures, in the schedule's place where words become pictures.
  static let pictures = Panel(
    id: "pictures", title: "pictures", words: PicturesPanel.words, stand: .leading,
    absence: { $0.absenceOfPictures }, draw: PicturesPanel.draw)
}

extension LatentWeights {
  /// The prompt in the numbers that are told: by the text encoder, or where there is none by CLIP.
  fileprivate func embedding(of prompt: PicturePrompt) -> [Float] {
    if let text = parts.text { return text.embedding(of: prompt.tokens) }
    guard let clip = parts.clip, !prompt.tokens.isEmpty else { return [] }
    let direction = clip.directions(ofTexts: [prompt.tokens])[0]
    let size = Double(direction.count).squareRoot()
    return direction.map { Float(size * $0) }
  }
}

extension AppState {
  fileprivate var absenceOfPictures: String? {
    let leading = stage.method.leading.panel
    return leading == .pictures
      ? nil
      : "pictures are made by the method latent; in their place here is panel \(leading.id)"
  }
}
