import Diffusion

extension PresetReader {
  /// `sampler`: a name, or `kind`, where its steps fall, and its settings.
  func sampler(_ value: PresetValue) throws(InputError) -> SamplerSpecification {
    var specification = SamplerSpecification()
    if value.node.scalar != nil {
      specification.kind = try value.member(of: Sampler.self)
      return specification
    }
    let entries = try value.entries(["kind", "grid", "steps", "eta", "variance"])
    if let kind = entries["kind"] { specification.kind = try kind.member(of: Sampler.self) }
    if let grid = entries["grid"] { specification.grid = try grid.member(of: GridKind.self) }
    if let steps = entries["steps"] { specification.steps = try steps.whole() }
    if let eta = entries["eta"] {
      let number = try eta.number()
      if let reason = specification.kind.refusal(ofEta: number) { throw eta.error(reason) }
      if specification.kind.settings.contains(.eta) { specification.options.eta = number }
    }
    if let variance = entries["variance"] {
      if let reason = specification.kind.refusal(of: .variance) { throw variance.error(reason) }
      specification.options.variance = try variance.member(
        of: SamplerOptions.Variance.self, called: "variance")
    }
    return specification
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
