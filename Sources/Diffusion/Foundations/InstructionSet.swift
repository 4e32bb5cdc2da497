import CKernels

/// The vector instructions that the heavy arithmetic is done with.
///
/// All but one give the same results up to rounding. The fastest of these that this processor has is the
/// default wherever one can be chosen; the others are there to be compared with.
public enum InstructionSet: Choice {
  /// The readable version in Swift, the reference for the others.
  case swift
  /// Four floats at a time on x86-64, without fused multiplication and addition.
  case sse2
  /// Four floats at a time on ARM.
  case neon
  /// Eight floats at a time on x86-64.
  case avx2
  /// Sixteen floats at a time on x86-64.
  case avx512
  /// The same, with operands of products rounded to bfloat16 and their sums kept in floats.
  case avx512BFloat16

  public static let familyName = "instruction set"

  public var id: String {
    switch self {
    case .swift: "swift"
    case .sse2: "sse2"
    case .neon: "neon"
    case .avx2: "avx2"
    case .avx512: "avx512"
    case .avx512BFloat16: "avx512-bf16"
    }
  }

  public var title: String {
    switch self {
    case .swift: "Swift"
    case .sse2: "SSE2"
    case .neon: "NEON"
    case .avx2: "AVX2"
    case .avx512: "AVX-512"
    case .avx512BFloat16: "AVX-512 with bfloat16"
    }
  }

  public var summary: String {
    switch self {
    case .swift: "the readable reference, on any processor"
    case .sse2: "four floats at a time, on every x86-64 processor"
    case .neon: "four floats at a time, on every 64-bit ARM processor"
    case .avx2: "eight floats at a time with fused multiplication and addition"
    case .avx512: "sixteen floats at a time with fused multiplication and addition"
    case .avx512BFloat16: "as AVX-512, with factors rounded to bfloat16, for training alone"
    }
  }

  /// Those that this processor has, the slowest first.
  public static let offered = allCases.filter(\.isAvailable)

  /// Those of them that give the same results up to the rounding of floats.
  public static let available = offered.filter { $0 != .avx512BFloat16 }

  /// The fastest that this processor has.
  public static let best = available.last ?? .swift

  /// Whether this processor has it.
  public var isAvailable: Bool {
    guard let version else { return self == .swift }
    return kernelsAreAvailable(version)
  }

  /// The version of the C kernels; nil for Swift and for what belongs to another architecture.
  var version: Int32? {
    switch self {
    case .swift: nil
    #if arch(arm64)
      case .neon: Int32(kernelsBaseline)
      case .sse2, .avx2, .avx512, .avx512BFloat16: nil
    #else
      case .neon: nil
      case .sse2: Int32(kernelsBaseline)
      case .avx2: Int32(kernelsAVX2)
      case .avx512: Int32(kernelsAVX512)
      case .avx512BFloat16: Int32(kernelsAVX512BFloat)
    #endif
    }
  }
}
