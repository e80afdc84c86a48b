import ArgumentParser
import Foundation
import Posts
import Publishing

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Read a blog and write its knowledge graph.",
    discussion: """
      CONTENT is the folder of a Hugo or Jekyll site, its content folder, or any folder of posts. Base URL, languages and \
      permalinks come from the site's configuration, if there is one.

      OUT gets graph.nq, graph.ttl and graph.jsonld (the same triples), evidence.nq (the words behind each fact), \
      dataset.nq (counts and provenance), report.txt and report.ttl (what the shapes find), and pages/…/index.jsonld \
      (structured data for each post's page). index.html opens the explorer: pages for people about everything in the \
      graph, that need no server. Other files in OUT stay as they are, and a run that is killed leaves the \
      former export.

      An export starts from the one before it: posts that have not changed are not read again, and files that stay the same \
      are not written again. What is kept for that lies in the cache folder ($XDG_CACHE_HOME/bloggraph); the bytes are the \
      same without it.

      Examples:
        bloggraph export . -o output/
        bloggraph export content/ -o output/ --base https://www.example.com/
        bloggraph export content/ -o output/ --drafts --min-confidence 0.8
        bloggraph export . -o output/ --watch
        bloggraph export --hugo .
      """)

  @Argument(help: ArgumentHelp("The blog's folder (with --hugo, by default the site's).", valueName: "content"))
  var content: String?

  @Option(name: [.short, .long], help: ArgumentHelp("The folder to write.", valueName: "out"))
  var output: String?

  @Option(
    help: ArgumentHelp(
      "A Hugo site that gets the pages' structured data as data files, and a partial.", valueName: "site"))
  var hugo: String?

  @Option(help: ArgumentHelp("The blog's base URL, in place of the site configuration's.", valueName: "url"))
  var base: String?

  @Flag(help: "Take drafts too.")
  var drafts = false

  @Flag(help: "Stop at the first problem, and write nothing.")
  var strict = false

  @Option(help: ArgumentHelp("How many posts to work on at once (default: one for each core).", valueName: "n"))
  var jobs: Int?

  @Option(help: ArgumentHelp("Leave out what is less sure than this (0 to 1).", valueName: "x"))
  var minConfidence = 0.0

  @Option(help: ArgumentHelp("A folder laid out as the project's ontology/, in its place.", valueName: "dir"))
  var ontology: String?

  @Option(help: ArgumentHelp("An editor's decisions, in place of the content's own bloggraph.yaml.", valueName: "file"))
  var curation: String?

  @Flag(inversion: .prefixedNo, help: "Write structured data for each page.")
  var pages = true

  @Flag(help: "Start from nothing, not from the export before.")
  var fresh = false

  @Flag(help: "Then keep looking, and export again whenever the blog changes.")
  var watch = false

  @Flag(inversion: .prefixedNo, help: "Write the site that shows the graph to people (index.html).")
  var explorer = true

  @Flag(help: "Say how long the parts of the work took.")
  var timings = false

  @Flag(help: "Say nothing but errors.")
  var quiet = false

  func validate() throws {
    // An unset variable in a script, and not the current folder.
    if output?.isEmpty == true { throw ValidationError("--output must name a folder") }
    if hugo == nil {
      guard content != nil else { throw ValidationError("Missing expected argument '<content>'") }
      guard output != nil else { throw ValidationError("Missing expected argument '--output <out>'") }
    } else if !pages {
      throw ValidationError("--hugo needs the pages that --no-pages leaves out")
    }
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be 1 or more") }
    guard (0...1).contains(minConfidence) else { throw ValidationError("--min-confidence must be from 0 to 1") }
  }

  func run() throws {
    let folder: OutputFolder?
    do { folder = try output.map { try OutputFolder($0) } } catch { throw CommandFailure("\(error)") }
    let cache = fresh ? nil : CacheFolder(environment: ProcessInfo.processInfo.environment)
    let memory = folder.flatMap { ExportMemory(cache: cache, output: $0) }
    // What changes while the first run works is seen afterwards.
    var changes = watch ? FolderWatch(content: options.content, output: folder, others: watched) : nil
    do {
      try once(folder, memory)
    } catch let code as ExitCode where watch && code.rawValue == ExitStatus.problems {
      // A watcher waits for the problem to be mended.
    }
    while changes != nil { again(folder, memory, changes?.next() ?? []) }
  }

  private func once(_ folder: OutputFolder?, _ memory: ExportMemory?) throws {
    let started = Date()
    let progress = ProgressView(quiet: quiet)
    let export: Export
    do {
      export = try Exporter(options: options, tool: Version.tool).run(memory: memory, needsPages: hugo != nil) {
        progress.show($0)
      }
      progress.show(.writing)
      try write(export, to: folder, memory)
    } catch let error as ExportError {
      progress.finish()
      for problem in error.problems where problem.severity == .error { Console.talk(ProblemText.text(problem)) }
      guard error.code == .strict else { throw CommandFailure(error.description) }
      Console.complain(error.description + ", nothing was written")
      throw ExitCode(ExitStatus.problems)
    } catch {
      progress.finish()
      throw CommandFailure("\(error)")
    }
    progress.finish()
    let summary = export.summary
    for problem in summary.problems where !quiet || problem.severity == .error {
      Console.talk(ProblemText.text(problem))
    }
    if !quiet {
      Console.talk(
        SummaryText.text(summary, output: output, written: written, seconds: Date().timeIntervalSince(started)))
    }
    if timings { Console.talk(SummaryText.timings(summary)) }
    if summary.hasProblems { throw ExitCode(ExitStatus.problems) }
  }

  /// One line a change; problems of the changed files are shown with it.
  private func again(_ folder: OutputFolder?, _ memory: ExportMemory?, _ changes: [FolderWatch.Change]) {
    let started = Date()
    let what = ChangeText.text(changes)
    do {
      let export = try Exporter(options: options, tool: Version.tool).run(memory: memory, needsPages: hugo != nil)
      try write(export, to: folder, memory)
      let files = changes.map(\.file)
      for problem in export.summary.problems
      where problem.severity == .error && files.contains(where: { $0.hasSuffix(problem.file) }) {
        Console.talk(ProblemText.text(problem))
      }
      guard !quiet else { return }
      Console.talk("\(what): \(ChangeText.result(export.summary, seconds: Date().timeIntervalSince(started)))\n")
    } catch {
      Console.talk("\(what): \(error); the former export stays\n")
    }
  }

  private func write(_ export: Export, to folder: OutputFolder?, _ memory: ExportMemory?) throws {
    let generator = "bloggraph " + Version.text
    if let manifest = try folder?.replace(with: export.files, generator: generator, spare: memory?.spare) {
      memory?.keep(export, manifest)
    }
    if let hugo { try writeHugo(HugoFiles(export.pages), into: hugo, generator) }
  }

  /// What a watcher looks at beside the blog.
  private var watched: [String] { [ontology, curation].compactMap(\.self) }

  private var written: String {
    [output, hugo.map { $0.hasSuffix("/") ? $0 + HugoFiles.dataFolder : $0 + "/" + HugoFiles.dataFolder }]
      .compactMap(\.self).joined(separator: " and ")
  }

  private func writeHugo(_ files: HugoFiles, into site: String, _ generator: String) throws {
    let isOurs = try files.write(into: site, generator: generator)
    if !isOurs { Console.complain("\(HugoFiles.partial) was changed by somebody and stays as it is") }
    for address in files.ambiguous {
      Console.complain(
        "\(address) shares its path with a page on another host, and Hugo cannot tell them apart: left out")
    }
  }

  private var options: ExportOptions {
    ExportOptions(
      content: content ?? hugo ?? ".", baseURL: base, includesDrafts: drafts, isStrict: strict,
      jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount, minimumConfidence: minConfidence, ontology: ontology,
      writesPages: pages, writesExplorer: explorer, curation: curation)
  }
}
