import { open } from 'node:fs/promises';
import { throwIfCancelled } from '#engine/jobs/cancelled.ts';
import { PieceCutter } from './piece-cutter.ts';
import { LineWalk, NestedWalk } from './walk-values.ts';

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

/**
 * Cuts a UTF-8 JSON file into its records without parsing them: only strings and brackets are followed, so that memory
 * stays at one record whatever the file's size.
 * @throws Failure FILE_DAMAGED where the text ends inside a value, JOB_CANCELLED on abort
 */
export async function splitValues(path: string, options: SplitOptions): Promise<void> {
  const file = await open(path, 'r');
  const chunk = Buffer.allocUnsafe(chunkBytes);
  const cutter = new PieceCutter(chunk);
  const walk = options.layout.kind === 'lines' ? new LineWalk(cutter) : new NestedWalk(cutter, options);
  try {
    for (;;) {
      throwIfCancelled(options.signal);
      const { position } = cutter;
      const { bytesRead: size } = await file.read(chunk, 0, chunkBytes, position);
      if (size === 0) break;
      options.onBytes?.(chunk.subarray(0, size));
      const marked = position === 0 && chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf;
      walk.read(chunk, marked ? 3 : 0, size);
      cutter.next(size);
      options.onProgress?.(cutter.position);
      await options.onPieces(cutter.handOver());
    }
    walk.end();
    await options.onPieces(cutter.handOver());
  } finally {
    await file.close();
  }
}
