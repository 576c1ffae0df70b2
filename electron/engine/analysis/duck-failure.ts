import { Failure } from '#shared/contract/failure.ts';
import { analysisText } from '#shared/text/engine/analysis.ts';
import { engineText } from '#shared/text/engine/engine.ts';
import { saysDiskFull } from '#engine/machine/disk-full.ts';
import { workCancelled } from '#engine/jobs/cancelled.ts';

/** What DuckDB says of a statement that is wrong whatever the file holds: a mistake of ours, no damage. */
const ours = new RegExp(
  '^(?:Parser|Syntax|Binder|Catalog|Dependency|Permission|Settings|Parameter Not Resolved|' +
    'Parameter Not Allowed|TransactionContext|Connection|Constraint) Error',
);

const memory = /^Out of Memory/;

/**
 * DuckDB quotes cell values in its messages: keep the first words, which are its own, and drop everything that could be
 * data.
 */
export function redactDuckMessage(message: string): string {
  const first = message.split('\n', 1)[0] ?? '';
  return first
    .replace(/(["'`])(?:(?!\1).)*\1/g, '…')
    .replace(/\d{4,}/g, '…')
    .slice(0, 160);
}

/** Whether the data engine could not go on with the memory it has, while it read a file. */
export const isShortOfMemory = (error: unknown, fileName: string): boolean =>
  error instanceof Error && (memory.test(error.message) || error.message === analysisText.needsMemory(fileName));

/** A file from outside that an instance was opened for: what is wrong then lies in it. */
export interface ReadFile {
  fileName: string;
  /** Sentence where it cannot be read; DuckDB's own words, which may quote it, are not passed on. */
  unreadable: (file: string) => string;
}

/**
 * What an error of DuckDB's means for a person.
 * @param sentence of an instance that was opened for no file
 */
export function duckFailure(
  error: unknown,
  reads: ReadFile | undefined,
  sentence: (message: string) => string = analysisText.refused,
): Failure {
  if (error instanceof Failure) return error;
  const message = error instanceof Error ? error.message : String(error);
  if (message.startsWith('INTERRUPT')) return workCancelled();
  if (saysDiskFull(message)) return new Failure('DISK_FULL', engineText.diskFull);
  if (reads === undefined || ours.test(message)) return new Failure('INTERNAL', sentence(redactDuckMessage(message)));
  return new Failure(
    'FILE_DAMAGED',
    memory.test(message) ? analysisText.needsMemory(reads.fileName) : reads.unreadable(reads.fileName),
  );
}
