import type { RecordSummary } from '#shared/contract/records.ts';
import { itemsOf, type AnyAnswer, type AnyBody } from '#shared/register/any-body.ts';
import type { Field } from '#shared/register/field.ts';
import { legalMinimum, type FoundRecord, type LegalMinimum } from '#shared/register/minimum.ts';
import { generatedStatements } from '#shared/register/origins.ts';
import { recordKinds, type RecordKind } from '#shared/register/record-kinds/index.ts';
import { isReadableVersion, type RecordVersion, type UnreadableVersion } from '#shared/register/register-snapshot.ts';
import { lawfulBases, type LawfulBasis } from '#shared/domain/lawful-basis.ts';
import type { StoredRecord } from '#engine/catalog/repositories/records.ts';
import { holdingOf, inReviewOf, shownOf, titleOf, type RecordSource } from './stored-record.ts';

/** How an activity's minimum finds the records that it rests on, by what people go by of them. */
function finderOf(all: readonly StoredRecord[]): (kind: RecordKind, id: string) => FoundRecord {
  const byKey = new Map(all.map((record) => [JSON.stringify([record.kind, record.id]), record]));
  return (kind, id) => {
    const record = byKey.get(JSON.stringify([kind, id]));
    if (record === undefined) return null;
    const shown = shownOf(record);
    return isReadableVersion(shown) ? { body: shown.body, retired: shown.state === 'retired' } : { unreadable: true };
  };
}

/** Fields that the law asks the kind for and that have no answer, or an unknown one. */
function missingOf({ kind, body }: RecordVersion): string[] {
  const fields: Readonly<Record<string, Field>> = recordKinds[kind].fields;
  const answers = body as AnyBody;
  const role = answers.role?.state === 'stated' && 'value' in answers.role ? answers.role.value : 'controller';
  return Object.entries(fields)
    .filter(([, field]) => field.need === 'law' && (field.role === undefined || field.role === role))
    .map(([id]) => id)
    .filter((id) => answers[id] === undefined || answers[id].state === 'unknown');
}

/** Lawful bases of the purposes that an activity names. */
function basesOf({ body }: RecordVersion, find: ReturnType<typeof finderOf>): LawfulBasis[] {
  const stated = itemsOf((body as AnyBody).purposes).map(({ value }) => {
    const purpose = find('purpose', String(value));
    const basis = purpose !== null && 'body' in purpose ? purpose.body.basis : undefined;
    return basis?.state === 'stated' && 'value' in basis ? basis.value : null;
  });
  return lawfulBases.filter((basis) => stated.includes(basis));
}

/** Whether an activity names datasets, as such or as the place of its data. */
function namesData({ body }: RecordVersion): boolean {
  const { datasets, dataItems } = body as AnyBody;
  const places = itemsOf(dataItems).map(({ value }) => (value as { dataset?: string }).dataset);
  return itemsOf(datasets).length > 0 || places.some((dataset) => dataset !== undefined);
}

/** What an activity is found by beside its basis. */
function facetsOf(
  version: RecordVersion | null,
  find: ReturnType<typeof finderOf>,
): Pick<RecordSummary, 'role' | 'special' | 'countries' | 'nextReviewOn'> {
  const body: AnyBody = version?.kind === 'activity' ? version.body : {};
  const single = (answer: AnyAnswer | undefined): string | null =>
    answer?.state === 'stated' && 'value' in answer ? String(answer.value) : null;
  const special = itemsOf(body.dataItems).flatMap(({ value }) => (value as { special?: string }).special ?? []);
  const countries = [...itemsOf(body.recipients), ...itemsOf(body.subProcessors)].flatMap(({ value }) => {
    const recipient = find('recipient', String(value));
    return recipient !== null && 'body' in recipient ? (single(recipient.body.country) ?? []) : [];
  });
  return {
    role: single(body.role),
    special: [...new Set(special)].toSorted(),
    countries: [...new Set(countries)].toSorted(),
    nextReviewOn: single(body.nextReviewOn),
  };
}

/** Who has to do with a record: whoever wrote in it, and its owner. */
function peopleOf({ draft }: StoredRecord, shown: RecordVersion | UnreadableVersion): string[] {
  const versions = [shown, draft].filter((version) => version !== null).filter(isReadableVersion);
  return [
    ...new Set(
      versions.flatMap(({ authors, body }) => {
        const owner = (body as AnyBody).owner;
        return [...authors, ...(owner?.state === 'stated' && 'value' in owner ? [String(owner.value)] : [])];
      }),
    ),
  ];
}

const besideOf = ({ state, version, savedAt, savedBy }: RecordVersion | UnreadableVersion) => ({
  state,
  version,
  savedAt,
  savedBy,
});

function summaryOf(record: StoredRecord, find: ReturnType<typeof finderOf>): RecordSummary {
  const { kind, id, ref } = record;
  const shown = shownOf(record);
  const beside = holdingOf(record) === null ? [record.draft] : [inReviewOf(record), record.draft];
  const readable = isReadableVersion(shown) ? shown : null;
  const minimum = (version: RecordVersion): LegalMinimum =>
    legalMinimum({
      activity: { id, body: version.body },
      organisation: find('organisation', 'organisation'),
      find,
    });
  return {
    kind,
    id,
    ref,
    title: titleOf(shown).slice(0, 500),
    ...besideOf(shown),
    beside: beside.filter((version) => version !== null && version !== shown).map((version) => besideOf(version!)),
    missing: readable === null ? [] : missingOf(readable),
    minimum: readable === null || kind !== 'activity' ? null : minimum(readable),
    bases: readable === null || kind !== 'activity' ? [] : basesOf(readable, find),
    ...facetsOf(readable, find),
    people: peopleOf(record, shown),
    namesData: readable !== null && kind === 'activity' && namesData(readable),
    generated: readable === null ? 0 : generatedStatements(readable.body).length,
    unreadable: readable === null,
  };
}

/** Records of the register by reference, those that cannot be read among them. */
export function listRecords(
  { catalog }: RecordSource,
  { kind }: { kind?: RecordKind | undefined } = {},
): RecordSummary[] {
  const all = catalog.records.list();
  const find = finderOf(all);
  return all.filter((record) => kind === undefined || record.kind === kind).map((record) => summaryOf(record, find));
}
