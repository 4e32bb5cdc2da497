/// What can happen to the figures of the samples.
public enum SamplesAction: Sendable {
  /// A slice of a measurement was made.
  case measured(QualityRequest)
}

extension SamplesAction: FeatureAction {
  func update(_ state: inout AppState) -> [Effect] {
    switch self {
    case .measured(let request): state.onSide(request.side) { $0.take(request) }
    }
  }

  var withinBounds: SamplesAction { self }
  var origin: ActionOrigin { .answer }
}
