/**
 * The primitives that the register's pure logic needs, passed in so that the same code runs wherever a log is verified.
 * Hashes are lower-case hex of SHA-256; texts are hashed as UTF-8.
 */
export interface RegisterCrypto {
  /** RFC 6962 leaf: SHA-256(0x00 ‖ text). */
  leafHash(text: string): string;
  /** RFC 6962 inner node: SHA-256(0x01 ‖ left ‖ right), both given and returned as hex. */
  nodeHash(left: string, right: string): string;
  /** SHA-256 of nothing: the root of an empty log. */
  readonly emptyHash: string;
  /** First four bytes of SHA-256(name ‖ 0x0A ‖ type ‖ public key) as hex (C2SP signed-note); type 01 or 04. */
  keyHash(name: string, publicKey: string, type: '01' | '04'): string;
  /** Ed25519 over the text's UTF-8 bytes; key and signature in base64. Never throws. */
  verifySignature(publicKey: string, text: string, signature: string): boolean;
  /** Hex to standard base64 with padding. */
  toBase64(hex: string): string;
  /** UTF-8 of a text in standard base64, and back; null where it is none. */
  textToBase64(text: string): string;
  textFromBase64(text: string): string | null;
  /** Strict standard base64 to hex, null for anything else (also for a second spelling of the same bytes). */
  fromBase64(text: string): string | null;
}
