import { z } from 'zod';

/** What ends a row of delimited text. */
export const lineEndSigns = { lf: '\n', crlf: '\r\n', cr: '\r' } as const;

/** How the bytes of delimited text stand beside what its cells say. `encoding` is a label of the WHATWG Encoding Standard. */
export const textForm = z.strictObject({
  delimiter: z.string().min(1),
  encoding: z.string(),
  /** Whether a byte order mark stands first. */
  mark: z.boolean(),
  lineEnds: z.enum(['lf', 'crlf', 'cr']),
});
export type TextForm = z.infer<typeof textForm>;

interface ReadText {
  delimiter?: string | undefined;
  form?: string | undefined;
  encoding?: string | undefined;
  asWritten?: Pick<TextForm, 'mark' | 'lineEnds'> | undefined;
}

/** The form of a source as it was read; null for a source that is no delimited text. */
export const formOfSource = ({ delimiter, form, encoding, asWritten }: ReadText): TextForm | null =>
  delimiter === undefined || form === 'fixed'
    ? null
    : { delimiter, encoding: encoding ?? 'utf-8', mark: false, lineEnds: 'lf', ...asWritten };
