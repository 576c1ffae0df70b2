import { open } from 'node:fs/promises';
import { Failure } from '#shared/contract/failure.ts';
import { jsonText } from '#shared/text/engine/json.ts';
import { throwIfCancelled } from '#engine/jobs/cancelled.ts';
import { longestRecord } from '../csv/dialect.ts';

/**
 * Where the records of a JSON text lie: one per line, one after the other, in the top array, or in the array `member`
 * of the top object.
 */
export type JsonLayout =
  | { kind: 'lines' }
  | { kind: 'values' }
  | { kind: 'array' }
  | { kind: 'member'; member: string };

/** One record as text; `text` is null where it is longer than 8 MiB (`bytes` long) and was passed over. */
export interface JsonPiece {
  text: string | null;
  line: number;
  offset: number;
  bytes: number;
}

/** `after`: values follow the one that holds the records; `commas`: elements are not parted by one comma each. */
export type JsonOddity = 'after' | 'commas';

export interface SplitOptions {
  /** The source's name, for what is said of it. */
  fileName: string;
  layout: JsonLayout;
  onBytes?: (bytes: Uint8Array) => void;
  onProgress?: (done: number) => void;
  /** Records of one piece of the file, in order; awaited. */
  onPieces: (pieces: JsonPiece[]) => Promise<void>;
  /** Names of members of the top object that are arrays; each once. */
  onArrayMember?: (member: string) => void;
  /** What the text does that JSON does not allow, or that says nothing of its records: told once each. */
  onOddity?: (oddity: JsonOddity) => void;
  signal?: AbortSignal | undefined;
}

const chunkBytes = 1024 * 1024;
const [LF, CR, SPACE, TAB, QUOTE, COMMA, COLON, BACKSLASH, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [
  10, 13, 32, 9, 34, 44, 58, 92, 91, 93, 123, 125,
];

/**
 * Cuts a UTF-8 JSON file into its records without parsing them: only strings and brackets are followed, so that memory
 * stays at one record whatever the file's size.
 * @throws Failure FILE_DAMAGED where the text ends inside a value, JOB_CANCELLED on abort
 */
export async function splitValues(path: string, options: SplitOptions): Promise<void> {
  const { layout } = options;
  const lines = layout.kind === 'lines';
  const level = layout.kind === 'array' ? 1 : layout.kind === 'member' ? 2 : 0;
  const file = await open(path, 'r');
  const chunk = Buffer.allocUnsafe(chunkBytes);
  let position = 0;
  let carry: Buffer[] = [];
  let carried = 0;
  let start = -1;
  let startLine = 1;
  let line = 1;
  let depth = 0;
  let inString = false;
  let escaped = false;
  let inTarget = level < 2;
  let keyStart = -1;
  let keyBytes: Buffer | null = null;
  let pieces: JsonPiece[] = [];
  /** Commas since the last element, and whether the value that holds the records has ended. */
  let commas = 1;
  let ended = false;

  const take = (end: number) => {
    const bytes = position + end - start;
    const body = chunk.subarray(Math.max(0, start - position), end);
    const text = bytes > longestRecord ? null : Buffer.concat([...carry, body]).toString('utf8');
    if (text === null || text.trim() !== '') pieces.push({ text, line: startLine, offset: start, bytes });
    start = -1;
    carry = [];
    carried = 0;
  };
  const begin = (at: number) => {
    if (level > 0 && commas !== 1) options.onOddity?.('commas');
    commas = 0;
    start = position + at;
    startLine = line;
  };

  try {
    for (;;) {
      throwIfCancelled(options.signal);
      const { bytesRead: size } = await file.read(chunk, 0, chunkBytes, position);
      if (size === 0) break;
      options.onBytes?.(chunk.subarray(0, size));
      let i = position === 0 && chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf ? 3 : 0;
      for (; i < size; i += 1) {
        const byte = chunk[i]!;
        if (byte === LF || (byte === CR && (i + 1 < size ? chunk[i + 1] : LF) !== LF)) {
          if (lines) {
            if (start >= 0) take(i);
            line += 1;
            continue;
          }
          line += 1;
        }
        if (lines) {
          if (start < 0 && byte !== CR && byte !== LF) begin(i);
          continue;
        }
        if (inString) {
          if (escaped) escaped = false;
          else if (byte === BACKSLASH) escaped = true;
          else if (byte === QUOTE) {
            inString = false;
            if (keyStart >= 0) {
              keyBytes = keyStart >= position ? Buffer.from(chunk.subarray(keyStart - position, i + 1)) : null;
              keyStart = -1;
            }
            if (start >= 0 && depth === level) take(i + 1);
          }
          continue;
        }
        if (ended && byte > SPACE && byte !== COMMA) {
          if (byte !== OPEN_LIST || layout.kind !== 'array')
            throw new Failure('FILE_DAMAGED', jsonText.moreAfter(options.fileName, line));
          options.onOddity?.('after');
          ended = false;
        }
        if (byte === QUOTE) {
          inString = true;
          if (inTarget && depth === level && start < 0) begin(i);
          if (level === 2 && depth === 1) keyStart = position + i;
        } else if (byte === OPEN_LIST || byte === OPEN_OBJECT) {
          if (inTarget && depth === level && start < 0) begin(i);
          if (level === 2 && depth === 1 && byte === OPEN_LIST) {
            const name = memberName(keyBytes);
            options.onArrayMember?.(name);
            inTarget = layout.kind === 'member' && name === layout.member;
          }
          depth += 1;
          if (depth === level && inTarget) commas = 1;
        } else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) {
          if (start >= 0 && depth === level) take(i);
          depth = Math.max(0, depth - 1);
          if (start >= 0 && depth === level && inTarget) take(i + 1);
          if (level === 2 && depth <= 1) inTarget = false;
          ended = level > 0 && depth === 0;
        } else if (byte === COMMA || byte === SPACE || byte === TAB || byte === LF || byte === CR || byte === COLON) {
          if (start >= 0 && depth === level) take(i);
          if (byte === COMMA && depth === level) commas += 1;
        } else if (inTarget && depth === level && start < 0) begin(i);
      }
      if (start >= 0 && carried <= longestRecord) {
        const part = Buffer.from(chunk.subarray(Math.max(0, start - position), size));
        carried += part.length;
        carry = carried > longestRecord ? [] : [...carry, part];
      }
      position += size;
      options.onProgress?.(position);
      await options.onPieces(pieces);
      pieces = [];
    }
    if (start >= 0 && (lines || (depth === 0 && !inString))) take(0);
    if (!lines && (depth > 0 || inString)) throw new Failure('FILE_DAMAGED', jsonText.cutOff(options.fileName, line));
    await options.onPieces(pieces);
  } finally {
    await file.close();
  }
}

function memberName(bytes: Buffer | null): string {
  try {
    return bytes === null ? '' : String(JSON.parse(bytes.toString('utf8')));
  } catch {
    return '';
  }
}
