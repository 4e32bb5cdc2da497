import Testing

@testable import Diffusion

@Suite("Gradients of gradients")
struct GradientPassTests {
  private static let architectures = [
    MLP.Architecture(inputs: 3, hidden: [7, 5], outputs: 1),
    MLP.Architecture(inputs: 4, hidden: [6], outputs: 1, activation: .gelu),
    MLP.Architecture(inputs: 2, hidden: [18, 18, 18], outputs: 1, isResidual: true),
    MLP.Architecture(
      inputs: 3, hidden: [9, 9, 4], outputs: 1, activation: .gelu, isResidual: true),
  ]

  /// How fast the rate of the output in a direction changes with every parameter, over all samples, in
  /// double precision by differences.
  private static func reference(
    _ network: PlainNetwork, _ inputs: [[Double]], _ directions: [[Double]]
  ) -> [Double] {
    let (along, across) = (1e-4, 1e-4)
    func rates(_ network: PlainNetwork) -> Double {
      zip(inputs, directions).reduce(0) { sum, sample in
        func value(_ sign: Double) -> Double {
          network.outputs(of: zip(sample.0, sample.1).map { $0 + sign * along * $1 })[0]
        }
        return sum + (value(1) - value(-1)) / (2 * along)
      }
    }
    return network.parameters.indices.map { index in
      var (more, less) = (network, network)
      more.parameters[index] += across
      less.parameters[index] -= across
      return (rates(more) - rates(less)) / (2 * across)
    }
  }

  @Test(
    "What parameters contribute to a gradient is what differences say", arguments: architectures)
  func parameters(architecture: MLP.Architecture) {
    var stream = Randomness(seed: 5).stream(.initialization)
    let mlp = MLP(architecture)
    let parameters = (0..<architecture.parameterCount).map { _ in
      Float(0.5 * stream.normalPoint().x)
    }
    let rows = 5
    func draw() -> [[Float]] {
      (0..<rows).map { _ in
        (0..<architecture.inputs).map { _ in Float(stream.normalPoint().x) }
      }
    }
    let (inputs, directions) = (draw(), draw())
    let network = PlainNetwork(
      architecture: architecture, parameters: parameters.map { Double($0) })
    let expected = Self.reference(
      network, inputs.map { $0.map { Double($0) } }, directions.map { $0.map { Double($0) } })
    for kernels in [Kernels.portable, Kernels(.best)] {
      let found = Self.contributions(mlp, parameters, inputs, directions, kernels)
      #expect(relativeDistance(found.parameters, expected) < 1e-4)
      for (row, gradient) in found.inputs.enumerated() {
        let exact = (0..<architecture.inputs).map { index -> Double in
          var (more, less) = (inputs[row].map { Double($0) }, inputs[row].map { Double($0) })
          more[index] += 1e-5
          less[index] -= 1e-5
          return (network.outputs(of: more)[0] - network.outputs(of: less)[0]) / 2e-5
        }
        #expect(relativeDistance(gradient, exact) < 1e-4)
      }
    }
  }

  /// By two blocks, so that the second is added to the first.
  private static func contributions(
    _ mlp: MLP, _ parameters: [Float], _ inputs: [[Float]], _ directions: [[Float]],
    _ kernels: Kernels
  ) -> (inputs: [[Float]], parameters: [Float]) {
    let padded = mlp.pad(parameters)
    var transposed = [Float](repeating: 0, count: mlp.transposedCount)
    mlp.transpose(padded, into: &transposed, includingFirst: true, kernels: kernels)
    var sums = [Float](repeating: 7, count: mlp.paddedCount)
    var found: [[Float]] = []
    let stride = mlp.layers[0].inputStride
    for range in [0..<3, 3..<inputs.count] {
      var scratch = [Float](repeating: 0, count: mlp.scratchCount)
      var work = [Float](repeating: 0, count: GradientPass.workCount(of: mlp))
      scratch.withUnsafeMutableBufferPointer { scratch in
        work.withUnsafeMutableBufferPointer { work in
          padded.withUnsafeBufferPointer { padded in
            transposed.withUnsafeBufferPointer { transposed in
              sums.withUnsafeMutableBufferPointer { sums in
                guard let memory = scratch.baseAddress, let place = work.baseAddress,
                  let weights = padded.baseAddress, let turned = transposed.baseAddress,
                  let gradients = sums.baseAddress
                else { return }
                let pass = GradientPass(
                  mlp: mlp, kernels: kernels, parameters: weights, transposed: turned,
                  scratch: memory, work: place)
                for (row, member) in range.enumerated() {
                  for (i, value) in inputs[member].enumerated() { memory[row * stride + i] = value }
                }
                pass.gradients(rows: range.count)
                for (row, member) in range.enumerated() {
                  found.append(
                    (0..<mlp.architecture.inputs).map { memory[mlp.carried + row * stride + $0] })
                  for (i, value) in directions[member].enumerated() {
                    pass.inputRates[row * stride + i] = value
                  }
                }
                pass.addParameterGradients(
                  rows: range.count, to: gradients, isFirst: range.lowerBound == 0)
              }
            }
          }
        }
      }
    }
    return (found, mlp.unpad(sums))
  }
}
