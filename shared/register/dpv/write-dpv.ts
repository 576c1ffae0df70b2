import { valueOf, valuesOf } from '../answer.ts';
import type { RecordKind } from '../record-kinds/index.ts';
import type { RecordVersion, WholeSnapshot } from '../register-snapshot.ts';
import { indexRegister, type RegisterIndex } from '../sheets/register-index.ts';
import { leftOutOf, type LeftOut } from '../sheets/write-register.ts';
import context from './context-2.3.json' with { type: 'json' };
import {
  automationTerms,
  basisTerms,
  conditionTerms,
  dataTerms,
  measureTerms,
  mechanismTerm,
  recipientTerms,
  recordTerms,
  sourceTerms,
  specialTerms,
  subjectTerms,
} from './terms.ts';

/** The pinned context; it stands in every file, so that nobody has to fetch one. */
export const dpvContext: unknown = context;

const edition = 'https://w3id.org/dpv/2.3';

export type DpvNode = Record<string, unknown>;

interface Writer {
  register: RegisterIndex;
  said: Map<RecordVersion, Set<string>>;
  nodes: DpvNode[];
  written: Set<string>;
}

/** A node without what is not stated, its keys in the order given. */
const node = (parts: DpvNode): DpvNode =>
  Object.fromEntries(
    Object.entries(parts).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0)),
  );

const name = (kind: RecordKind, id: string): string => `urn:custos:${kind}:${encodeURIComponent(id)}`;

function say({ said }: Writer, record: RecordVersion, ...paths: string[]): void {
  const known = said.get(record) ?? new Set();
  for (const path of paths) known.add(path);
  said.set(record, known);
}

/** Adds the node of a record once. @returns its name, by which others refer to it */
function once(writer: Writer, record: RecordVersion, make: () => DpvNode): string {
  const id = name(record.kind, record.id);
  if (writer.written.has(id)) return id;
  writer.written.add(id);
  writer.nodes.push(node({ id, ...make() }));
  return id;
}

/** What people call it by, and which version in which state it is: a draft is never taken for more. */
const stated = (record: RecordVersion): DpvNode => ({
  identifier: record.ref,
  modified: record.savedAt,
  versionInfo: `${record.version} ${record.state}`,
});
const country = (code: string | undefined): string | undefined => (code === undefined ? undefined : `loc:${code}`);

const purposeOf = (writer: Writer, record: RecordVersion<'purpose'>): string =>
  once(writer, record, () => {
    const { title, description, basis, art9Conditions, justification } = record.body;
    say(writer, record, 'title', 'description', 'basis', 'art9Conditions', 'justification');
    const base = valueOf(basis);
    return {
      type: recordTerms.purpose,
      ...stated(record),
      title: valueOf(title),
      description: valueOf(description),
      hasLegalBasis: [
        ...(base === undefined ? [] : [basisTerms[base]]),
        ...valuesOf(art9Conditions).map((condition) => conditionTerms[condition]),
      ],
      hasJustification: valueOf(justification),
    };
  });

const recipientOf = (writer: Writer, record: RecordVersion<'recipient'>): string =>
  once(writer, record, () => {
    const { name: called, kind, country: code, contact } = record.body;
    say(writer, record, 'name', 'kind', 'country', 'contact');
    const is = valueOf(kind);
    return {
      type: is === undefined ? recordTerms.recipient : recipientTerms[is],
      notation: is,
      ...stated(record),
      hasName: valueOf(called),
      hasContact: valueOf(contact),
      hasCountry: country(valueOf(code)),
    };
  });

