import { z } from 'zod';
import type { Origin } from '../answer.ts';
import { addValues, readNode, type ReadNode } from '../sheets/read-node.ts';
import type { RowReport } from '../sheets/read-register.ts';
import { importedRecords, type ImportedRegister } from '../sheets/to-records.ts';
import { transferMechanisms } from '../vocabulary/recipients-and-transfers.ts';
import {
  automationTerms,
  basisTerms,
  codeOfTerm,
  conditionTerms,
  dataTerms,
  measureTerms,
  recipientTerms,
  recordTerms,
  sourceTerms,
  specialTerms,
  subjectTerms,
} from './terms.ts';
import { dpvContext } from './write-dpv.ts';

/** Why a JSON-LD file is not read. */
export type NoDpv = 'no-json' | 'no-graph' | { context: string } | 'no-activities';

type Node = Record<string, unknown>;
const fileShape = z.looseObject({ '@graph': z.array(z.looseObject({})).max(200_000) });

/** The text of a JSON value by which two are compared: keys in order. */
function plain(value: unknown): string {
  return JSON.stringify(value, (_key, one: unknown) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );
}

const contextName = (context: unknown): string =>
  typeof context === 'string' ? context : Array.isArray(context) ? (context.map(contextName)[0] ?? '') : '';

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): unknown[] => (value === undefined ? [] : [value].flat());
const textOf = (value: unknown): string | undefined => {
  const [first] = listOf(value);
  return typeof first === 'string' ? first : undefined;
};

/** The terms that were read of each node: the rest is reported. */
interface Reader {
  byId: ReadonlyMap<string, Node>;
  nodes: Map<Node, ReadNode>;
  used: Map<Node, Set<string>>;
}

const passed = ['id', 'type', 'modified', 'identifier', 'notation', 'versionInfo'];

function take(reader: Reader, of: Node, key: string): unknown[] {
  const used = reader.used.get(of) ?? new Set(passed);
  used.add(key);
  reader.used.set(of, used);
  return listOf(of[key]);
}

const takeText = (reader: Reader, of: Node, key: string): string | undefined => textOf(take(reader, of, key));

/** The nodes that a property names or holds. */
const takeNodes = (reader: Reader, of: Node, key: string): Node[] =>
  take(reader, of, key).flatMap((value) => {
    const found = typeof value === 'string' ? reader.byId.get(value) : value;
    return isNode(found) ? [found] : [];
  });

/** Our word of a node: its notation, or the one that its term alone stands for. */
function codeOf<Code extends string>(of: Node, terms: Readonly<Record<Code, string>>): Code | undefined {
  const codes = Object.keys(terms) as Code[];
  const byNotation = listOf(of['notation']).find((one) => (codes as unknown[]).includes(one));
  if (byNotation !== undefined) return byNotation as Code;
  return listOf(of['type'])
    .map((term) => (typeof term === 'string' ? codeOfTerm(terms, term) : undefined))
    .find((code) => code !== undefined);
}

const countryOf = (reader: Reader, of: Node, key: string): string | undefined =>
  takeText(reader, of, key)?.replace(/^loc:/, '');

/** A record of a node, made once. */
function made(reader: Reader, of: Node, make: () => ReadNode): ReadNode {
  const known = reader.nodes.get(of);
  if (known !== undefined) return known;
  const node = make();
  const source = sourceOf(of);
  if (source !== null) node.source = source.id;
  if (source?.isOurs === true) node.isOurs = true;
  reader.nodes.set(of, node);
  return node;
}

/** The id of the record that a node of ours is; any other node's own name, which another file may use, too. */
function sourceOf(of: Node): { id: string; isOurs: boolean } | null {
  const called = textOf(of['id']);
  if (called === undefined) return null;
  const [, own] = /^urn:custos:[a-z-]+:([^:]+)$/.exec(called) ?? [];
  try {
    return own === undefined ? { id: called, isOurs: false } : { id: decodeURIComponent(own), isOurs: true };
  } catch {
    return { id: called, isOurs: false };
  }
}

