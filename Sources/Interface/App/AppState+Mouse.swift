import Diffusion

extension AppState {
  mutating func updateMouse(_ mouse: Mouse) -> [Effect] {
    []
  }
}
