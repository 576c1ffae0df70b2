import type { LogEntry } from '#shared/contract/register.ts';

/**
 * What an entry is about, in a word that people know: the file or thing it names, else the name of the dataset or
 * workspace behind its id (a dataset that was deleted keeps the name of its import), else the id.
 * @param names names by id, of what still exists
 */
export function aboutEntry(
  { subjectRef, payload, about }: Pick<LogEntry, 'subjectRef' | 'payload' | 'about'>,
  names: ReadonlyMap<string, string>,
): string {
  const facts = payload !== null && typeof payload === 'object' ? (payload as Record<string, unknown>) : {};
  const said = [facts['fileName'], facts['name'], facts['title'], facts['setting']].find(
    (word): word is string => typeof word === 'string' && word !== '',
  );
  const id = typeof facts['datasetId'] === 'string' ? facts['datasetId'] : subjectRef;
  return said ?? names.get(subjectRef) ?? names.get(id) ?? about ?? subjectRef;
}
