import TextScreen

/// A list to pick one from, over the panels.
public enum PickerOverlay {
  public static func draw(_ state: AppState, on surface: inout Surface, in screen: Rect) {
    guard case .picker(let picker) = state.overlay else { return }
    surface.clipped(to: screen) { surface in
      let places = picker.layout(on: screen)
      places.draw(picker.list, title: picker.kind.title, on: &surface)
      OverlayFrame.drawKeys(of: state, on: &surface, in: places.keys)
    }
  }

  /// The row of the list at a cell of a screen of this size.
  public static func row(atColumn column: Int, row: Int, size: Size, picker: Picker) -> Int? {
    picker.layout(on: ScreenLayout.overlays(on: size)).row(atColumn: column, row: row)
  }
}

extension Picker {
  /// Where the parts of the list are.
  func layout(on screen: Rect) -> ChoiceListLayout {
    ChoiceListLayout(list, wrapsSummaries: kind.wrapsSummaries, on: screen)
  }
}
