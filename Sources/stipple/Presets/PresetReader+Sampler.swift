import Diffusion

extension PresetReader {
  /// `sampler`: a name, or `kind`, where its steps fall, and its settings; what it does not say
  /// stays as in `base`.
  func sampler(
    _ value: PresetValue, changing base: SamplerSpecification = SamplerSpecification()
  ) throws(InputError) -> SamplerSpecification {
    var specification = base
    if value.node.scalar != nil {
      specification.become(try value.member(of: Sampler.self))
      return specification
    }
    let entries = try value.entries(
      ["kind", "grid", "steps"] + SamplerOptions.Setting.allCases.map(\.rawValue))
    if let kind = entries["kind"] { specification.become(try kind.member(of: Sampler.self)) }
    if let grid = entries["grid"] { specification.grid = try grid.member(of: GridKind.self) }
    if let steps = entries["steps"] { specification.steps = try steps.whole() }
    if let eta = entries["eta"] {
      let number = try eta.number()
      if let reason = specification.kind.refusal(ofEta: number) { throw eta.error(reason) }
      if specification.kind.settings.contains(.eta) { specification.options.eta = number }
    }
    for setting in SamplerOptions.Setting.allCases where setting != .eta {
      if let value = entries[setting.rawValue],
        let reason = specification.kind.refusal(of: setting)
      {
        throw value.error(reason)
      }
    }
    try read(entries, into: &specification.options)
    return specification
  }

  private func read(
    _ entries: [String: PresetValue], into options: inout SamplerOptions
  ) throws(InputError) {
    if let variance = entries["variance"] {
      options.variance = try variance.member(
        of: SamplerOptions.Variance.self, called: "variance")
    }
    if let predictor = entries["predictor"] {
      options.predictor = try predictor.member(
        of: SamplerOptions.Predictor.self, called: "predictor")
    }
    if let corrections = entries["corrections"] { options.corrections = try corrections.whole() }
    if let tolerance = entries["tolerance"] { options.tolerance = try tolerance.number() }
    for (setting, path) in SamplerOptions.numbers {
      if let value = entries[setting.rawValue] { options[keyPath: path] = try value.number() }
    }
  }
}

extension SamplerSpecification {
  /// Becomes of a kind: of another one with the usual settings, over the same steps.
  fileprivate mutating func become(_ other: Sampler) {
    if other != kind { self = SamplerSpecification(kind: other, grid: grid, steps: steps) }
  }
}

extension Sampler {
  /// Why a setting cannot be given to this sampler, or nil where it reads it.
  func refusal(of setting: SamplerOptions.Setting) -> String? {
    if settings.contains(setting) { return nil }
    let users = Sampler.allCases.filter { $0.settings.contains(setting) }.map(\.id)
    return Unused.message(setting.rawValue, by: "the sampler \(id)", users: users)
  }

  /// Why a value of eta cannot be given. DDPM is DDIM with eta 1, so 1 may be said of it.
  func refusal(ofEta eta: Double) -> String? {
    self == .ddpm && eta == 1 ? nil : refusal(of: .eta)
  }
}
