import Diffusion
import TextScreen

/// Real pictures, each with what comes back of it through the latents: what the decoder can do at all.
enum CodingPanel {
  static func draw(_ state: AppState, on surface: inout Surface, in rect: Rect) {
    guard let stage = state.latentStage else { return }
    let inner = PanelFrame.draw(
      .coding, trailing: ["real and decoded"], of: state, on: &surface, in: rect)
    guard let autoencoder = state.latestLatentWeights?.parts.autoencoder else { return }
    let shape = stage.process.settings.pictures.shape
    let (pictures, decoded) = coded(by: autoencoder, on: stage)
    surface.clipped(to: inner) { surface in
      var room = inner
      let error = Text.fixed(rootMeanSquare(pictures, decoded), decimals: 3, width: 5)
      let through = room.width < wide ? "" : ", through \(autoencoder.latents) numbers"
      surface.write(
        .label("error ") + error + .label(" a pixel" + through), in: room.takeTop(1))
      let pairs = zip(pictures, decoded).flatMap { [$0, $1] }
      let size = PictureTiles.size(of: shape)
      let across = max(1, (room.width + 1) / (size.columns + 1) / 2 * 2)
      let width = across * (size.columns + 1) - 1
      PictureTiles.draw(
        Array(pairs), shape, on: &surface, in: room.takeLeft(min(room.width, width)))
    }
  }

  /// The root of the mean squared difference of real pictures and what comes back of them.
  static func error(of autoencoder: AutoEncoder, on stage: LatentStage) -> Double {
    let (pictures, decoded) = coded(by: autoencoder, on: stage)
    return rootMeanSquare(pictures, decoded)
  }

  private static func coded(
    by autoencoder: AutoEncoder, on stage: LatentStage
  ) -> (pictures: [[Float]], decoded: [[Float]]) {
    let pictures = stage.pictures.prefix(measured).map(\.pixels)
    return (pictures, autoencoder.pictures(of: autoencoder.latents(of: pictures)))
  }

  /// From this width on there is room to say how many numbers there are.
  private static let wide = 38
  /// How many pictures the error is the mean of.
  private static let measured = 32

  private static func rootMeanSquare(_ one: [[Float]], _ other: [[Float]]) -> Double {
    var (squares, count) = (0.0, 0)
    for (first, second) in zip(one, other) {
      for (a, b) in zip(first, second) { squares += Double((a - b) * (a - b)) }
      count += first.count
    }
    return (squares / Double(max(1, count))).squareRoot()
  }

  static let words: [PanelWord] = [
    PanelWord(
      "error",
      "the root of the mean squared difference between real pictures and what comes back of them")
  ]
}

/// The cosines of pictures with words by CLIP: a bright diagonal where every picture finds its word.
enum MatchingPanel {
  static func draw(_ state: AppState, on surface: inout Surface, in rect: Rect) {
    guard let stage = state.latentStage else { return }
    let inner = PanelFrame.draw(
      .matching, trailing: ["pictures by words", "CLIP"], of: state, on: &surface, in: rect)
    guard let clip = state.latestLatentWeights?.parts.clip else { return }
    let words = stage.process.settings.vocabulary.attributes[0].words
    let subjects = words.indices.prefix(most).compactMap { word in
      stage.pictures.first { $0.traits[0] == word }
    }
    let table = clip.similarities(
      of: subjects.map(\.pixels), with: subjects.map { [$0.traits[0]] })
    surface.clipped(to: inner) { surface in
      var room = inner
      let found = table.indices.count { row in table[row].allSatisfy { $0 <= table[row][row] } }
      surface.write(
        .label("found ") + "\(found) of \(table.count)"
          + .label(room.width < wide ? "" : "  cosines, dark below 0"), in: room.takeTop(1))
      for (row, cosines) in table.enumerated() where !room.isEmpty {
        var line = room.takeTop(1)
        surface.write(.label(words[subjects[row].traits[0]]), in: line.takeLeft(nameWidth))
        for (column, cosine) in cosines.enumerated() where 2 * column + 1 < line.width {
          let share = max(0, min(1, cosine))
          let cell = Cell(surface.glyphs.shade(share), Style(.density(share: share)))
          surface[line.x + 2 * column, line.y] = cell
          surface[line.x + 2 * column + 1, line.y] = cell
        }
      }
    }
  }

  /// From this width on there is room to say what is shown.
  private static let wide = 38
  /// How many subjects are matched.
  private static let most = 10
  private static let nameWidth = 7

  static let words: [PanelWord] = [
    PanelWord(
      "found", "how many of these pictures are nearer to their own word than to all others"),
    PanelWord(
      "cosines",
      "a row for each picture, a column for each word: how far they lie in the same direction"),
  ]
}

extension Panel {
  /// What comes back of real pictures.
  static let coding = Panel.ofLatents(
    "coding", "coding", CodingPanel.words, height: Height(low: 7, tall: 7),
    without: "there is no auto-encoder yet; t trains one", needs: { $0.autoencoder != nil },
    draw: CodingPanel.draw)

  /// The similarity matrix of CLIP.
  static let matching = Panel.ofLatents(
    "matching", "matching", MatchingPanel.words, height: Height(low: 8, tall: 13),
    without: "CLIP has not been trained yet; t trains all parts in turn",
    needs: { $0.clip != nil }, draw: MatchingPanel.draw)
}
