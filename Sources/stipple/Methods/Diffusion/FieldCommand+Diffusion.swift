import Diffusion

extension FieldCommand {
  /// Prints what a denoiser says at a noise level.
  func printDiffusion(in laboratory: Laboratory, on console: Console) throws {
    let place = try level.place(on: laboratory.schedule)
    let points = try console.points(points, as: form.form).points
    let chosen = try model.denoiser(for: laboratory, console: console)
    let helpers = try guidance.helpers(of: chosen.network, for: laboratory, console: console)
    let isAsked = chosen.network != nil || helpers.weaker != nil || helpers.classifier != nil
    if place.level.isClean && isAsked {
      throw InputError("a network has no score where no noise is left; name a noisier level")
    }
    let model = laboratory.guided(chosen.denoiser(in: laboratory), with: helpers)
    let field =
      if case .empirical = chosen.kind {
        try empirical(in: laboratory, at: place, model: model)
      } else {
        GuidedField(
          whole: laboratory.mixture, shown: laboratory.target, frame: laboratory.frame,
          place: place, model: model,
          cleanScore: laboratory.guidance?.cleanScore
            ?? laboratory.mixture.diffused(to: place.level).score)
      }
    try console.output(notation.inUse.renamed(field.table(at: points).text))
  }

  /// The field of the known points, or of those of them with the labels that are asked for.
  private func empirical(
    in laboratory: Laboratory, at place: FieldPlace, model: any Denoiser
  ) throws(InputError) -> GuidedField {
    let whole = laboratory.trainingMixture
    var shown = whole
    if let wanted = laboratory.guidance?.wanted {
      do throws(MixtureError) {
        shown = try whole.conditioned(onLabels: wanted.indices)
      } catch {
        throw InputError("none of the known points has the label '\(wanted.prompt)'")
      }
    }
    return GuidedField(
      whole: whole, shown: shown, frame: laboratory.frame, place: place, model: model)
  }

  /// Prints what is known of the points that one component, or one known point, has been noised to.
  func printConditional(
    on index: Int, in laboratory: Laboratory, on console: Console
  ) throws {
    if ![ModelOption.exact, ModelOption.empirical].contains(model.model) {
      throw InputError("--conditional: a network knows no components; leave out --model")
    }
    let chosen = try model.denoiser(for: laboratory, console: console)
    let whole = chosen.mixture(in: laboratory) ?? laboratory.mixture
    let place = try level.place(on: laboratory.schedule)
    let alone = whole.alone(
      try checked(
        index, of: whole.components.count,
        laboratory.mixture == whole ? "component" : "training point"))
    let points = try console.points(points, as: form.form).points
    let diffused = whole.diffused(to: place.level)
    let field = GuidedField(
      whole: whole, shown: alone, frame: laboratory.frame, place: place,
      model: ExactDenoiser(mixture: alone),
      weight: { diffused.responsibilities(at: $0)[index] })
    try console.output(notation.inUse.renamed(field.table(at: points).text))
  }
}
