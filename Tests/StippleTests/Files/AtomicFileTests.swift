import Foundation
import Testing

@testable import stipple

@Suite struct AtomicFileTests {
  private func text(_ path: String) throws -> String {
    try String(contentsOfFile: path, encoding: .utf8)
  }

  @Test func aFileIsMadeAndReplaced() throws {
    let scratch = try Scratch()
    let path = scratch.file("a.txt")
    try AtomicFile.write(Data("first".utf8), to: path)
    #expect(try text(path) == "first")
    try AtomicFile.write(Data("second".utf8), to: path)
    #expect(try text(path) == "second")
    #expect(try scratch.names == ["a.txt"])
  }

  @Test func aFailureHalfWayLeavesTheOldFile() throws {
    let scratch = try Scratch()
    let path = try scratch.write("precious", to: "a.txt")
    #expect(throws: WorkError("the disk is full")) {
      try AtomicFile.write(to: path) { descriptor throws(WorkError) in
        _ = Foundation.write(descriptor, "half", 4)
        throw WorkError("the disk is full")
      }
    }
    #expect(try text(path) == "precious")
    #expect(try scratch.names == ["a.txt"])
  }

  @Test func permissionsAndLinksOfTheOldFileStay() throws {
    let scratch = try Scratch()
    let path = try scratch.write("old", to: "a.txt")
    chmod(path, 0o640)
    let link = scratch.file("link.txt")
    symlink(path, link)
    try AtomicFile.write(Data("new".utf8), to: link)
    #expect(try text(path) == "new")
    var status = stat()
    #expect(lstat(link, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
    #expect(stat(path, &status) == 0 && status.st_mode & 0o777 == 0o640)
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func aFullDiskIsSaid() {
    #expect(throws: WorkError("/dev/full: cannot be written: No space left on device")) {
      try AtomicFile.write(Data("text".utf8), to: "/dev/full")
    }
  }

  @Test func aMissingFolderIsFoundBeforeTheWork() throws {
    let scratch = try Scratch()
    let path = scratch.file("no/such/a.txt")
    #expect(throws: InputError.self) { try AtomicFile.check(path) }
    #expect(throws: WorkError.self) { try AtomicFile.write(Data(), to: path) }
    try AtomicFile.check(scratch.file("a.txt"))
  }

  @Test func aFolderIsNotAFileToWrite() throws {
    let scratch = try Scratch()
    let path = scratch.path
    let expected = InputError("is a folder; name a file in it", file: path)
    #expect(throws: expected) { try AtomicFile.check(path) }
  }
}
