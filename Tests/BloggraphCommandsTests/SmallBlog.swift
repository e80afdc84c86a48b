import TestSupport

/// A blog of two posts, in a folder that goes away.
struct SmallBlog {
  let scratch: ScratchFolder

  init() throws {
    scratch = try ScratchFolder()
    try scratch.write("baseURL: https://blog.example/\n", to: "site/hugo.yaml")
    try scratch.write(
      """
      ---
      title: Sails in Ottawa
      date: 2019-02-25
      author: Ada Example
      ---

      Ada Example, Solutions Architect at Example Rigging Inc., spoke about Kubernetes.

      """, to: "site/content/sail.md")
    try scratch.write(
      "---\ntitle: Oars\ndate: 2020-03-01\nauthor: Ada Example\n---\n\nPrometheus is in Ottawa.\n",
      to: "site/content/oar.md")
  }

  var site: String { scratch.path("site") }
  var output: String { scratch.path("out") }

  func export(_ more: String...) throws -> Program.Outcome {
    try Program.bloggraph.run(["export", site, "-o", output] + more)
  }
}