const purpose = (reader: Reader) => (of: Node) =>
  made(reader, of, () => {
    const bases = take(reader, of, 'hasLegalBasis').filter((term) => typeof term === 'string');
    return readNode('purpose', {
      title: takeText(reader, of, 'title'),
      description: takeText(reader, of, 'description'),
      basis: bases.map((term) => codeOfTerm(basisTerms, term)).find((code) => code !== undefined),
      art9Conditions: bases.flatMap((term) => codeOfTerm(conditionTerms, term) ?? []),
      justification: takeText(reader, of, 'hasJustification'),
    });
  });

const recipient = (reader: Reader) => (of: Node) =>
  made(reader, of, () =>
    readNode('recipient', {
      name: takeText(reader, of, 'hasName'),
      kind: codeOf(of, recipientTerms),
      country: countryOf(reader, of, 'hasCountry'),
      contact: takeText(reader, of, 'hasContact'),
    }),
  );

const transfer = (reader: Reader) => (of: Node) =>
  made(reader, of, () => {
    const importers = takeNodes(reader, of, 'hasDataImporter');
    const isOrganisation = (one: Node): boolean => listOf(one['type']).includes('dpv:InternationalOrganisation');
    const organisation = importers.find(isOrganisation);
    const [to] = importers.filter((one) => !isOrganisation(one));
    const rests = takeText(reader, of, 'hasLegalBasis')?.replace(/^eu-gdpr:/, '');
    const name = takeText(reader, of, 'title');
    return readNode('transfer', {
      name,
      country: countryOf(reader, of, 'hasThirdCountry'),
      internationalOrganisation: organisation && takeText(reader, organisation, 'hasName'),
      mechanism: transferMechanisms.find((one) => one === rests),
      safeguardDocument: takeText(reader, of, 'source'),
      ...(to === undefined ? {} : { recipient: recipient(reader)(to) }),
    });
  });

const storage = (reader: Reader) => (of: Node) =>
  made(reader, of, () =>
    readNode('retention', {
      name: takeText(reader, of, 'title'),
      duration: takeText(reader, of, 'hasDuration'),
      criteria: takeText(reader, of, 'description'),
      dataCategories: takeNodes(reader, of, 'hasPersonalData').flatMap((one) => codeOf(one, dataTerms) ?? []),
    }),
  );

const measure = (reader: Reader) => (of: Node) =>
  made(reader, of, () =>
    readNode('measure', {
      name: takeText(reader, of, 'title'),
      kind: codeOf(of, measureTerms),
      description: takeText(reader, of, 'description'),
    }),
  );

const system = (reader: Reader) => (of: Node) =>
  made(reader, of, () =>
    readNode('system', {
      name: takeText(reader, of, 'title'),
      description: takeText(reader, of, 'description'),
      hostedIn: countryOf(reader, of, 'hasCountry'),
    }),
  );

/** A person or body by name and how to reach it. */
const party = (reader: Reader, of: Node): { name: string; contact: string } => ({
  name: takeText(reader, of, 'hasName') ?? '',
  contact: takeText(reader, of, 'hasContact') ?? '',
});

const activity = (reader: Reader, of: Node): ReadNode => made(reader, of, () => activityOf(reader, of));

function activityOf(reader: Reader, of: Node): ReadNode {
  const controllers = takeNodes(reader, of, 'hasDataController');
  const isProcessor = take(reader, of, 'hasDataProcessor').length > 0;
  const [unit] = takeNodes(reader, of, 'hasOrganisationalUnit');
  const level = takeText(reader, of, 'hasAutomationLevel');
  const found = readNode('activity', {
    name: takeText(reader, of, 'title'),
    role: isProcessor ? 'processor' : 'controller',
    businessFunction: unit && takeText(reader, unit, 'title'),
    dataSubjects: takeNodes(reader, of, 'hasDataSubject').flatMap((one) => codeOf(one, subjectTerms) ?? []),
    dataItems: takeNodes(reader, of, 'hasPersonalData').map((one) => {
      const special = codeOf(one, specialTerms);
      const what = takeText(reader, one, 'title');
      return {
        category: codeOf(one, dataTerms) ?? 'other',
        ...(what === undefined ? {} : { what }),
        ...(special === undefined ? {} : { special }),
      };
    }),
    dataSources: takeNodes(reader, of, 'hasDataSource').flatMap((one) => {
      const kind = codeOf(one, sourceTerms);
      const who = takeText(reader, one, 'title');
      return kind === undefined ? [] : [{ kind, ...(who === undefined ? {} : { who }) }];
    }),
    automatedDecision: level === undefined ? undefined : codeOfTerm(automationTerms, level),
    controllers: isProcessor ? controllers.map((one) => party(reader, one)) : undefined,
  });
  const link = (field: string, key: string, make: (of: Node) => ReadNode): void =>
    addValues(found, field, takeNodes(reader, of, key).map(make));
  link('purposes', 'hasPurpose', purpose(reader));
  link('recipients', 'hasRecipient', recipient(reader));
  link('transfers', 'hasProcessing', transfer(reader));
  link('retention', 'hasStorageCondition', storage(reader));
  link('measures', 'hasTechnicalOrganisationalMeasure', measure(reader));
  link('systems', 'isImplementedUsingTechnology', system(reader));
  for (const [field, answer] of found.fields)
    if (answer.state === 'stated' && answer.values.length === 0) found.fields.delete(field);
  return found;
}

