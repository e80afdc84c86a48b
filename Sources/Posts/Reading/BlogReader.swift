import Dispatch
public import Foundation
import Synchronization

/// Reads a blog's folder.
public struct BlogReader: Sendable {
  public struct Options: Sendable {
    /// In place of the configuration's.
    public var baseURL: String?
    public var includeDrafts: Bool
    /// Posts dated in the future count as any other: an export has no *now*.
    public var includeFuture: Bool
    /// The first error ends the run.
    public var strict: Bool
    /// Files that are read at a time; at least 1.
    public var jobs: Int
    /// In bytes.
    public var maximumFileSize: Int

    public init(
      baseURL: String? = nil, includeDrafts: Bool = false, includeFuture: Bool = true, strict: Bool = false, jobs: Int = 1,
      maximumFileSize: Int = 50_000_000
    ) {
      self.baseURL = baseURL
      self.includeDrafts = includeDrafts
      self.includeFuture = includeFuture
      self.strict = strict
      self.jobs = jobs
      self.maximumFileSize = maximumFileSize
    }
  }

  private let options: Options

  public init(options: Options = Options()) { self.options = options }

  /// Reads all posts below a folder: a site's, its content folder, or any folder of posts.
  ///
  /// - Parameter progress: called with the number of files read and of all, from any thread.
  /// - Throws: a `Problem` when the folder is missing, no folder, or unreadable; with `strict`, the first error.
  public func read(folder: URL, progress: (@Sendable (Int, Int) -> Void)? = nil) throws(Problem) -> Blog {
    let location = try SiteLocation.find(folder)
    var problems: [Problem] = []
    let settings = location.settings(baseURL: options.baseURL, problems: &problems)
    let tree = ContentTree.list(location.content)
    problems += tree.problems
    var skipped = tree.skipped

    let reader = PostReader(settings: settings, includesDrafts: options.includeDrafts)
    let results = readAll(tree.files, below: location.content, reader, progress)
    var posts: [Post] = []
    for (file, result) in zip(tree.files, results) {
      problems += result.problems
      if let post = result.post { posts.append(post) }
      if let reason = result.skipped { skipped.append(.init(file: file, reason: reason)) }
    }
    skipped.sort { Array($0.file.utf8).lexicographicallyPrecedes(Array($1.file.utf8)) }
    if options.strict, let first = problems.first(where: { $0.severity == .error }) { throw first }
    return Blog(site: settings.site, posts: posts, skipped: skipped, problems: problems)
  }

  private func readAll(
    _ files: [String], below folder: URL, _ reader: PostReader, _ progress: (@Sendable (Int, Int) -> Void)?
  ) -> [PostReader.Result] {
    let results = Mutex<[PostReader.Result?]>(Array(repeating: nil, count: files.count))
    let next = Mutex(0)
    let done = Mutex(0)
    DispatchQueue.concurrentPerform(iterations: max(1, min(options.jobs, files.count))) { _ in
      while true {
        let index = next.withLock { value -> Int in
          defer { value += 1 }
          return value
        }
        guard index < files.count else { return }
        let result = read(files[index], below: folder, reader)
        results.withLock { $0[index] = result }
        let count = done.withLock { value -> Int in
          value += 1
          return value
        }
        progress?(count, files.count)
      }
    }
    return results.withLock { $0.map { $0 ?? .init() } }
  }

  private func read(_ file: String, below folder: URL, _ reader: PostReader) -> PostReader.Result {
    let url = folder.appending(path: file)
    do {
      let size = try FileManager.default.attributesOfItem(atPath: url.resolvingSymlinksInPath().path)[.size] as? Int ?? 0
      guard size <= options.maximumFileSize else {
        let limit = options.maximumFileSize / 1_000_000
        return .init(
          skipped: .tooLarge,
          problems: [.init(.tooLarge, "the file has \(size / 1_000_000) MB, more than \(limit) MB", file: file)])
      }
      return reader.read([UInt8](try Data(contentsOf: url)), file: file)
    } catch {
      return .init(skipped: .problem, problems: [.init(.unreadable, "the file cannot be read", file: file)])
    }
  }
}

/// Reads one post from memory.
///
/// - Parameter file: its path relative to the content folder, which says language, section and name.
public func readPost(
  bytes: [UInt8], file: String, site: Site = Site(baseURL: "https://example.org/"), includeDrafts: Bool = true
) -> (post: Post?, problems: [Problem]) {
  var settings = SiteSettings(site: site)
  settings.contentLanguages = []
  let result = PostReader(settings: settings, includesDrafts: includeDrafts).read(bytes, file: file)
  return (result.post, result.problems)
}
