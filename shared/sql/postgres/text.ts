import { CannotWrite } from '../portable/cannot-write.ts';
import { escaped, isPlain } from '../portable/escaped.ts';
import { quoteText } from '../quote.ts';

/**
 * A text literal of PostgreSQL. What is not plain is written as an escape string, so that a setting of the session
 * changes nothing of it and a reader sees what is there.
 * @throws CannotWrite for NUL, which no text of PostgreSQL holds
 */
export function postgresText(value: string): string {
  if (value.includes('\0')) throw new CannotWrite({ kind: 'nul' });
  return isPlain(value) ? quoteText(value) : `E'${escaped(value, "''")}'`;
}