const transferOf = (writer: Writer, record: RecordVersion<'transfer'>): string =>
  once(writer, record, () => {
    const {
      name: called,
      recipient,
      country: code,
      internationalOrganisation,
      mechanism,
      safeguardDocument,
    } = record.body;
    say(writer, record, 'name', 'recipient', 'country', 'mechanism', 'safeguardDocument', 'internationalOrganisation');
    const to = valueOf(recipient);
    const importer = to === undefined ? undefined : writer.register.find('recipient', to);
    const organisation = valueOf(internationalOrganisation);
    const rests = valueOf(mechanism);
    return {
      type: recordTerms.transfer,
      ...stated(record),
      title: valueOf(called),
      hasThirdCountry: country(valueOf(code)),
      hasDataImporter: [
        ...(importer === undefined ? [] : [recipientOf(writer, importer)]),
        ...(organisation === undefined ? [] : [{ type: 'dpv:InternationalOrganisation', hasName: organisation }]),
      ],
      hasLegalBasis: rests === undefined ? undefined : mechanismTerm(rests),
      source: valueOf(safeguardDocument),
    };
  });

const storageOf = (writer: Writer, record: RecordVersion<'retention'>): string =>
  once(writer, record, () => {
    const { name: called, duration, criteria, dataCategories } = record.body;
    say(writer, record, 'name', 'duration', 'criteria', 'dataCategories');
    return {
      type: recordTerms.storage,
      ...stated(record),
      title: valueOf(called),
      hasDuration: valueOf(duration),
      description: valueOf(criteria),
      hasPersonalData: valuesOf(dataCategories).map((category) => ({ type: dataTerms[category], notation: category })),
    };
  });

const measureOf = (writer: Writer, record: RecordVersion<'measure'>): string =>
  once(writer, record, () => {
    const { name: called, kind, description } = record.body;
    say(writer, record, 'name', 'kind', 'description');
    const is = valueOf(kind);
    return {
      type: is === undefined ? recordTerms.measure : measureTerms[is],
      notation: is,
      ...stated(record),
      title: valueOf(called),
      description: valueOf(description),
    };
  });

const systemOf = (writer: Writer, record: RecordVersion<'system'>): string =>
  once(writer, record, () => {
    const { name: called, description, hostedIn } = record.body;
    say(writer, record, 'name', 'description', 'hostedIn');
    return {
      type: recordTerms.system,
      ...stated(record),
      title: valueOf(called),
      description: valueOf(description),
      hasCountry: country(valueOf(hostedIn)),
    };
  });

/** Who keeps the register. */
const organisationOf = (writer: Writer, record: RecordVersion<'organisation'>): string =>
  once(writer, record, () => {
    const { name: called, address, email, phone, dpo, representative, jointControllers } = record.body;
    say(writer, record, 'name', 'address', 'email', 'phone', 'dpo.name', 'dpo.email', 'dpo.phone');
    say(writer, record, 'representative.name', 'representative.contact');
    say(writer, record, 'jointControllers.name', 'jointControllers.contact');
    return {
      type: recordTerms.controller,
      ...stated(record),
      hasName: valueOf(called),
      hasAddress: valueOf(address),
      hasContact: [valueOf(email), valueOf(phone)].filter((one) => one !== undefined),
      hasDataProtectionOfficer: valuesOf(dpo).map((one) => ({
        type: recordTerms.officer,
        hasName: one.name,
        hasContact: [one.email, ...(one.phone === undefined ? [] : [one.phone])],
      })),
      hasRepresentative: valuesOf(representative).map((one) => ({
        type: recordTerms.representative,
        hasName: one.name,
        hasContact: one.contact,
      })),
      hasJointDataControllers: valuesOf(jointControllers).map((one) => ({
        type: recordTerms.jointController,
        hasName: one.name,
        hasContact: one.contact,
      })),
    };
  });

