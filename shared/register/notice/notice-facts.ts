import { valueOf, valuesOf, type ListAnswer, type SingleAnswer } from '../answer.ts';
import { activitiesFor } from '../declared-uses.ts';
import { heldRecord, heldRecords } from '../held-records.ts';
import type { RecordKind } from '../record-kinds/index.ts';
import type { RecordVersion, RegisterSnapshot } from '../register-snapshot.ts';
import type { LawfulBasis } from '#shared/domain/lawful-basis.ts';
import type { NoticeElement } from '../vocabulary/notice-elements.ts';

/** Which record and field would say a missing element; `id` null: the record is still to be made. */
export interface MissingFrom {
  kind: RecordKind;
  id: string | null;
  field: string;
}

/**
 * What the register says of one element of a notice: names, terms and texts as they are stated there. `none`: it says
 * that there is none, or the element is not asked for; `missing`: it says nothing, and where it would be said.
 */
export type NoticeFact =
  | { element: NoticeElement; state: 'told'; values: string[]; from: { kind: RecordKind; id: string; ref: string }[] }
  | { element: NoticeElement; state: 'none' }
  | { element: NoticeElement; state: 'missing'; place: MissingFrom };

export interface NoticeFacts {
  purpose: { id: string; ref: string; title: string };
  basis: LawfulBasis | null;
  facts: NoticeFact[];
  /** Ids of the recipients that the notice names. */
  recipients: string[];
}

const source = ({ kind, id, ref }: RecordVersion) => ({ kind, id, ref });
const missing = (element: NoticeElement, record: RecordVersion | undefined, kind: RecordKind, field: string) =>
  ({ element, state: 'missing', place: { kind, id: record?.id ?? null, field } }) as const;
const told = (element: NoticeElement, values: string[], from: RecordVersion[]) =>
  ({ element, state: 'told', values, from: from.map(source) }) as const;

const stated = (answer: SingleAnswer<unknown> | ListAnswer<unknown> | undefined): boolean => answer?.state === 'stated';
const saysNone = (answer: { state: string } | undefined): boolean =>
  answer?.state === 'none' || answer?.state === 'not-applicable';

/** A field of several records whose values are put together: missing where no record states it. */
function together<K extends RecordKind>(
  element: NoticeElement,
  records: readonly RecordVersion<K>[],
  { kind, field }: { kind: K; field: string },
  read: (record: RecordVersion<K>) => { answer: { state: string } | undefined; values: string[] },
): NoticeFact {
  const answers = records.map((record) => ({ record, ...read(record) }));
  const silent = answers.find(({ answer, values }) => values.length === 0 && !saysNone(answer));
  const values = [...new Set(answers.flatMap((answer) => answer.values))];
  if (values.length > 0)
    return told(
      element,
      values,
      answers.filter((answer) => answer.values.length > 0).map(({ record }) => record),
    );
  return silent === undefined && answers.length > 0
    ? { element, state: 'none' }
    : missing(element, silent?.record, kind, field);
}

function aboutController(organisation: RecordVersion<'organisation'> | undefined): NoticeFact[] {
  const body = organisation?.body;
  const [name, address, email] = [valueOf(body?.name), valueOf(body?.address), valueOf(body?.email)];
  const people = (element: 'representative' | 'dpo'): NoticeFact => {
    const answer = body?.[element];
    if (saysNone(answer)) return { element, state: 'none' };
    if (organisation === undefined || !stated(answer)) return missing(element, organisation, 'organisation', element);
    const contacts =
      element === 'dpo'
        ? valuesOf(body?.dpo).map((person) => `${person.name}, ${person.email}`)
        : valuesOf(body?.representative).map((person) => `${person.name}, ${person.contact}`);
    return told(element, contacts, [organisation]);
  };
  const controller: NoticeFact =
    organisation === undefined || name === undefined || (address === undefined && email === undefined)
      ? missing('controller', organisation, 'organisation', name === undefined ? 'name' : 'address')
      : told('controller', [[name, address, email].filter((part) => part !== undefined).join(', ')], [organisation]);
  return [controller, people('representative'), people('dpo')];
}

function aboutPurpose(snapshot: RegisterSnapshot, purpose: RecordVersion<'purpose'>): NoticeFact[] {
  const description = valueOf(purpose.body.description);
  const basis = valueOf(purpose.body.basis);
  const weighed = heldRecords(snapshot, 'legitimate-interests').find(
    ({ body }) => valueOf(body.purpose) === purpose.id,
  );
  const interest = valueOf(weighed?.body.interest);
  return [
    description === undefined
      ? missing('purpose', purpose, 'purpose', 'description')
      : told('purpose', [description], [purpose]),
    basis === undefined ? missing('basis', purpose, 'purpose', 'basis') : told('basis', [basis], [purpose]),
    basis !== 'legitimate-interests'
      ? { element: 'interest', state: 'none' }
      : interest === undefined || weighed === undefined
        ? missing('interest', weighed, 'legitimate-interests', 'interest')
        : told('interest', [interest], [weighed]),
  ];
}

