/** Offset and length of a table of a TrueType font (OpenType, table directory). */
function tableAt(font: DataView, tag: string): number | null {
  const count = font.getUint16(4);
  for (let at = 0; at < count; at += 1) {
    const entry = 12 + at * 16;
    const name = String.fromCharCode(...[0, 1, 2, 3].map((place) => font.getUint8(entry + place)));
    if (name === tag) return font.getUint32(entry + 8);
  }
  return null;
}

type Range = readonly [from: number, to: number];

/** Code points of a segment mapping (OpenType, cmap format 12). */
function groupsAt(font: DataView, at: number): Range[] {
  const count = font.getUint32(at + 12);
  return Array.from({ length: count }, (_, group): Range => {
    const entry = at + 16 + group * 12;
    return [font.getUint32(entry), font.getUint32(entry + 4)];
  });
}

/** Code points of a segment mapping of the first plane (OpenType, cmap format 4). */
function segmentsAt(font: DataView, at: number): Range[] {
  const double = font.getUint16(at + 6);
  return Array.from({ length: double / 2 }, (_, segment): Range => {
    const end = font.getUint16(at + 14 + segment * 2);
    return [font.getUint16(at + 16 + double + segment * 2), end];
  });
}

/** Which code points a TrueType font has signs for. */
export function fontCoverage(bytes: Uint8Array): (codePoint: number) => boolean {
  const font = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const cmap = tableAt(font, 'cmap');
  const ranges: Range[] = [];
  const tables = cmap === null ? 0 : font.getUint16(cmap + 2);
  for (let table = 0; cmap !== null && table < tables; table += 1) {
    const at = cmap + font.getUint32(cmap + 4 + table * 8 + 4);
    const format = font.getUint16(at);
    if (format === 12) ranges.push(...groupsAt(font, at));
    else if (format === 4) ranges.push(...segmentsAt(font, at));
  }
  return (codePoint) => ranges.some(([from, to]) => codePoint >= from && codePoint <= to);
}