/** What an activity says of people and data. */
function dataParts(writer: Writer, record: RecordVersion<'activity'>): DpvNode {
  const { dataSubjects, dataItems, dataSources } = record.body;
  say(writer, record, 'dataSubjects', 'dataItems.category', 'dataItems.what', 'dataItems.special');
  say(writer, record, 'dataSources.kind', 'dataSources.who');
  return {
    hasDataSubject: valuesOf(dataSubjects).map((code) => ({ type: subjectTerms[code], notation: code })),
    hasPersonalData: valuesOf(dataItems).map(({ category, what, special }) =>
      node({
        type: [
          ...new Set([
            dataTerms[category],
            ...(special === undefined ? [] : [specialTerms[special], 'dpv:SpecialCategoryPersonalData']),
          ]),
        ],
        notation: special === undefined ? [category] : [category, special],
        title: what,
      }),
    ),
    hasDataSource: valuesOf(dataSources).map(({ kind, who }) =>
      node({ type: sourceTerms[kind], notation: kind, title: who }),
    ),
  };
}

function activityOf(writer: Writer, record: RecordVersion<'activity'>): string {
  const { register } = writer;
  const { body } = record;
  const all = <K extends RecordKind>(kind: K, ids: string[], make: (w: Writer, one: RecordVersion<K>) => string) =>
    ids.flatMap((id) => {
      const found = register.find(kind, id);
      return found === undefined ? [] : [make(writer, found)];
    });
  return once(writer, record, () => {
    say(writer, record, 'name', 'role', 'businessFunction', 'purposes', 'recipients', 'transfers', 'retention');
    say(writer, record, 'measures', 'systems', 'automatedDecision', 'controllers.name', 'controllers.contact');
    const owner = register.of('organisation')[0];
    const self = owner === undefined ? undefined : organisationOf(writer, owner);
    const isProcessor = valueOf(body.role) === 'processor';
    const business = valueOf(body.businessFunction);
    const automation = valueOf(body.automatedDecision);
    return {
      type: recordTerms.activity,
      ...stated(record),
      title: valueOf(body.name),
      hasDataController: isProcessor
        ? valuesOf(body.controllers).map((one) => ({
            type: recordTerms.controller,
            hasName: one.name,
            hasContact: one.contact,
          }))
        : self,
      hasDataProcessor: isProcessor ? self : undefined,
      hasOrganisationalUnit: business === undefined ? undefined : { type: recordTerms.unit, title: business },
      hasPurpose: all('purpose', valuesOf(body.purposes), purposeOf),
      ...dataParts(writer, record),
      hasRecipient: all('recipient', valuesOf(body.recipients), recipientOf),
      hasProcessing: all('transfer', valuesOf(body.transfers), transferOf),
      hasStorageCondition: all('retention', valuesOf(body.retention), storageOf),
      hasTechnicalOrganisationalMeasure: all('measure', valuesOf(body.measures), measureOf),
      isImplementedUsingTechnology: all('system', valuesOf(body.systems), systemOf),
      hasAutomationLevel: automation === undefined ? undefined : automationTerms[automation],
    };
  });
}

/**
 * A register in the W3C Data Privacy Vocabulary 2.3 as JSON-LD, and what that has no term for. What is answered without
 * a value (none, not applicable, unknown) has none.
 */
export function writeDpv(snapshot: WholeSnapshot): { text: string; activities: number; leftOut: LeftOut[] } {
  const register = indexRegister(snapshot);
  const writer: Writer = { register, said: new Map(), nodes: [], written: new Set() };
  const running = register.of('activity');
  const owner = register.of('organisation')[0];
  const self = owner === undefined ? undefined : organisationOf(writer, owner);
  const activities = running.map((record) => activityOf(writer, record));
  const head = node({
    id: `urn:custos:register:${encodeURIComponent(snapshot.workspaceId)}`,
    type: recordTerms.register,
    conformsTo: edition,
    created: snapshot.asOf,
    hasDataController: self,
    hasPersonalDataProcess: activities,
  });
  const graph = [head, ...writer.nodes];
  return {
    text: `${JSON.stringify({ '@context': context, '@graph': graph }, null, 2)}\n`,
    activities: activities.length,
    leftOut: leftOutOf(register, writer.said, { withoutValues: true }),
  };
}
