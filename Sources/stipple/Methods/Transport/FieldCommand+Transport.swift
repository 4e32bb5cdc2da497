import Diffusion

extension FieldCommand {
  /// The field of a transport at a time.
  func transportTable(
    of transport: Transport, in laboratory: Laboratory, on console: Console
  ) throws(InputError) -> String {
    let time = try level.time(on: laboratory.schedule)
    let network =
      model.model == ModelOption.exact
      ? nil
      : try laboratory.velocityField(
        inFile: model.model, on: console)
    if network == nil && guidance.weak != nil {
      throw InputError("--weak: the exact field has no worse one to turn away from; name a --model")
    }
    if network == nil && !transport.coupling.isExact {
      throw InputError(TransportError.noExactField(transport.coupling).description)
    }
    let helpers = try guidance.helpers(forTransport: laboratory, on: console)
    let points = try console.points(points, as: form.form).points
    return TransportField(
      laboratory: laboratory, transport: transport, time: time,
      model: try network.map { network throws(InputError) in
        try guided(network, of: transport, in: laboratory, with: helpers)
      }
    ).table(at: points).text
  }

  /// The field at a time of the pairs that end in one component of the data.
  func conditionalTable(
    of transport: Transport, component index: Int, in laboratory: Laboratory, on console: Console
  ) throws(InputError) -> String {
    if model.model != ModelOption.exact {
      throw InputError("--conditional: a network knows no components; leave out --model")
    }
    let time = try level.time(on: laboratory.schedule)
    if !transport.coupling.isExact {
      throw InputError(TransportError.noExactField(transport.coupling).description)
    }
    let index = try checked(index, of: transport.data.components.count)
    guard let part = transport.part(at: time, endingIn: index) else {
      throw InputError(
        "--conditional: the component \(index) has no weight, and nothing leads to it")
    }
    let points = try console.points(points, as: form.form).points
    return TransportField(
      laboratory: laboratory, transport: transport, time: time, model: nil, part: part
    ).table(at: points).text
  }

  /// The network's answer for what is asked: a field has no starts, so that a label is always told.
  private func guided(
    _ network: LearnedVelocityField, of transport: Transport, in laboratory: Laboratory,
    with helpers: GuidanceHelpers
  ) throws(InputError) -> any VelocityField {
    guard let guidance = laboratory.guidance else { return network }
    do throws(TransportError) {
      return try guidance.guiding(network, of: transport, awayFrom: helpers.weakerVelocityField)
    } catch {
      throw InputError(error.description)
    }
  }
}
