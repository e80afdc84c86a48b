import Dispatch
public import Foundation
import Synchronization

/// Reads a blog's folder.
public struct BlogReader: Sendable {
  public struct Options: Sendable {
    /// In place of the configuration's; absolute.
    public var baseURL: String?
    public var includeDrafts: Bool
    /// Whether posts dated after `asOf`, and those expired before it, count.
    public var includeFuture: Bool
    /// What stands for today. The clock is never asked, so that the same files give the same blog; without it, every
    /// post counts.
    public var asOf: PostDate?
    /// The first error ends the run.
    public var strict: Bool
    /// Files that are read at a time; at least 1.
    public var jobs: Int
    /// In bytes; larger files are left out.
    public var maximumFileSize: Int

    public init(
      baseURL: String? = nil, includeDrafts: Bool = false, includeFuture: Bool = true, asOf: PostDate? = nil,
      strict: Bool = false, jobs: Int = 1, maximumFileSize: Int = 2_000_000
    ) {
      self.baseURL = baseURL
      self.includeDrafts = includeDrafts
      self.includeFuture = includeFuture
      self.asOf = asOf
      self.strict = strict
      self.jobs = jobs
      self.maximumFileSize = maximumFileSize
    }
  }

  private let options: Options

  public init(options: Options = Options()) { self.options = options }

  /// Reads all posts below a folder: a site's, its content folder, or any folder of posts.
  ///
  /// - Parameters:
  ///   - known: asked before a file is read; what it answers stands in for the file.
  ///   - progress: called with the number of files read and of all, from any thread.
  /// - Throws: a `Problem` when the folder is missing, no folder, or unreadable, or when the base URL is no address;
  ///   with `strict`, the first error.
  public func read(
    folder: URL, known: (any KnownFiles)? = nil, progress: (@Sendable (Int, Int) -> Void)? = nil
  ) throws(Problem) -> Blog {
    let location = try SiteLocation.find(folder, baseURL: options.baseURL)
    var settings = location.settings
    let tree = ContentTree.list(location.content, settings)
    settings.sections = tree.sections
    let before = location.problems + tree.problems
    if options.strict, let first = before.first(where: { $0.severity == .error }) { throw first }

    let setup = known == nil ? "" : SHA256.hexadecimal(Array(StableText.of(settings).utf8))
    let results = readAll(
      tree.files, reader(settings, tree.files, below: location.content), location.content,
      { file, path in known?.reading(of: file, at: path, setup: setup) }, progress)
    var blog = Blog(site: settings.site, posts: [], skipped: tree.skipped, problems: before)
    blog.setup = setup
    var published: [String: String] = [:]
    for (file, result) in zip(tree.files, results) {
      guard let (found, isKnown) = result else { continue }
      blog.readings.append((file, found, isKnown))
      var result = found
      if let post = result.post, let other = published.updateValue(file, forKey: post.permalink) {
        published[post.permalink] = other
        result.post = nil
        result.skipped = .problem
        result.problems.append(
          Problem(
            .duplicatePermalink, "the post would be published at the address of \(other): \(post.permalink)", file: file
          ))
      }
      blog.problems += result.problems
      if options.strict, let first = result.problems.first(where: { $0.severity == .error }) { throw first }
      if let post = result.post { blog.posts.append(post) }
      if let reason = result.skipped { blog.skipped.append(.init(file: file, reason: reason)) }
    }
    blog.skipped.sort { $0.file.utf8.lexicographicallyPrecedes($1.file.utf8) }
    return blog
  }

  private func reader(_ settings: SiteSettings, _ files: [String], below folder: URL) -> PostReader {
    let plain = PostReader(settings: settings)
    let index = PageIndex(files, settings)
    var reader = plain
    reader.includesDrafts = options.includeDrafts
    reader.asOf = options.includeFuture ? nil : options.asOf
    reader.resolveReference = { reference, file in
      guard let target = index.file(of: reference, from: file),
        let data = try? Data(contentsOf: folder.appending(path: target)),
        let address = plain.permalink([UInt8](data), file: target)
      else { return nil }
      return address + String(reference.drop { $0 != "#" })
    }
    return reader
  }

  /// In the order of `files`. With `strict`, one after the other up to the first error.
  private func readAll(
    _ files: [String], _ reader: PostReader, _ folder: URL,
    _ known: @Sendable (_ file: String, _ path: String) -> FileReading?, _ progress: (@Sendable (Int, Int) -> Void)?
  ) -> [(FileReading, isKnown: Bool)?] {
    struct State {
      var next = 0
      var done = 0
      var results: [(FileReading, isKnown: Bool)?]
    }
    let state = Mutex(State(results: Array(repeating: nil, count: files.count)))
    let jobs = options.strict ? 1 : max(1, min(options.jobs, files.count))
    DispatchQueue.concurrentPerform(iterations: jobs) { _ in
      while true {
        let index = state.withLock { state -> Int in
          defer { state.next += 1 }
          return state.next
        }
        guard index < files.count else { return }
        let path = folder.appending(path: files[index]).resolvingSymlinksInPath().path
        let unchanged = known(files[index], path)
        let result = unchanged ?? read(files[index], at: path, reader)
        let done = state.withLock { state -> Int in
          state.results[index] = (result, unchanged != nil)
          state.done += 1
          return state.done
        }
        progress?(done, files.count)
        if options.strict, result.problems.contains(where: { $0.severity == .error }) { return }
      }
    }
    return state.withLock { $0.results }
  }

  private func read(_ file: String, at path: String, _ reader: PostReader) -> FileReading {
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: path),
      // A pipe or a device would never end.
      attributes[.type] as? FileAttributeType == .typeRegular
    else { return failure(.unreadable, "the file cannot be read", file) }
    let size = (attributes[.size] as? NSNumber)?.intValue ?? 0
    guard size <= options.maximumFileSize else {
      let message = "the file has \(size / 1_000_000) MB, more than \(options.maximumFileSize / 1_000_000) MB"
      return failure(.tooLarge, message, file, .tooLarge)
    }
    guard let data = try? Data(contentsOf: URL(filePath: path)) else {
      return failure(.unreadable, "the file cannot be read", file)
    }
    return reader.read([UInt8](data), file: file)
  }

  private func failure(
    _ code: Problem.Code, _ message: String, _ file: String, _ reason: Blog.SkippedFile.Reason = .problem
  ) -> FileReading {
    .init(skipped: reason, problems: [Problem(code, message, file: file)])
  }
}

/// Reads one post from memory.
///
/// - Parameter file: its path relative to the content folder, which says language, section and name.
public func readPost(
  bytes: [UInt8], file: String, site: Site = Site(baseURL: "https://example.org/"), includeDrafts: Bool = true
) -> (post: Post?, problems: [Problem]) {
  let reader = PostReader(settings: SiteSettings(site: site), includesDrafts: includeDrafts)
  let result = reader.read(bytes, file: file)
  return (result.post, result.problems)
}
