import Diffusion
import TextScreen

/// Where latents are to lie, how many keep to it, and the brush that paints it.
enum RegionPanel {
  static func draw(_ state: AppState, on surface: inout Surface, in rect: Rect) {
    guard let stage = state.latentStage else { return }
    let region = stage.process.settings.region
    let inner = PanelFrame.draw(
      .region, trailing: variants(region), of: state, on: &surface, in: rect)
    surface.clipped(to: inner) { surface in
      var room = inner
      surface.write(kept(state, region, room.width, surface.glyphs), in: room.takeTop(1))
      let brush = state.inHand.brush
      surface.write(
        .label("brush ") + Text.pair(brush.place, scale: state.stage.laboratory.mixture.spread),
        in: room.takeTop(1))
      surface.write(.label("radius ") + Text.short(brush.radius), in: room.takeTop(1))
      guard let picture = state.latentWeights?.pictures(at: [brush.place]).first else { return }
      PictureTiles.draw(
        picture, stage.process.settings.pictures.shape, on: &surface, at: room)
    }
  }

  private static func variants(_ region: LatentRegion?) -> [String] {
    switch region {
    case nil: ["anywhere"]
    case .subject(let word): ["where \(word) lies", word]
    case .painted(let discs):
      [discs.count == 1 ? "one disc painted" : "\(discs.count) discs painted", "painted"]
    }
  }

  private static func kept(
    _ state: AppState, _ region: LatentRegion?, _ width: Int, _ glyphs: Glyphs
  ) -> StyledText {
    guard region != nil else { return .label("drag over the plane to paint") }
    guard let share = state.shareInRegion else {
      return .label(
        state.latentWeights == nil ? "no part has been trained" : "samples are seen in reverse")
    }
    return (StyledText.label("kept ") + Text.padded(Text.percent(share), to: 5) + " %")
      .followed(
        by: .label(" of \(Text.count(state.frame.points.count)) samples"), within: width,
        glyphs: glyphs)
  }

  static let words: [PanelWord] = [
    PanelWord(
      "kept", or: ["samples"], "the share of the samples on the plane that lie in the region"),
    PanelWord(
      "brush",
      or: ["drag over the plane to paint"],
      "where it is, with the picture of that place below; it moves by the arrow keys and the mouse"),
    PanelWord("radius", "how far from there a disc of it reaches; + and - change it"),
    PanelWord("samples are seen in reverse", "forward runs show noise; r turns round"),
    PanelWord("no part has been trained", "there are no latents yet; t trains"),
  ]
}

extension Panel {
  /// The region and its brush; there while it is looked at, and where there is a region.
  static let region = Panel(
    id: "region", title: "region", words: RegionPanel.words,
    stand: .sometimes { $0.latentStage?.process.settings.region != nil },
    height: Height(low: 4, tall: 8),
    absence: { $0.noRegion }, draw: RegionPanel.draw, slide: { $0.stroke($1, $2) },
    pressPlane: { $0.pressWithBrush($1, $2) })
}
