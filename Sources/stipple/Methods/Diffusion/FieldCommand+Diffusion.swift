import Diffusion

extension FieldCommand {
  /// Prints what a denoiser says at a noise level.
  func printDiffusion(in laboratory: Laboratory, on console: Console) throws {
    let place = try level.place(on: laboratory.schedule)
    let points = try console.points(points, as: form.form).points
    let network = try model.network(for: laboratory, console: console)
    let helpers = try guidance.helpers(of: network, for: laboratory, console: console)
    if place.level.isClean && (network != nil || helpers.weaker != nil || helpers.classifier != nil)
    {
      throw InputError("a network has no score where no noise is left; name a noisier level")
    }
    let whole = laboratory.mixture
    let field = GuidedField(
      whole: whole, shown: laboratory.target, frame: laboratory.frame, place: place,
      model: laboratory.guided(network ?? laboratory.exactDenoiser, with: helpers),
      cleanScore: laboratory.guidance?.cleanScore ?? whole.diffused(to: place.level).score)
    try console.output(field.table(at: points).text)
  }

  /// Prints what is known of the points that one component alone has been noised to.
  func printConditional(
    on index: Int, in laboratory: Laboratory, on console: Console
  ) throws {
    if model.model != ModelOption.exact {
      throw InputError("--conditional: a network knows no components; leave out --model")
    }
    let place = try level.place(on: laboratory.schedule)
    let whole = laboratory.mixture
    let alone = whole.alone(try checked(index, of: whole.components.count))
    let points = try console.points(points, as: form.form).points
    let diffused = whole.diffused(to: place.level)
    let field = GuidedField(
      whole: whole, shown: alone, frame: laboratory.frame, place: place,
      model: ExactDenoiser(mixture: alone),
      weight: { diffused.responsibilities(at: $0)[index] })
    try console.output(field.table(at: points).text)
  }
}
