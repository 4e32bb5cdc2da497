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
    let field = GuidedField(
      laboratory: laboratory, place: place,
      model: laboratory.guided(network ?? laboratory.exactDenoiser, with: helpers))
    try console.output(field.table(at: points).text)
  }
}
