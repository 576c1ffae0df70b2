/** Numbers from 0 up to 1. */
export type Chance = () => number;

const below = (chance: Chance, limit: number): number => Math.floor(chance() * limit);
const oneOf = <T>(chance: Chance, items: readonly T[]): T => items[below(chance, items.length)]!;

/** Bytes that formats give a meaning to, or that none has. */
const telling = [
  '',
  '\0',
  '"',
  "'",
  '""',
  ',',
  ';',
  '\t',
  '\n',
  '\r',
  '\r\n',
  '\\',
  '{',
  '}',
  '[',
  ']',
  ':',
  'null',
  '-1e999',
  '\ufeff',
  '\u2028',
  '\u{1f600}',
  '#',
  '<',
  '&',
  'PAR1',
  'PK\u0003\u0004',
  'sep=;\n',
].map((text) => Buffer.from(text));
const odd = [Buffer.from([0xff]), Buffer.from([0xc3]), Buffer.from([0xed, 0xa0, 0x80]), Buffer.alloc(64, 0x20)];

/** Ways to damage bytes, whatever they mean. */
const damages: ((bytes: Buffer, chance: Chance) => Buffer)[] = [
  // Cut off.
  (bytes, chance) => bytes.subarray(0, below(chance, bytes.length)),
  // Bits that tipped over.
  (bytes, chance) => {
    const out = Buffer.from(bytes);
    for (let left = 1 + below(chance, 8); left > 0; left -= 1) {
      const at = below(chance, out.length);
      out[at] = out[at]! ^ (1 << below(chance, 8));
    }
    return out;
  },
  // Something in between.
  (bytes, chance) => {
    const at = below(chance, bytes.length);
    return Buffer.concat([bytes.subarray(0, at), oneOf(chance, [...telling, ...odd]), bytes.subarray(at)]);
  },
  // A piece missing.
  (bytes, chance) => {
    const at = below(chance, bytes.length);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + below(chance, 64))]);
  },
  // A piece many times.
  (bytes, chance) => {
    const at = below(chance, bytes.length);
    const piece = bytes.subarray(at, at + 1 + below(chance, 256));
    const times = 1 + below(chance, 40);
    return Buffer.concat([bytes.subarray(0, at), ...Array.from({ length: times }, () => piece), bytes.subarray(at)]);
  },
  // Numbers that say how long something is.
  (bytes, chance) => {
    const out = Buffer.from(bytes);
    const at = below(chance, Math.max(1, out.length - 4));
    if (out.length >= 4) out.writeUInt32LE(oneOf(chance, [0, 1, 0x7fffffff, 0xffffffff, 0x00010000]), at);
    return out;
  },
  // The end first.
  (bytes, chance) => {
    const at = below(chance, bytes.length);
    return Buffer.concat([bytes.subarray(at), bytes.subarray(0, at)]);
  },
];

/** Bytes damaged once to three times. */
export function damaged(bytes: Buffer, chance: Chance): Buffer {
  let out = bytes;
  for (let left = 1 + below(chance, 3); left > 0 && out.length > 0; left -= 1)
    out = oneOf(chance, damages)(out, chance);
  return out;
}

/** A row of a text as its line, changed so that it stays one line that is not blank. */
export type LineChange = (line: Buffer, chance: Chance) => Buffer;

const fieldChange =
  (delimiter: string, change: (fields: string[], at: number) => string[]): LineChange =>
  (line, chance) => {
    const fields = line.toString('utf8').split(delimiter);
    return Buffer.from(change(fields, below(chance, fields.length)).join(delimiter));
  };

/** @param delimiter of lines in which no field is quoted */
export const changesOfDelimited = (delimiter: string): LineChange[] => [
  fieldChange(delimiter, (fields, at) => fields.toSpliced(at, 0, 'x')),
  fieldChange(delimiter, (fields, at) => (fields.length > 1 ? fields.toSpliced(at, 1) : fields)),
  fieldChange(delimiter, (fields) => fields.map(() => '')),
  fieldChange(delimiter, (fields, at) => fields.with(at, '')),
  fieldChange(delimiter, (fields, at) => fields.with(at, `${fields[at]!}"`)),
  fieldChange(delimiter, (fields, at) => fields.with(at, `"${fields[at]!.replaceAll('"', '')}${delimiter}"`)),
  fieldChange(delimiter, (fields, at) => fields.with(at, 'y'.repeat(70_000))),
  fieldChange(delimiter, (fields, at) => fields.with(at, `=1+1 ${String.fromCodePoint(0x1f600)}`)),
  fieldChange(delimiter, (fields, at) => fields.with(at, '#')),
  fieldChange(delimiter, (fields, at) => fields.with(at, ' '.repeat(3))),
  fieldChange(delimiter, (fields) => [...fields].reverse()),
  (line, chance) => {
    const at = below(chance, line.length);
    return Buffer.concat([line.subarray(0, at), Buffer.from([0xff, 0xfe, 0x41]), line.subarray(at)]);
  },
  (line) => Buffer.concat([line, Buffer.from('\0')]),
];

export const changesOfJson: LineChange[] = [
  (line) => line.subarray(0, line.length - 1),
  (line) => Buffer.from(line.toString('utf8').replace('{', '{"name":1,')),
  (line) => Buffer.from(line.toString('utf8').replace(':', ':NaN,"more":')),
  () => Buffer.from('null'),
  () => Buffer.from('[1,2'),
  () => Buffer.from('{"name":[[[[{"a":{}}]]]],"day":{"x":1}}'),
  () => Buffer.from('{}'),
  () => Buffer.from(`{"name":"${'z'.repeat(70_000)}"}`),
  (line) => Buffer.concat([line, Buffer.from([0x20, 0xff])]),
];

/** Rows with some of them changed. @param spare rows that stay as they are */
export function withChanges(
  rows: readonly Buffer[],
  changes: readonly LineChange[],
  chance: Chance,
  spare: number,
): Buffer[] {
  const out = [...rows];
  for (let left = 1 + below(chance, 6); left > 0; left -= 1) {
    const at = spare + below(chance, rows.length - spare);
    const changed = oneOf(chance, changes)(rows[at]!, chance);
    if (changed.toString('latin1').trim() !== '') out[at] = changed;
  }
  return out;
}