function organisation(reader: Reader, of: Node): ReadNode {
  const [email, phone] = take(reader, of, 'hasContact').filter((one) => typeof one === 'string');
  const found = readNode('organisation', {
    name: takeText(reader, of, 'hasName'),
    address: takeText(reader, of, 'hasAddress'),
    email,
    phone,
  });
  const officers = takeNodes(reader, of, 'hasDataProtectionOfficer').map((one) => {
    const [mail, line] = take(reader, one, 'hasContact');
    return { name: takeText(reader, one, 'hasName'), email: mail, ...(line === undefined ? {} : { phone: line }) };
  });
  addValues(found, 'dpo', officers);
  for (const [field, key] of [
    ['representative', 'hasRepresentative'],
    ['jointControllers', 'hasJointDataControllers'],
  ] as const)
    addValues(
      found,
      field,
      takeNodes(reader, of, key).map((one) => party(reader, one)),
    );
  return found;
}

/** For each node that was read: which of its properties have no place in the register. */
function reportOf(reader: Reader, graph: readonly Node[]): RowReport[] {
  return graph.map((of, at) => {
    const used = reader.used.get(of);
    const rest = Object.entries(of).filter(([key]) => !passed.includes(key) && used?.has(key) !== true);
    return {
      sheet: '@graph',
      row: at + 1,
      activity: textOf(of['title']) ?? textOf(of['hasName']) ?? '',
      node: reader.nodes.get(of) ?? null,
      mapped: used === undefined ? 0 : used.size - passed.length,
      notMapped: rest.map(([column, value]) => ({
        column,
        text: typeof value === 'string' ? value : JSON.stringify(value),
        why: 'no-column' as const,
      })),
    };
  });
}

/**
 * Reads a register in DPV 2.3 with the pinned context. A file with any other context may mean other things by the same
 * names, and nothing is fetched to find out: it is refused.
 */
export function readDpv(content: string, origin: Origin): (ImportedRegister & { rows: RowReport[] }) | NoDpv {
  let read: unknown;
  try {
    read = JSON.parse(content);
  } catch {
    return 'no-json';
  }
  if (!isNode(read) || !('@context' in read)) return 'no-graph';
  const context = read['@context'];
  if (plain(context) !== plain(dpvContext)) return { context: contextName(context) };
  const parsed = fileShape.safeParse(read);
  if (!parsed.success) return 'no-graph';
  const graph: Node[] = parsed.data['@graph'];
  const byId = new Map(graph.flatMap((one) => (typeof one['id'] === 'string' ? [[one['id'], one] as const] : [])));
  const reader: Reader = { byId, nodes: new Map(), used: new Map() };
  const register = graph.find((one) => listOf(one['type']).includes(recordTerms.register));
  const processes = graph.filter((one) => listOf(one['type']).includes(recordTerms.activity));
  if (register === undefined || processes.length === 0) return 'no-activities';
  for (const key of ['conformsTo', 'created', 'hasPersonalDataProcess']) take(reader, register, key);
  const [owner] = takeNodes(reader, register, 'hasDataController');
  const activities = processes.map((one) => activity(reader, one));
  const imported = importedRecords(
    { organisation: owner === undefined ? readNode('organisation') : organisation(reader, owner), activities },
    origin,
  );
  return { ...imported, rows: reportOf(reader, graph) };
}
