import type { AnyBody } from '#shared/register/any-body.ts';
import { fold } from '#shared/domain/fold.ts';
import type { RecordKind } from '#shared/register/record-kinds/index.ts';
import { isReadableVersion } from '#shared/register/register-snapshot.ts';
import { answerWords } from '#shared/text/register/answer-words.ts';
import type { StoredRecord } from '#engine/catalog/repositories/records.ts';
import { shownOf, titleOf, type RecordSource } from './stored-record.ts';

/** All that a record says, in the words that people read, other records by what they are called. */
function textOf(record: StoredRecord, named: (id: string) => string): string {
  const versions = [shownOf(record), record.draft].filter((version) => version !== null);
  const said = versions
    .filter(isReadableVersion)
    .flatMap(({ kind, body }) =>
      Object.entries(body as AnyBody).flatMap(([field, answer]) =>
        answer === undefined ? [] : answerWords(kind, field, answer, named),
      ),
    );
  return fold([record.ref, titleOf(shownOf(record)), ...said].join(' '));
}

/**
 * Ids of the records in whose text every word stands, whatever its case, accents and place.
 * @param query `kind`: of this kind alone; `text`: what a person typed
 */
export function searchRecords(
  { catalog }: RecordSource,
  { kind, text }: { kind?: RecordKind | undefined; text: string },
): string[] {
  const words = fold(text)
    .split(/\s+/)
    .filter((word) => word !== '');
  const all = catalog.records.list();
  const names = new Map(all.map((record) => [record.id, titleOf(shownOf(record))]));
  return all
    .filter((record) => kind === undefined || record.kind === kind)
    .filter((record) => {
      const said = textOf(record, (id) => names.get(id) ?? id);
      return words.every((word) => said.includes(word));
    })
    .map(({ id }) => id);
}
