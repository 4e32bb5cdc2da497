/// The way of a block through a network of one output, `f(h)`, and back to its gradient with respect to
/// the inputs, and on to what each parameter contributes to that gradient.
///
/// The loss of a gradient `g` that should be `t` is `|g - t|^2 / 2`; with `u = g - t` its derivative by a
/// parameter is that of `u . g`, the rate of f where the inputs move with u. So the way is: forward to f,
/// back to g, forward again with the rates of the inputs, and back through both (double
/// backpropagation, Drucker and LeCun 1992).
///
/// With layer sums `z`, outputs `h = a(z)`, the rates of both marked by a dot, and the derivatives of f and
/// of its rate with respect to the outputs called `b` and `c`:
/// ```
/// delta = a'(z) b                         the derivative of f by z, and of its rate by z dot
/// gamma = a'(z) c + a''(z) z dot b        the derivative of the rate of f by z
/// dW = h gamma + h dot delta              h those of the layer before, which W reads
/// ```
struct GradientPass {
  let mlp: MLP
  let kernels: Kernels
  let parameters: UnsafePointer<Float>
  /// The transposed weights, with those of the first layer.
  let transposed: UnsafePointer<Float>
  /// The memory of a block, as of the other passes.
  let scratch: UnsafeMutablePointer<Float>
  /// What this pass needs besides, `workCount(of:)` floats.
  let work: UnsafeMutablePointer<Float>

  /// The arrays of a layer in the work memory, each as large as a block of its outputs.
  private enum Part: Int, CaseIterable {
    case slope, curvature, sumRate, rate, back, secondBack
  }

  static func workCount(of mlp: MLP) -> Int {
    mlp.layers.reduce(MLP.blockSize * mlp.layers[0].inputStride) {
      $0 + Part.allCases.count * MLP.blockSize * $1.outputStride
    }
  }

  /// Where the rates of the inputs are to be written, a row for each sample as far apart as the inputs.
  var inputRates: UnsafeMutablePointer<Float> { work }

  private func place(_ part: Part, _ index: Int) -> UnsafeMutablePointer<Float> {
    let before = mlp.layers[..<index].reduce(MLP.blockSize * mlp.layers[0].inputStride) {
      $0 + Part.allCases.count * MLP.blockSize * $1.outputStride
    }
    return work + before + part.rawValue * MLP.blockSize * mlp.layers[index].outputStride
  }

  /// From the inputs in the scratch memory to the outputs there, and on to the gradient with respect to
  /// the inputs: a row of `mlp.carried` for each sample.
  func gradients(rows: Int) {
    forward(rows: rows)
    let last = mlp.layers.count - 1
    let layer = mlp.layers[last]
    for row in 0..<rows { (scratch + layer.delta)[row * layer.outputStride] = 1 }
    for index in mlp.layers.indices.reversed() {
      let layer = mlp.layers[index]
      let into = index == 0 ? scratch + mlp.carried : place(.back, index - 1)
      multiplyBack(
        scratch + layer.delta, through: index, into: into,
        passing: layer.isResidual ? place(.back, index) : nil,
        scaling: index == 0 ? nil : scratch + mlp.layers[index - 1].delta, rows: rows)
    }
  }

  private func forward(rows: Int) {
    for (index, layer) in mlp.layers.enumerated() {
      kernels.multiply(
        MatrixProduct(
          rows: rows, columns: layer.outputs, depth: layer.inputs,
          a: UnsafePointer(scratch + layer.input), rowStride: layer.inputStride, depthStride: 1,
          b: parameters + layer.weights, bStride: layer.outputStride,
          c: scratch + layer.output, cStride: layer.outputStride,
          start: parameters + layer.biases, startStride: 0))
      if index == mlp.layers.count - 1 { break }
      let count = rows * layer.outputStride
      Curvature.write(
        of: mlp.architecture.activation, at: UnsafePointer(scratch + layer.output),
        to: place(.curvature, index), count: count)
      kernels.activate(
        ActivationStep(
          function: mlp.architecture.activation, values: scratch + layer.output,
          slopes: scratch + layer.delta,
          skipped: layer.isResidual ? UnsafePointer(scratch + layer.input) : nil, count: count))
      place(.slope, index).update(from: scratch + layer.delta, count: count)
    }
  }

