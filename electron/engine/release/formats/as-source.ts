import { createReadStream, createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { Failure } from '#shared/contract/failure.ts';
import type { OutputFormat } from '#shared/domain/output-formats.ts';
import { lineEndSigns, type TextForm } from '#shared/domain/text-form.ts';
import { releaseText } from '#shared/text/engine/release.ts';
import { delimited } from './delimited.ts';
import { CannotEncode, encoderOf, type Encode } from './encode-text.ts';
import type { ReleaseFormat } from './release-format.ts';

/** Puts other line ends where rows end; inside quotes a line break is part of a cell. */
class LineEnds {
  readonly #end: string;
  #quoted = false;

  constructor(end: string) {
    this.#end = end;
  }

  put(text: string): string {
    if (this.#end === '\n') return text;
    const parts = text.split('"');
    return parts
      .map((part, at) => {
        if (at > 0) this.#quoted = !this.#quoted;
        return this.#quoted ? part : part.replaceAll('\n', this.#end);
      })
      .join('"');
  }
}

/** @throws Failure TARGET_UNWRITABLE for a sign that the encoding does not have; it is named by its number alone */
function encoded(encode: Encode, text: string, { encoding }: TextForm): Buffer {
  try {
    return encode(text);
  } catch (error) {
    if (!(error instanceof CannotEncode)) throw error;
    const code = error.sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
    throw new Failure('TARGET_UNWRITABLE', releaseText.cannotEncode(encoding, `U+${code}`));
  }
}

/** Turns the bytes of a file into others, piece by piece. */
async function recode(
  from: string,
  to: string,
  { decoder, encode, signal }: { decoder: TextDecoder; encode: Encode; signal?: AbortSignal | undefined },
): Promise<void> {
  async function* pieces(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const piece of source) yield encode(decoder.decode(piece, { stream: true }));
    yield encode(decoder.decode());
  }
  await pipeline(createReadStream(from), pieces, createWriteStream(to, { mode: 0o600 }), { signal });
}

/**
 * Delimited text in the form of a source: its delimiter, encoding, byte order mark and line ends. Cells are quoted as
 * ever. It is read back from the very bytes: decoded by the platform's own decoder, which refuses what is none of it,
 * and parsed with those line ends.
 * @throws Failure WRONG_USAGE for an encoding that nothing is written in
 */
export function asSource(id: OutputFormat, form: TextForm): ReleaseFormat {
  const { delimiter, encoding, mark, lineEnds } = form;
  const plain = delimited(id, delimiter, lineEnds);
  if (encoding === 'utf-8' && !mark && lineEnds === 'lf') return plain;
  const encode = encoderOf(encoding);
  if (encode === null) throw new Failure('WRONG_USAGE', releaseText.encodingNotWritten(encoding));
  const end = lineEndSigns[lineEnds];
  return {
    ...plain,
    headBytes: (head) => encoded(encode, `${mark ? '\ufeff' : ''}${new LineEnds(end).put(head)}`, form),
    async write(input) {
      const path = `${input.path}.utf8`;
      const ends = new LineEnds(end);
      try {
        await plain.write({ ...input, path });
        const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
        const { signal } = input;
        await recode(path, input.path, { decoder, encode: (text) => encoded(encode, ends.put(text), form), signal });
      } finally {
        await rm(path, { force: true });
      }
    },
    async readBack(duck, file, signal) {
      const path = `${file.work}/read-back-${id}.utf8`;
      const decoder = new TextDecoder(encoding, { fatal: true });
      const differs = (): never => {
        throw new Failure('INTERNAL', releaseText.readBackDiffers);
      };
      await recode(file.path, path, { decoder, encode: (text) => Buffer.from(text, 'utf8'), signal }).catch(
        (error: unknown) => (error instanceof TypeError ? differs() : Promise.reject(error)),
      );
      return plain.readBack(duck, { ...file, path }, signal);
    },
  };
}
