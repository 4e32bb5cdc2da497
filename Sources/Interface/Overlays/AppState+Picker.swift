import Diffusion
import TextScreen

extension AppState {
  /// The list of what can be chosen, with what is in use now marked.
  func picker(_ kind: Picker.Kind) -> Picker {
    Picker(
      kind: kind,
      list: ChoiceList(kind.rows(self).map(relabelled), currentID: kind.currentID(self)))
  }

  /// A row in the notation of the screen; its title is a name, which stays.
  private func relabelled(_ row: Picker.Row) -> Picker.Row {
    var row = row
    row.summary = relabelling(row.summary)
    return row
  }

  /// Takes the selected row of a list.
  fileprivate mutating func accept(_ picker: Picker) -> [Effect] {
    guard let row = picker.list.choice else { return [] }
    if row.isBroken {
      warn(row.summary)
      return []
    }
    overlay = nil
    do {
      return try picker.kind.choose(&self, row.id)
    } catch {
      warn("\(error)")
      return []
    }
  }
}

extension OverlayKind {
  static let picker = OverlayKind(
    id: "picker", takesTyping: true, draw: { PickerOverlay.draw($0, on: &$1, in: $2) },
    rowsOfPage: { state in
      guard case .picker(let picker) = state.overlay else { return 1 }
      return picker.layout(on: ScreenLayout.overlays(on: state.size)).visible.count
    },
    move: { state, offset in
      guard case .picker(var picker) = state.overlay else { return }
      picker.list.select(picker.list.selected + offset)
      state.overlay = .picker(picker)
    },
    accept: { state in
      guard case .picker(let picker) = state.overlay else { return [] }
      return state.accept(picker)
    },
    // A click on a row chooses it; a click beside the list closes it.
    click: { state, mouse in
      guard case .picker(var picker) = state.overlay else { return [] }
      let row = PickerOverlay.row(
        atColumn: mouse.column, row: mouse.row, size: state.size, picker: picker)
      guard let row else {
        state.overlay = nil
        return []
      }
      picker.list.select(row)
      state.overlay = .picker(picker)
      return state.accept(picker)
    })
}
