/**
 * A SQLite value as text: whole numbers with all digits, reals as SQLite's shortest form, bytes as UTF-8 text or 0x and
 * hexadecimal digits.
 */
export function cellText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (Buffer.isBuffer(value)) {
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(value);
    } catch {
      return `0x${value.toString('hex').toUpperCase()}`;
    }
  }
  if (typeof value === 'number')
    return Number.isInteger(value) && Math.abs(value) < 1e15 ? `${value}.0` : String(value);
  return String(value);
}
