/// English or French, from the words of a text: the last resort when neither the file nor the site says it. Only words
/// that are common in one and absent from the other count, and French letters a little.
enum LanguageGuess {
  private static let english: Set<String> = [
    "the", "and", "of", "to", "is", "that", "with", "this", "was", "are", "our", "we", "be", "by", "from", "have",
    "has",
    "will", "you", "your", "their", "it", "at", "as", "an", "or", "which", "about", "how", "what", "new", "in", "were",
    "been",
    "they", "can", "its", "for", "not",
  ]
  private static let french: Set<String> = [
    "le", "la", "les", "des", "du", "et", "est", "une", "un", "pour", "dans", "que", "qui", "sur", "avec", "aux", "au",
    "nous",
    "vous", "sont", "été", "ses", "ces", "cette", "ce", "par", "ou", "où", "à", "leur", "leurs", "notre", "nos",
    "votre", "vos", "il",
    "elle", "ils", "mais", "fut", "sa", "se", "de", "en", "ont", "comme", "lors", "l", "d", "qu", "n", "s", "c",
  ]

  static func guess(title: String, _ body: ArraySlice<UInt8>) -> String? {
    guess(Array(title.utf8) + [0x20] + body.prefix(20_000))
  }

  /// `en`, `fr`, or nil when the text says too little.
  static func guess(_ text: some Sequence<UInt8>) -> String? {
    var score = 0
    var word: [UInt8] = []
    func count() {
      guard !word.isEmpty, word.count <= 8 else { return }
      let string = String(decoding: word, as: UTF8.self).lowercased()
      if english.contains(string) { score -= 2 }
      if french.contains(string) { score += 2 }
    }
    for b in text {
      if Bytes.isLetter(b) || b >= 0xC3 && b <= 0xC5
        || b >= 0x80 && b < 0xC0 && !word.isEmpty && (word.last ?? 0) >= 0xC3
      {
        word.append(b)
        if b == 0xC3 { score += 1 }
      } else {
        count()
        word.removeAll(keepingCapacity: true)
      }
    }
    count()
    return score == 0 ? nil : score < 0 ? "en" : "fr"
  }
}
