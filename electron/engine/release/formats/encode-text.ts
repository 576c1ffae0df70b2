/** Turns text into bytes. @throws CannotEncode for a sign that the encoding does not have */
export type Encode = (text: string) => Buffer;

/** A sign that an encoding does not have; `sign` is one code point. */
export class CannotEncode extends Error {
  readonly sign: string;

  constructor(sign: string) {
    super('CANNOT_ENCODE');
    this.sign = sign;
  }
}

/** Lead and trail bytes of the two-byte encodings of the WHATWG Encoding Standard. */
const [firstLead, lastLead, firstTrail, lastTrail] = [0x81, 0xfe, 0x40, 0xfe];
/** An encoding that has more signs than these in single bytes has no others: Shift_JIS has 192. */
const mostSingle = 200;

/** Encodings in which a byte means another sign after a shift: none of them is written. */
const shifting = /^(?:iso-2022|replacement|x-user-defined)/;

/** Whether the platform decodes it. */
function isKnown(encoding: string): boolean {
  try {
    return new TextDecoder(encoding).encoding !== '';
  } catch {
    return false;
  }
}

/**
 * Signs with their bytes, taken from the decoder: what is written is what a browser reads. Of several byte sequences for
 * one sign the first is taken.
 */
function tableOf(encoding: string): Map<string, readonly number[]> {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  const table = new Map<string, readonly number[]>();
  const note = (bytes: readonly number[]): void => {
    try {
      const sign = decoder.decode(Uint8Array.from(bytes));
      if ([...sign].length === 1 && !table.has(sign)) table.set(sign, bytes);
    } catch {
      // No sign of this encoding.
    }
  };
  for (let byte = 0; byte <= 0xff; byte += 1) note([byte]);
  if (table.size > mostSingle) return table;
  for (let lead = firstLead; lead <= lastLead; lead += 1)
    for (let trail = firstTrail; trail <= lastTrail; trail += 1) note([lead, trail]);
  return table;
}

/** @returns null for an encoding that nothing is written in */
export function encoderOf(encoding: string): Encode | null {
  if (encoding === 'utf-8') return (text) => Buffer.from(text, 'utf8');
  if (encoding === 'utf-16le') return (text) => Buffer.from(text, 'utf16le');
  if (encoding === 'utf-16be') return (text) => Buffer.from(text, 'utf16le').swap16();
  if (shifting.test(encoding) || !isKnown(encoding)) return null;
  const table = tableOf(encoding);
  return (text) => {
    const bytes: number[] = [];
    for (const sign of text) {
      const found = table.get(sign);
      if (found === undefined) throw new CannotEncode(sign);
      for (const byte of found) bytes.push(byte);
    }
    return Buffer.from(bytes);
  };
}
