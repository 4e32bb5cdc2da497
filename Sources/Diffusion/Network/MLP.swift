/// A multilayer perceptron: linear layers with a smooth function between them, its parameters in one
/// array.
///
/// A value of this type knows where every matrix lies; the parameters are passed in, so that one
/// description serves the network that learns, its gradients and its moving average.
public struct MLP: Sendable, Hashable {
  /// The sizes of the layers.
  public struct Architecture: Sendable, Hashable, Codable {
    public var inputs: Int
    /// The widths of the hidden layers, each followed by the activation.
    public var hidden: [Int]
    public var outputs: Int
    public var activation: Activation
    /// Whether a hidden layer as wide as the one before adds to what comes in, instead of replacing
    /// it (He et al. 2016).
    public var isResidual: Bool

    public init(
      inputs: Int, hidden: [Int], outputs: Int, activation: Activation = .silu,
      isResidual: Bool = false
    ) {
      self.inputs = inputs
      self.hidden = hidden
      self.outputs = outputs
      self.activation = activation
      self.isResidual = isResidual
    }

    /// The number of weights and biases.
    public var parameterCount: Int {
      shapes.reduce(0) { $0 + ($1.inputs + 1) * $1.outputs }
    }

    /// The inputs and outputs of every linear layer, in order.
    var shapes: [(inputs: Int, outputs: Int)] {
      Array(zip([inputs] + hidden, hidden + [outputs]))
    }
  }

  /// One linear layer: where its matrices lie in the arrays of parameters and in the scratch memory
  /// of a block. All are rows of floats.
  struct Layer: Sendable, Hashable {
    let inputs: Int
    let outputs: Int
    /// The distance between rows as wide as the inputs.
    let inputStride: Int
    /// The distance between rows as wide as the outputs.
    let outputStride: Int

    /// Among the parameters: the weights, a row of outputs for each input.
    let weights: Int
    /// Among the parameters: the biases, one row.
    let biases: Int
    /// Among the transposed weights: a row of inputs for each output.
    let transposed: Int

    /// In the scratch memory: what goes in, a row for each sample.
    let input: Int
    /// In the scratch memory: what comes out, after the activation, which is the next layer's input.
    let output: Int
    /// In the scratch memory: on the way there the derivatives of the activation at the layer's sums;
    /// on the way back these times the gradient behind them, the gradient with respect to the sums.
    let delta: Int
    /// Whether what comes in is added to what comes out.
    let isResidual: Bool
  }

  /// Rows start a multiple of this many floats apart: the widest vector a processor has, so that no
  /// row needs a special last piece.
  static let padding = 16

  /// How many samples go through all layers together: few enough for their activations to stay in
  /// the processor's nearest caches.
  static let blockSize = 64

  public let architecture: Architecture
  let layers: [Layer]
  /// The number of floats of a padded array of parameters.
  let paddedCount: Int
  /// The number of floats of the array of transposed weights.
  let transposedCount: Int
  /// In the scratch memory: on the way back the gradient with respect to a layer's outputs.
  let carried: Int
  /// In the scratch memory: a row of zeros as wide as any layer.
  let zeros: Int
  /// The floats of scratch memory a block needs, all zero before its first use.
  let scratchCount: Int

  public init(_ architecture: Architecture) {
    self.architecture = architecture
    var layers: [Layer] = []
    var parameters = 0
    var transposed = 0
    var scratch = Self.blockSize * Self.padded(architecture.inputs)
    var input = 0
    for (index, shape) in architecture.shapes.enumerated() {
      let stride = Self.padded(shape.outputs)
      let block = Self.blockSize * stride
      let isInner = 0 < index && index < architecture.hidden.count
      let layer = Layer(
        inputs: shape.inputs, outputs: shape.outputs, inputStride: Self.padded(shape.inputs),
        outputStride: stride, weights: parameters, biases: parameters + shape.inputs * stride,
        transposed: transposed, input: input, output: scratch, delta: scratch + block,
        isResidual: architecture.isResidual && isInner && shape.inputs == shape.outputs)
      layers.append(layer)
      parameters = layer.biases + stride
      transposed += Self.padded(shape.outputs * layer.inputStride)
      input = layer.output
      scratch += 2 * block
    }
    let widest = layers.map { max($0.inputStride, $0.outputStride) }.max() ?? 0
    self.layers = layers
    paddedCount = parameters
    transposedCount = transposed
    carried = scratch
    zeros = carried + Self.blockSize * widest
    scratchCount = zeros + widest
  }

  /// The floats a row of `count` takes.
  static func padded(_ count: Int) -> Int { (count + padding - 1) / padding * padding }
}
