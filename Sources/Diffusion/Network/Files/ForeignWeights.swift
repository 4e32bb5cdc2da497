import Foundation

/// Files of weights in the forms of other programs, told by their first bytes.
enum ForeignWeights {
  /// What the bytes are, and how they are read in Python; nil for what is none of these.
  static func form(of bytes: [UInt8]) -> (name: String, reading: String)? {
    // The length of a safetensors header may look like any of these.
    if bytes.count > 8, bytes[8] == UInt8(ascii: "{") { return nil }
    if bytes.starts(with: Array("PK\u{3}\u{4}".utf8)) {
      return ("a zip archive, as PyTorch's .pt and NumPy's .npz are", "torch.load or numpy.load")
    }
    if bytes.count > 2, bytes[0] == 0x80, (2...5).contains(bytes[1]) {
      return ("a Python pickle, as old PyTorch files are", "torch.load")
    }
    if bytes.starts(with: [0x89] + Array("HDF\r\n".utf8)) { return ("an HDF5 file", "h5py.File") }
    if bytes.starts(with: [0x93] + Array("NUMPY".utf8)) { return ("a NumPy array", "numpy.load") }
    if bytes.starts(with: Array("GGUF".utf8)) { return ("a GGUF file", "gguf.GGUFReader") }
    // A message of ONNX begins with its version, then the name of its producer.
    if bytes.count > 4, bytes[0] == 0x08, (1...12).contains(bytes[1]), bytes[2] == 0x12 {
      return ("an ONNX file", "onnx.load")
    }
    return nil
  }
}
