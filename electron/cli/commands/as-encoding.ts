import { InvalidArgumentError } from 'commander';
import { textEncoding, type TextEncoding } from '#shared/domain/text-encoding.ts';
import { optionsText } from '#shared/text/cli/options.ts';

/** Option parser: an encoding by its own name or one of its labels in the Encoding Standard (latin1, cp1250, sjis). */
export function asEncoding(typed: string): TextEncoding {
  const wanted = typed.trim().toLowerCase();
  const own = textEncoding.safeParse(wanted);
  if (own.success) return own.data;
  try {
    return textEncoding.parse(new TextDecoder(wanted).encoding.toLowerCase());
  } catch {
    throw new InvalidArgumentError(optionsText.reading.noEncoding);
  }
}
