import Diffusion
import TextScreen

/// The pair of sets that FID takes for equally good, as tiles: the first pictures of
/// each, side by side.
enum BlindSpotsPanel {
  static func draw(_ state: AppState, on surface: inout Surface, in rect: Rect) {
    guard let stage = state.latentStage else { return }
    let inner = PanelFrame.draw(
      .blindSpots, trailing: ["same FID, other pictures", "same FID"], of: state, on: &surface,
      in: rect)
    surface.clipped(to: inner) { surface in
      guard let pair = state.blindSpots else {
        PanelFrame.drawEmpty([.label("a pair is made")], on: &surface, in: inner)
        return
      }
      var room = inner
      let settings = stage.process.settings
      let last = settings.vocabulary.attributes[0].words.last ?? ""
      surface.write(
        (StyledText.label("real, real ") + number(pair.floor)).followed(
          by: .label("  n \(BlindSpots.count)"), within: room.width, glyphs: surface.glyphs),
        in: room.takeTop(1))
      let sets = [
        ("no \(last)", pair.distances.incomplete, pair.incomplete),
        ("noise \(Text.short(pair.noise))", pair.distances.noisy, pair.noisy),
      ]
      let width = room.width / sets.count
      for (name, distance, pictures) in sets {
        var part = room.takeLeft(width)
        surface.write(.label(name), in: part.takeTop(1))
        surface.write(.label("FID ") + number(distance), in: part.takeTop(1))
        PictureTiles.draw(
          pictures, settings.pictures.shape, on: &surface, in: part.takeLeft(width - 1))
      }
    }
  }

  private static func number(_ distance: Double) -> String {
    Text.fixed(distance, decimals: 2, width: 5)
  }

  static let words: [PanelWord] = [
    PanelWord(
      "real, real", "FID of two sets of real pictures that differ by chance alone: the floor"),
    PanelWord("n", "how many pictures each set has"),
    PanelWord(
      "no nine",
      "real pictures of everything but the last word; whoever looks misses it, and FID hardly does"),
    PanelWord(
      "noise", "real pictures with normal noise of this deviation, chosen so that FID is the same"),
    PanelWord("FID", "the Fréchet distance of the classifier's features to real pictures"),
    PanelWord("a pair is made", "this takes a moment beside the screen"),
  ]
}

extension Panel {
  /// There while it is looked at, as the tiles need the room.
  static let blindSpots = Panel(
    id: "blind-spots", title: "blind spots", words: BlindSpotsPanel.words,
    stand: .sometimes(hasSomethingToShow: { _ in false }),
    height: Height(low: 9, tall: 14),
    absence: {
      $0.absenceOfLatents("there is no classifier yet; t trains all parts in turn") {
        $0.classifier != nil
      }
    }, draw: BlindSpotsPanel.draw)
}
