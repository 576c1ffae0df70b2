import { CannotWrite } from '../portable/cannot-write.ts';
import { escaped } from '../portable/escaped.ts';

/** The only place that quotes an identifier of Spark. */
export const sparkIdentifier = (name: string): string => `\`${name.replaceAll('`', '``')}\``;

/**
 * A text literal of Spark, with what is not plain as an escape.
 * @throws CannotWrite for NUL, which the escapes of Spark's text end at
 */
export function sparkText(value: string): string {
  if (value.includes('\0')) throw new CannotWrite({ kind: 'nul' });
  return `'${escaped(value, "\\'")}'`;
}
