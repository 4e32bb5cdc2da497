extension Weights {
  /// What stands between data and coupling in the name of what a network of velocities has learned.
  static let transportMark = ", coupling"

  /// Whether the network has learned the velocities of a transport, and so is no denoiser.
  public var isOfTransport: Bool { data.contains(Self.transportMark) }

  /// What the inputs and outputs of the network are, in words for those who rebuild it elsewhere.
  var meaning: (inputs: String, outputs: String) {
    isOfTransport
      ? (Self.transportInputs, Self.transportOutputs) : (Self.inputs, Self.outputs(predicts))
  }

  /// What is another thing in a network of velocities: `TransportFrame`.
  private static let transportInputs =
    "p = (x - m) / r with m and r the mean and the root mean square deviation per axis of all points"
    + " under way at time t, in 0.001..1 (0.999 for a bridge) with data at 0, l = 8 - 16 t;"
    + String(inputs.drop { $0 != ";" }.dropFirst())
  private static let transportOutputs =
    "dx/dt = m' + q output, m' the derivative of m and q the root mean square deviation per axis of"
    + " the velocities of pairs"
}
