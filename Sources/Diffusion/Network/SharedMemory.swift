/// The address of memory that several threads work on at a time, each on a part of its own.
///
/// Whoever hands it to other threads says which part is whose, and keeps the memory alive until
/// all are done; that is why pointers themselves may not cross threads, and why this name stands
/// wherever one does.
struct SharedMemory<Element>: Sendable {
  private let address: Int

  init(_ pointer: UnsafeMutablePointer<Element>) { address = Int(bitPattern: pointer) }

  var pointer: UnsafeMutablePointer<Element> {
    guard let pointer = UnsafeMutablePointer<Element>(bitPattern: address) else {
      preconditionFailure("the address of a pointer is that of a pointer")
    }
    return pointer
  }
}
