import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { throwIfCancelled } from '#engine/jobs/cancelled.ts';
import type { LineForm } from './line-form.ts';
import { LineRewriter } from './rewrite-text.ts';

/**
 * Writes a UTF-8 text to `target` in lines that one sign parts (`LineRewriter`).
 * @param hooks `onBytes` sees every byte of the source once, in order
 * @returns bytes written
 */
export async function rewriteFile(
  source: string,
  target: string,
  form: LineForm,
  hooks: { onBytes: (bytes: Uint8Array) => void; onProgress: (done: number) => void; signal: AbortSignal | undefined },
): Promise<number> {
  const output = await open(target, 'wx', 0o600);
  const rewriter = new LineRewriter(form);
  const decoder = new TextDecoder('utf-8');
  let done = 0;
  let written = 0;
  const write = async (text: string) => {
    const bytes = Buffer.from(text, 'utf8');
    written += bytes.length;
    await output.appendFile(bytes);
  };
  try {
    for await (const piece of createReadStream(source, { highWaterMark: 1024 * 1024 }) as AsyncIterable<Buffer>) {
      throwIfCancelled(hooks.signal);
      hooks.onBytes(piece);
      done += piece.length;
      hooks.onProgress(done);
      await write(rewriter.take(decoder.decode(piece, { stream: true })));
    }
    await write(rewriter.take(decoder.decode()) + rewriter.end());
    return written;
  } finally {
    await output.close();
  }
}
