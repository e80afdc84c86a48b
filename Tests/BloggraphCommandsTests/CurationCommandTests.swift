import Foundation
import TestSupport
import Testing

/// A `bloggraph.yaml` on the command line, and the review that writes one.
@Suite struct CurationCommandTests {
  @Test func theFileBesideTheContentCountsAndTheSummarySaysWhatItDid() throws {
    let blog = try SmallBlog()
    for place in ["site/content/bloggraph.yaml", "site/bloggraph.yaml"] {
      try blog.scratch.write(
        "curation:\n  - rename: Ada Example\n    to: Ada Q. Example\n  - ignore: person/nobody\n", to: place)
      let outcome = try blog.export()
      #expect(outcome.status == 0)
      #expect(outcome.errors.contains("\nCuration:   rename Ada Example to Ada Q. Example (2 posts, "))
      #expect(outcome.errors.contains("bloggraph.yaml:4: warning: ignore person/nobody: nothing in the posts is meant"))
      let graph = String(decoding: try blog.scratch.contents("out")["graph.nq"] ?? Data(), as: UTF8.self)
      #expect(
        graph.contains(
          "<https://blog.example/id/person/ada-example> <http://purl.org/dc/terms/isReplacedBy> "
            + "<https://blog.example/id/person/ada-q-example> <https://blog.example/id/gazetteer> ."))
      try FileManager.default.removeItem(atPath: blog.scratch.path(place))
    }
    // Without the file the name is as it was.
    _ = try blog.export("--quiet")
    let graph = String(decoding: try blog.scratch.contents("out")["graph.nq"] ?? Data(), as: UTF8.self)
    #expect(!graph.contains("ada-q-example"))
  }

  @Test func sameAsStandsInTheGazetteersGraph() throws {
    let blog = try SmallBlog()
    try blog.scratch.write(
      "curation:\n  - sameAs: Ada Example\n    urls: [https://example.org/ada]\n", to: "mine.yaml")
    let outcome = try blog.export("--curation", blog.scratch.path("mine.yaml"))
    #expect(outcome.status == 0)
    let graph = String(decoding: try blog.scratch.contents("out")["graph.nq"] ?? Data(), as: UTF8.self)
    #expect(
      graph.contains(
        "<https://blog.example/id/person/ada-example> <http://schema.org/sameAs> <https://example.org/ada> "
          + "<https://blog.example/id/gazetteer> ."))
  }

  @Test func aMistakeIsAnErrorWithItsLineAndTheRestGoesOn() throws {
    let blog = try SmallBlog()
    try blog.scratch.write("curation:\n  - polish: Ada Example\n  - ignore: Ada Example\n", to: "site/bloggraph.yaml")
    let outcome = try blog.export()
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("bloggraph.yaml:2: error: nobody knows how to polish"))
    #expect(outcome.errors.contains("\n    - polish: Ada Example\n"))
    #expect(outcome.errors.contains("\nCuration:   ignore Ada Example ("))
    let strict = try blog.export("--strict")
    #expect(strict.status == 1)
    #expect(strict.errors.contains("nothing was written"))
    try blog.scratch.write("curation: [\n", to: "site/bloggraph.yaml")
    let broken = try blog.export()
    #expect(broken.status == 1)
    #expect(broken.errors.contains("bloggraph.yaml:1: error: the file cannot be read"))
    #expect(try blog.export("--curation", blog.scratch.path("missing.yaml")).status == 2)
  }

  @Test func aReviewIsAFileWhoseEntriesCountWhenUncommented() throws {
    let blog = try SmallBlog()
    try blog.scratch.write(
      "---\ntitle: Masts\ndate: 2021-03-01\n---\n\nAda Exampel, Engineer at Borealis Rail Inc., spoke about Prometheus.\n",
      to: "site/content/mast.md")
    _ = try blog.export("--quiet")
    let review = try Program.bloggraph.run(["review", blog.output])
    #expect(review.status == 0 && review.errors.isEmpty)
    #expect(review.output.contains("\"Ada Exampel\" and \"Ada Example\" differ by one letter: the same person?"))
    #expect(review.output.contains("#    mast.md:6  …"))
    #expect(review.output.contains("#  - merge: person/ada-exampel\n#    into: person/ada-example\n"))
    // As it is, it decides nothing.
    try blog.scratch.write(review.output, to: "site/bloggraph.yaml")
    let nothing = try blog.export()
    #expect(nothing.status == 0 && !nothing.errors.contains("Curation:"))
    let entries = review.output.replacing(
      "#  - merge: person/ada-exampel\n#  ", with: "  - merge: person/ada-exampel\n  ")
    try blog.scratch.write(entries, to: "site/bloggraph.yaml")
    let merged = try blog.export()
    #expect(merged.status == 0)
    #expect(merged.errors.contains("Curation:   merge person/ada-exampel into person/ada-example (1 post"))
  }

  @Test func agreementShowsWhatDiffersAndWhatOneLacks() throws {
    let blog = try SmallBlog()
    for (file, text) in [
      (
        "meet.en.md",
        "title: Meetup\ndate: 2019-06-20\ntranslationKey: meet\n---\n\nKubeCon Europe 2019 took place in Barcelona from May 20 to May 23, 2019. Ada Example, Engineer at Borealis Rail Inc., spoke. We thank Robert Sailor of Zorbital Inc. for the photos.\n"
      ),
      (
        "meet.fr.md",
        "title: Rencontre\ndate: 2019-06-20\ntranslationKey: meet\n---\n\nKubeCon Europe 2019 a eu lieu à Barcelone du 21 mai au 23 mai 2019. Ada Example, ingénieure chez Zorbital Inc., y était.\n"
      ),
    ] {
      try blog.scratch.write("---\n" + text, to: "site/content/" + file)
    }
    try blog.scratch.write(
      "baseURL: https://blog.example/\nlanguages:\n  en: {weight: 1}\n  fr: {weight: 2}\n", to: "site/hugo.yaml")
    _ = try blog.export("--quiet")
    let outcome = try Program.bloggraph.run(["agree", blog.output])
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("meet.en.md and meet.fr.md\n"))
    #expect(outcome.output.contains("  worksFor differs:\n    Ada Example works for Borealis Rail Inc"))
    #expect(
      outcome.output.contains("  person, which meet.fr.md lacks:\n    Person \"Robert Sailor\"\n      meet.en.md:7  …"))
    let json = try Program.bloggraph.run(["agree", blog.output, "--format", "json"])
    let pairs = try #require(
      try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]])
    let found = try #require(pairs.first?["disagreements"] as? [[String: Any]])
    #expect(found.first?["kind"] as? String == "differs")
    #expect(found.contains { $0["topic"] as? String == "person" && $0["kind"] as? String == "lacks" })
  }

  @Test func explainTellsWhoSpokeAboutATopicWhereAndWhen() throws {
    let scratch = try ScratchFolder()
    let out = scratch.path("out")
    _ = try Program.bloggraph.run(
      ["export", Folders.project.appending(path: "examples/blog").path, "-o", out, "--quiet"])
    let outcome = try Program.bloggraph.run(["explain", out, "Apache Kafka"])
    #expect(outcome.status == 0)
    let talks = outcome.output.components(separatedBy: "Talks about it:").last ?? ""
    let talk = talks.components(separatedBy: "\n\nTalk ").first { $0.hasPrefix("\"Kafka on Kubernetes") } ?? ""
    var rest = talk[...]
    // One after the other, each with its words.
    for words in [
      "is about Kafka.", "was given by Sofia Lindqvist.", "was part of ", "took place in Montr", "began on 2024-02-2",
    ] {
      let found = try #require(rest.range(of: words), "\(words) in \(talk)")
      rest = rest[found.upperBound...]
      #expect(rest.hasPrefix("\n    en/posts/") || rest.contains("\n    en/posts/"))
    }
    // What the posts call it, and not the longest name that the gazetteer has.
    #expect(outcome.output.hasPrefix("Project \"Kafka\"\n"))
    #expect(
      try Program.bloggraph.run(["explain", out, "Cloud Native Computing Foundation"]).output.hasPrefix(
        "Organization \"CNCF\""))
  }
}
