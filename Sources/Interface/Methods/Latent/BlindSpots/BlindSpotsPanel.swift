import Diffusion
import TextScreen

/// The pair of sets that FID takes for equally good, as tiles: the first pictures of
/// each, side by side.
enum BlindSpotsPanel {
  static func draw(_ state: AppState, on surface: inout Surface, in rect: Rect) {
    guard let stage = state.latentStage else { return }
    let pair = state.blindSpots
    let inner = PanelFrame.draw(
      .blindSpots, trailing: verdict(isEqual: pair?.isEqual ?? true), of: state, on: &surface,
      in: rect)
    surface.clipped(to: inner) { surface in
      guard let pair else {
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

  /// What the two sets come to, longest first.
  static func verdict(isEqual: Bool) -> [String] {
    isEqual
      ? ["same FID, other pictures", "same FID"]
      : ["no noise makes both equal", "not the same FID"]
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
    PanelWord(
      "no noise makes both equal",
      "pictures without that word are no farther from real ones than chance alone is"),
  ]
}

extension Panel {
  static let blindSpots = Panel.ofLatents(
    "blind-spots", "blind spots", BlindSpotsPanel.words, height: Height(low: 9, tall: 14),
    without: "there is no classifier yet; t trains all parts in turn",
    needs: { $0.classifier != nil },
    absence: {
      $0.latentStage?.process.settings.vocabulary.attributes[0].words.count == 1
        ? "there is one subject only, and the pair lacks one" : nil
    }, draw: BlindSpotsPanel.draw)
}
