import { textEncoding } from '#shared/domain/text-encoding.ts';
import { textReader } from '../encoding/text-reader.ts';

/** One property of a card: its name in capitals without its group, and its value as text. */
export interface CardProperty {
  name: string;
  /** Parts of a structured value (a name, an address), else the one value. */
  parts: string[];
}

const structured: ReadonlySet<string> = new Set(['N', 'ADR', 'ORG']);

/** Bytes of quoted-printable text (RFC 2045, 6.7) in their character set. */
function quotedPrintable(text: string, charset: string): string {
  const bytes = Buffer.from(
    text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
  const wanted = textEncoding.safeParse(charset.toLowerCase());
  return textReader(wanted.success ? wanted.data : 'utf-8').read(bytes, false);
}

/** Cuts at semicolons that no backslash stands before, and takes the backslashes away (RFC 6350, 3.4). */
function partsOf(value: string, cut: boolean): string[] {
  const parts = [''];
  for (let at = 0; at < value.length; at += 1) {
    const sign = value[at]!;
    if (sign === '\\' && at + 1 < value.length) {
      at += 1;
      const next = value[at]!;
      parts[parts.length - 1] += next === 'n' || next === 'N' ? '\n' : ',;:\\'.includes(next) ? next : `\\${next}`;
    } else if (sign === ';' && cut) parts.push('');
    else parts[parts.length - 1] += sign;
  }
  return parts.map((part) => part.trim());
}

/** A content line that was put together again (RFC 6350, 3.3; vCard 2.1); null where it is none. Never throws. */
export function parseProperty(line: string): CardProperty | null {
  const head = /^(?:[\w-]+\.)?([A-Za-z][\w-]*)((?:;(?:"[^"]*"|[^":])*)?):/.exec(line);
  if (!head) return null;
  const name = head[1]!.toUpperCase();
  const parameters = head[2]!.toUpperCase();
  const raw = line.slice(head[0].length);
  const charset = /;CHARSET="?([\w-]+)/.exec(parameters)?.[1] ?? 'utf-8';
  const text = /;(?:ENCODING=)?QUOTED-PRINTABLE/.test(parameters) ? quotedPrintable(raw, charset) : raw;
  return { name, parts: partsOf(text, structured.has(name)) };
}

/** Whether a line goes on in the next one: soft line ends of quoted-printable text. */
export const goesOn = (line: string): boolean =>
  line.endsWith('=') && /^[^:]*;(?:ENCODING=)?QUOTED-PRINTABLE/i.test(line);
