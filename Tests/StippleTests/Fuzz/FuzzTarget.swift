import Foundation

// What libFuzzer calls where the tests are built with it (`.ci/fuzz`); nobody calls it elsewhere.

/// Fills the folder that the first argument names, where it is empty, with what to begin with.
@_cdecl("LLVMFuzzerInitialize")
public func beginFuzzing(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>
) -> CInt {
  let words = (1..<Int(count.pointee)).compactMap { index in
    arguments.pointee[index].map { String(cString: $0) }
  }
  // A file is an input that is tried again.
  guard let folder = words.first(where: { !$0.hasPrefix("-") }),
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder), names.isEmpty
  else { return 0 }
  do {
    for (number, seed) in try FuzzInput.seeds().enumerated() {
      try Data(seed.bytes).write(to: URL(filePath: "\(folder)/seed-\(number)"))
    }
  } catch {
    print("\(folder) cannot be filled: \(error)")
    exit(2)
  }
  return 0
}

/// Takes one input of the fuzzer, and traps where it is not taken as it has to be.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let input = FuzzInput(bytes: Array(UnsafeBufferPointer(start: start, count: count))) else {
    return 0
  }
  do {
    let faults = try input.faults()
    precondition(faults.isEmpty, "\(faults)")
  } catch {
    preconditionFailure("an error that no file has: \(error)")
  }
  return 0
}
