import { readFileSync } from 'node:fs';
import { Failure } from '#shared/contract/failure.ts';
import { longestIdentifier, mostIdentifiers } from '#shared/contract/subjects.ts';
import { subjectCommandText as text } from '#shared/text/cli/subject.ts';
import type { CommandContext } from '../terminal/context.ts';

/** Bytes that as many values as one search takes fit into. */
const mostTyped = 100_000;

/**
 * The values that were typed, or a line each of standard input: what is typed stays in a terminal's history.
 * @throws Failure WRONG_USAGE for none, too many, or one that is too long
 */
export async function identifiersFrom(context: CommandContext, typed: readonly string[]): Promise<string[]> {
  const lines = typed.includes('-') ? readFileSync(await context.stdinFile(mostTyped), 'utf8').split('\n') : [];
  const values = [...typed.filter((value) => value !== '-'), ...lines]
    .map((value) => value.trim())
    .filter((value) => value !== '');
  if (values.length === 0) throw new Failure('WRONG_USAGE', text.none);
  if (values.length > mostIdentifiers) throw new Failure('WRONG_USAGE', text.tooMany(mostIdentifiers));
  if (values.some(({ length }) => length > longestIdentifier))
    throw new Failure('WRONG_USAGE', text.tooLong(longestIdentifier));
  return values;
}