  /// Adds what each parameter contributes to `u . g` to the gradients, or sets them. It follows
  /// `gradients` with the rates that u gives the inputs written to `inputRates`.
  func addParameterGradients(
    rows: Int, to gradients: UnsafeMutablePointer<Float>, isFirst: Bool
  ) {
    carryRates(rows: rows)
    let zeros = UnsafePointer(scratch + mlp.zeros)
    for index in mlp.layers.indices.reversed() {
      let layer = mlp.layers[index]
      let isLast = index == mlp.layers.count - 1
      if isFirst { (gradients + layer.biases).update(repeating: 0, count: layer.outputStride) }
      let rates = index == 0 ? UnsafePointer(work) : UnsafePointer(place(.rate, index - 1))
      func addProduct(
        _ inputs: UnsafePointer<Float>, _ deltas: UnsafePointer<Float>, sets: Bool
      ) {
        kernels.multiply(
          MatrixProduct(
            rows: layer.inputs, columns: layer.outputs, depth: rows,
            a: inputs, rowStride: 1, depthStride: layer.inputStride,
            b: deltas, bStride: layer.outputStride,
            c: gradients + layer.weights, cStride: layer.outputStride,
            start: sets ? zeros : UnsafePointer(gradients + layer.weights),
            startStride: sets ? 0 : layer.outputStride))
      }
      addProduct(rates, UnsafePointer(scratch + layer.delta), sets: isFirst)
      if isLast { continue }
      let second = place(.secondBack, index)
      if index == mlp.layers.count - 2 {
        // The rate of f does not depend on the last outputs, only on their rates.
        second.update(repeating: 0, count: rows * layer.outputStride)
      }
      let through = layer.isResidual ? copyOfSecond(index, rows: rows) : nil
      bend(index, rows: rows)
      addProduct(UnsafePointer(scratch + layer.input), UnsafePointer(second), sets: false)
      kernels.addRows(
        UnsafePointer(second), rows, layer.outputs, layer.outputStride,
        gradients + layer.biases)
      if index == 0 { break }
      multiplyBack(
        second, through: index, into: place(.secondBack, index - 1), passing: through,
        scaling: nil, rows: rows)
    }
  }

  /// c of a layer as it is before `bend`: what a residual layer lets pass.
  private func copyOfSecond(_ index: Int, rows: Int) -> UnsafeMutablePointer<Float> {
    let copy = scratch + mlp.carried
    copy.update(
      from: place(.secondBack, index), count: rows * mlp.layers[index].outputStride)
    return copy
  }

  /// Makes gamma of c, in its place.
  private func bend(_ index: Int, rows: Int) {
    let (second, slope) = (place(.secondBack, index), place(.slope, index))
    let (curvature, sumRate) = (place(.curvature, index), place(.sumRate, index))
    let back = place(.back, index)
    for i in stride(from: 0, to: rows * mlp.layers[index].outputStride, by: 4) {
      second.store(
        slope.lanes(i) * second.lanes(i)
          + curvature.lanes(i) * sumRate.lanes(i) * back.lanes(i), i)
    }
  }

  /// The rates of the sums and of the outputs, layer by layer.
  private func carryRates(rows: Int) {
    for (index, layer) in mlp.layers.enumerated().dropLast() {
      let incoming = index == 0 ? UnsafePointer(work) : UnsafePointer(place(.rate, index - 1))
      let rates = place(.rate, index)
      let count = rows * layer.outputStride
      rates.update(from: place(.slope, index), count: count)
      kernels.multiply(
        MatrixProduct(
          rows: rows, columns: layer.outputs, depth: layer.inputs,
          a: incoming, rowStride: layer.inputStride, depthStride: 1,
          b: parameters + layer.weights, bStride: layer.outputStride,
          c: place(.sumRate, index), cStride: layer.outputStride,
          start: UnsafePointer(scratch + mlp.zeros), startStride: 0, scaled: rates))
      if layer.isResidual { kernels.addRows(incoming, 1, count, 0, rates) }
    }
  }

  /// Takes derivatives by a layer's sums back to its inputs.
  private func multiplyBack(
    _ deltas: UnsafeMutablePointer<Float>, through index: Int,
    into outputs: UnsafeMutablePointer<Float>, passing: UnsafeMutablePointer<Float>?,
    scaling: UnsafeMutablePointer<Float>?, rows: Int
  ) {
    let layer = mlp.layers[index]
    kernels.multiply(
      MatrixProduct(
        rows: rows, columns: layer.inputs, depth: layer.outputs,
        a: UnsafePointer(deltas), rowStride: layer.outputStride, depthStride: 1,
        b: transposed + layer.transposed, bStride: layer.inputStride,
        c: outputs, cStride: layer.inputStride,
        start: passing.map { UnsafePointer($0) } ?? UnsafePointer(scratch + mlp.zeros),
        startStride: passing == nil ? 0 : layer.inputStride, scaled: scaling))
  }
}