/** The stated period, else the criteria by which the end is judged. */
const periodsOf = (snapshot: RegisterSnapshot, activity: RecordVersion<'activity'>): string[] =>
  valuesOf(activity.body.retention).flatMap((id) => {
    const body = heldRecord(snapshot, 'retention', id)?.body;
    return valueOf(body?.duration) ?? valueOf(body?.criteria) ?? [];
  });

function aboutData(snapshot: RegisterSnapshot, activities: readonly RecordVersion<'activity'>[]): NoticeFact[] {
  const from = (field: string) => ({ kind: 'activity' as const, field });
  const sources = activities.flatMap(({ body }) => valuesOf(body.dataSources));
  return [
    together('categories', activities, from('dataItems'), ({ body }) => ({
      answer: body.dataItems,
      values: valuesOf(body.dataItems).map(({ category, what }) => what ?? category),
    })),
    // Art. 14(2)(f): only what did not come from people themselves has a source to name.
    sources.length > 0 && sources.every(({ kind }) => kind === 'subject')
      ? { element: 'source', state: 'none' }
      : together('source', activities, from('dataSources'), ({ body }) => ({
          answer: body.dataSources,
          values: valuesOf(body.dataSources).flatMap(({ kind, who }) => (kind === 'subject' ? [] : [who ?? kind])),
        })),
    together('recipients', activities, from('recipients'), ({ body }) => ({
      answer: body.recipients,
      values: valuesOf(body.recipients).map((id) => valueOf(heldRecord(snapshot, 'recipient', id)?.body.name) ?? id),
    })),
    together('transfers', activities, from('transfers'), ({ body }) => ({
      answer: body.transfers,
      values: valuesOf(body.transfers).map((id) => {
        const transfer = heldRecord(snapshot, 'transfer', id)?.body;
        return valueOf(transfer?.country) ?? valueOf(transfer?.internationalOrganisation) ?? id;
      }),
    })),
    together('retention', activities, from('retention'), (activity) => ({
      answer: activity.body.retention,
      values: periodsOf(snapshot, activity),
    })),
  ];
}

function aboutRights(
  basis: LawfulBasis | undefined,
  purpose: RecordVersion<'purpose'>,
  organisation: RecordVersion<'organisation'> | undefined,
  activities: readonly RecordVersion<'activity'>[],
): NoticeFact[] {
  const authority = valuesOf(organisation?.body.leadAuthority).map(({ name }) => name);
  const decides = activities.filter(({ body }) => (valueOf(body.automatedDecision) ?? 'none') !== 'none');
  const silent = activities.find(({ body }) => body.automatedDecision === undefined);
  return [
    basis === undefined ? missing('rights', purpose, 'purpose', 'basis') : told('rights', [basis], [purpose]),
    basis === 'consent' ? told('withdrawal', [], [purpose]) : { element: 'withdrawal', state: 'none' },
    organisation === undefined || authority.length === 0
      ? missing('complaint', organisation, 'organisation', 'leadAuthority')
      : told('complaint', authority, [organisation]),
    basis === 'contract' || basis === 'legal-obligation'
      ? told('obligation', [basis], [purpose])
      : { element: 'obligation', state: 'none' },
    decides.length > 0
      ? told(
          'automated-decision',
          decides.map(({ body }) => valueOf(body.profiling) ?? ''),
          decides,
        )
      : silent !== undefined || activities.length === 0
        ? missing('automated-decision', silent, 'activity', 'automatedDecision')
        : { element: 'automated-decision', state: 'none' },
  ];
}

/**
 * What the register says of each element that people are told of one purpose (GDPR Art. 13, 14).
 * @returns null where there is no such purpose
 */
export function noticeFacts(snapshot: RegisterSnapshot, purposeId: string): NoticeFacts | null {
  const purpose = heldRecord(snapshot, 'purpose', purposeId);
  if (purpose === undefined) return null;
  const organisation = heldRecords(snapshot, 'organisation')[0];
  const activities = activitiesFor(snapshot, purposeId);
  const basis = valueOf(purpose.body.basis);
  return {
    purpose: { id: purpose.id, ref: purpose.ref, title: valueOf(purpose.body.title) ?? purpose.ref },
    basis: basis ?? null,
    facts: [
      ...aboutController(organisation),
      ...aboutPurpose(snapshot, purpose),
      ...aboutData(snapshot, activities),
      ...aboutRights(basis, purpose, organisation, activities),
    ],
    recipients: [...new Set(activities.flatMap(({ body }) => valuesOf(body.recipients)))],
  };
}
