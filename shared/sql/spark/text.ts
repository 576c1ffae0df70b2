import { CannotWrite } from '../portable/cannot-write.ts';

/** The only place that quotes an identifier of Spark. */
export const sparkIdentifier = (name: string): string => `\`${name.replaceAll('`', '``')}\``;

/**
 * A text literal of Spark, with what is not plain as an escape.
 * @throws CannotWrite for NUL, which the escapes of Spark's text end at
 */
export function sparkText(value: string): string {
  if (value.includes('\0')) throw new CannotWrite({ kind: 'nul' });
  const escaped = value.replaceAll(
    /['\\\u0001-\u001f\u007f-\u00a0\u2000-\u200f\u2028-\u202f\u205f-\u2060\u3000\ufeff]/g,
    (sign) => (sign === "'" || sign === '\\' ? `\\${sign}` : `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`),
  );
  return `'${escaped}'`;
}
