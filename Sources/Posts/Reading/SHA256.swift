import CCrypto

/// SHA-256 (FIPS 180-4), by OpenSSL's libcrypto: it uses the processor's own instructions, and an export hashes all it writes.
public enum SHA256 {
  public static func hexadecimal(_ bytes: [UInt8]) -> String {
    unsafe bytes.withUnsafeBytes { unsafe hexadecimal($0) }
  }

  @unsafe public static func hexadecimal(_ bytes: UnsafeRawBufferPointer) -> String {
    var digest = [UInt8](repeating: 0, count: 32)
    _ = unsafe EVP_Digest(bytes.baseAddress, bytes.count, &digest, nil, EVP_sha256(), nil)
    return hexadecimal(digest: digest)
  }

  /// Of all parts as one.
  public static func hexadecimal(parts: [[UInt8]]) -> String {
    let context = unsafe EVP_MD_CTX_new()
    defer { unsafe EVP_MD_CTX_free(context) }
    _ = unsafe EVP_DigestInit_ex(context, EVP_sha256(), nil)
    for part in parts {
      _ = unsafe part.withUnsafeBytes { unsafe EVP_DigestUpdate(context, $0.baseAddress, $0.count) }
    }
    var digest = [UInt8](repeating: 0, count: 32)
    _ = unsafe EVP_DigestFinal_ex(context, &digest, nil)
    return hexadecimal(digest: digest)
  }

  private static func hexadecimal(digest: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
