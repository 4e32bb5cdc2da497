/// A picture of one colour on black as its form, a brightness for each pixel, and its tint, the three
/// channels beside the brightest one: luma and chroma, as cameras keep them apart too.
struct FormAndTint {
  let form: [Float]
  let tint: [Float]

  /// - Parameter pixels: red, green and blue of every pixel.
  init(of pixels: [Float]) {
    var form: [Float] = []
    var sums = SIMD3<Float>()
    var whole: Float = 1e-6
    for first in stride(from: 0, to: pixels.count, by: 3) {
      let brightest = max(pixels[first], max(pixels[first + 1], pixels[first + 2]))
      form.append(brightest)
      sums += SIMD3(pixels[first], pixels[first + 1], pixels[first + 2])
      whole += brightest
    }
    self.form = form
    tint = [sums.x / whole, sums.y / whole, sums.z / whole]
  }

  init(form: [Float], tint: [Float]) {
    (self.form, self.tint) = (form, tint)
  }

  /// Red, green and blue of every pixel, from 0 to 1.
  var pixels: [Float] {
    form.flatMap { brightness in tint.map { min(1, max(0, brightness * $0)) } }
  }
}
