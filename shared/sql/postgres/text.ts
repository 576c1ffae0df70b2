import { CannotWrite } from '../portable/cannot-write.ts';
import { quoteText } from '../quote.ts';

/**
 * A text literal of PostgreSQL. What is not plain is written as an escape string, so that a setting of the session
 * changes nothing of it and a reader sees what is there.
 * @throws CannotWrite for NUL, which no text of PostgreSQL holds
 */
export function postgresText(value: string): string {
  if (value.includes('\0')) throw new CannotWrite({ kind: 'nul' });
  if (!/[\\\u0001-\u001f\u007f-\u00a0\u2000-\u200f\u2028-\u202f\u205f-\u2060\u3000\ufeff]/.test(value))
    return quoteText(value);
  const escaped = value.replaceAll(
    /['\\\u0001-\u001f\u007f-\u00a0\u2000-\u200f\u2028-\u202f\u205f-\u2060\u3000\ufeff]/g,
    (sign) => (sign === "'" ? "''" : sign === '\\' ? '\\\\' : `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`),
  );
  return `E'${escaped}'`;
}
