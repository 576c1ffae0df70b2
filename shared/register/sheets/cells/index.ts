import type { DataCategory } from '#shared/register/vocabulary/people-and-data.ts';
import type { RecipientKind } from '#shared/register/vocabulary/recipients-and-transfers.ts';
import type { Cell } from './cell.ts';
import * as data from './data.ts';
import * as kept from './kept.ts';
import * as parties from './parties.ts';
import * as plain from './plain.ts';
import * as purposes from './purposes.ts';
import * as recipients from './recipients.ts';
import * as transfers from './transfers.ts';

const internal: RecipientKind[] = ['internal-unit'];
const processors: RecipientKind[] = ['processor', 'sub-processor'];
const external: RecipientKind[] = [
  'external-controller',
  'group-company',
  'joint-controller',
  'authority',
  'platform-audience',
  'public',
];

/** Families of data as the CNIL's form has a line for each; the first of each is what an unnamed one is taken for. */
const family = (...categories: DataCategory[]): Cell => data.dataItems(categories);

/** The one list of what can stand in a column of a layout. */
export const cells = {
  ref: plain.ref,
  version: plain.version,
  state: plain.state,
  createdOn: plain.createdOn,
  updatedOn: plain.updatedOn,
  noField: plain.noField,
  name: plain.textCell('name'),
  role: plain.choiceCell('role', 'roles'),
  businessFunction: plain.textCell('businessFunction'),
  owner: plain.textCell('owner'),
  ownerUnit: plain.textCell('ownerUnit'),
  purposes: purposes.purposes,
  basis: purposes.basis,
  conditions: purposes.conditions,
  justification: purposes.justification,
  dataSubjects: plain.dataSubjects,
  dataItems: data.dataItems(),
  dataIdentity: family('identity', 'contact', 'government-id', 'demographic', 'image-voice'),
  dataPersonalLife: family('preference', 'household', 'opinion'),
  dataProfessional: family('employment'),
  dataFinancial: family('financial', 'transaction'),
  dataConnection: family('credentials', 'device'),
  dataLocation: family('location'),
  dataInternet: family('online-identifier', 'usage', 'engagement'),
  dataOther: family('other', 'service-contact', 'consent', 'free-text', 'special', 'criminal'),
  sensitiveData: data.sensitiveData,
  dataSources: data.dataSources,
  automatedDecision: data.automatedDecision,
  recipients: recipients.recipients(),
  recipientsInternal: recipients.recipients(internal),
  recipientsExternal: recipients.recipients(external),
  recipientsProcessors: recipients.recipients(processors),
  subProcessors: recipients.recipients(undefined, 'subProcessors'),
  contracts: recipients.contracts,
  transferTargets: transfers.transferTargets,
  transfersYesNo: transfers.transfersYesNo,
  safeguards: transfers.safeguards,
  transferRecipients: transfers.transferRecipients,
  retention: kept.retention,
  measures: kept.measures(),
  measuresAccess: kept.measures(['access-control']),
  measuresTraces: kept.measures(['traceability']),
  measuresSoftware: kept.measures(['software-protection']),
  measuresBackup: kept.measures(['backup']),
  measuresEncryption: kept.measures(['encryption']),
  measuresProcessors: kept.measures(['processor-control']),
  measuresOther: kept.measures(['other', 'pseudonymisation', 'resilience', 'regular-testing', 'organisational']),
  systems: kept.systems,
  controllers: parties.controllers,
  controllerRepresentatives: parties.activityPart('controllers', 'representative'),
  controllerDpos: parties.activityPart('controllers', 'dpo'),
  processingCategories: plain.textsCell('processingCategories', true),
  processorContracts: parties.activityPart('contract', 'reference', true),
  jointControllers: parties.jointControllers,
  organisationName: parties.organisationText('name'),
  organisationAddress: parties.organisationText('address'),
  organisationEmail: parties.organisationText('email'),
  organisationPhone: parties.organisationText('phone'),
  dpoName: parties.organisationPart('dpo', 'name', true),
  dpoEmail: parties.organisationPart('dpo', 'email'),
  dpoPhone: parties.organisationPart('dpo', 'phone'),
  representativeName: parties.organisationPart('representative', 'name', true),
  representativeContact: parties.organisationPart('representative', 'contact'),
} satisfies Record<string, Cell>;

export type CellId = keyof typeof cells;
export const cellOf = (id: CellId): Cell => cells[id];
