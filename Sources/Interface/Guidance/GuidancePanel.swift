import Diffusion
import TextScreen

/// What is asked for, how strongly, who leads there, and what that does to the samples.
public enum GuidancePanel {
  /// From this height of its inside on there is room for the curve over the weight.
  static let curveHeight = 15
  /// The rows above the curve, in a panel of such a height: one more where a network is told labels.
  private static func figureRows(of height: Int, _ state: AppState) -> Int {
    if height >= 24 { return 8 }
    return LabelCells.told(state) == nil ? 6 : 7
  }

  public static func draw(_ state: AppState, on surface: inout Surface, in rect: Rect) {
    let words = GuidanceWords(state)
    let inner = PanelFrame.draw(
      .guidance, trailing: variants(of: state), of: state, on: &surface, in: rect)
    surface.clipped(to: inner) { surface in
      guard let words, let guidance = state.experiment.guidance else {
        PanelFrame.drawEmpty(
          [
            .label("samples of everything"),
            .label("press ") + .key("A") + .label(" to ask for a label"),
          ],
          on: &surface, in: inner)
        return
      }
      slider.draw(
        guidance.weight, GuidanceWords.weight(guidance.weight),
        isHeld: state.drag == .slider(.guidance), on: &surface, in: sliderRow(in: rect))
      var room = inner
      surface.write(
        .label("prompt ") + StyledText(words.prompt, .title), in: room.takeTop(1))
      _ = room.takeTop(1)
      let hasCurve = inner.height >= curveHeight
      let rows = hasCurve ? room.takeTop(figureRows(of: inner.height, state)) : room
      // What has no room does not get into the curve's.
      surface.clipped(to: rows) { drawRows(state, words, on: &$0, in: rows) }
      if hasCurve { WeightPlot.draw(state, on: &surface, in: room) }
    }
  }

  /// That of the weight; the mark is where samples are those of the label itself.
  static let slider = Slider(name: "weight", range: 0...10, mark: 1)

  /// The row of the slider, for the mouse.
  static func sliderRow(in rect: Rect) -> Rect {
    var inner = PanelFrame.content(of: rect)
    _ = inner.takeTop(1)
    return inner.takeTop(1)
  }

  private static func variants(of state: AppState) -> [String] {
    guard let words = GuidanceWords(state) else { return ["none"] }
    return [words.kind]
  }

  /// The rest, most telling first: as many rows as there is room for.
  private static func drawRows(
    _ state: AppState, _ words: GuidanceWords, on surface: inout Surface, in rect: Rect
  ) {
    var room = rect
    let lead = words.leads.first { $0.count <= room.width - 7 } ?? ""
    let isMakeshift = [.unlabelled, .learningClassifier, .nobody].contains(words.lead)
    let ink: Style = isMakeshift ? .warning : .plain
    surface.write(.label("led by ") + StyledText(lead, ink), in: room.takeTop(1))
    let share = state.shareInPrompt.map { "\(Text.padded(Text.percent($0), to: 5)) %" } ?? "-"
    surface.write(.label("labels ") + share + .label(" at this level"), in: room.takeTop(1))
    for line in figures(of: state, width: rect.width) {
      surface.write(line, in: room.takeTop(1))
    }
    LabelCells.draw(state, on: &surface, in: room.takeTop(1))
    if let weaker = words.weaker { surface.write(.label(weaker), in: room.takeTop(1)) }
    surface.write(.label("\(surface.glyphs.relativeSigma)  ") + words.interval, in: room.takeTop(1))
    LabelCells.drawEmbedding(state, on: &surface, in: room.takeTop(1))
  }

  /// What guidance does to the samples, once a run is over.
  private static func figures(of state: AppState, width: Int) -> [StyledText] {
    guard let verdict = state.verdict else { return [.label("judged at the end of the run")] }
    let accuracy = verdict.accuracy.map { "\(Text.percent($0)) %" } ?? "-"
    let spread = "\(Text.percent(verdict.spread)) %"
    let tilted = verdict.tilted.map { Text.short($0.distance) } ?? "-"
    let floor = verdict.tilted.map { Text.short($0.floor) } ?? "-"
    let first = StyledText.label("end ") + accuracy + .label(" spread ") + spread
    if width < wide { return [first, .label("W2 to tilted ") + tilted] }
    return [
      first + .label(" Frechet ") + Text.short(verdict.frechet),
      .label("W2 to tilted density ") + tilted + .label("  floor ") + floor,
    ]
  }

  private static let wide = 42
}

extension Panel {
  public static let guidance = Panel(
    id: "guidance", title: "guidance", words: GuidancePanel.words,
    stand: .sometimes { $0.experiment.guidance != nil }, draw: GuidancePanel.draw,
    press: { $0.takeWeight($1, $2) }, slide: { $0.slideWeight($1, $2) },
    turnWheel: { $0.route(.guide(.addWeight(tenths: $1 ? 5 : -5))) })
}

extension AppState {
  /// Takes hold of the slider where the mouse is on its row.
  fileprivate mutating func takeWeight(_ mouse: Mouse, _ layout: ScreenLayout) -> [Effect] {
    guard let rect = layout.rect(of: .guidance), experiment.guidance != nil else { return [] }
    return take(GuidancePanel.sliderRow(in: rect), of: .guidance, mouse, layout)
  }

  /// Moves the weight to where the mouse is.
  fileprivate mutating func slideWeight(_ mouse: Mouse, _ layout: ScreenLayout) -> [Effect] {
    guard let rect = layout.rect(of: .guidance), experiment.guidance != nil else { return [] }
    let (slider, row) = (GuidancePanel.slider, GuidancePanel.sliderRow(in: rect))
    return setWeight(slider.value(atColumn: mouse.column, on: slider.ruler(in: row)))
  }
}
