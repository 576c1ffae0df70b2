import { importFieldIds, type GivenColumn, type ImportField } from '#shared/domain/import-field.ts';
import { fold } from '../layouts/fold.ts';
import type { Column } from '../layouts/layout.ts';
import type { CellId } from './cells/index.ts';

/** Whether several columns may go into a field: else a second one would say the same thing again, or another. */
interface ImportTarget {
  cell: CellId;
  many: boolean;
}

const one = (cell: CellId): ImportTarget => ({ cell, many: false });
const many = (cell: CellId): ImportTarget => ({ cell, many: true });

/** The cell that each of the fields is read as. */
const importFields = {
  reference: one('ref'),
  name: one('name'),
  businessFunction: one('businessFunction'),
  owner: one('owner'),
  ownerUnit: one('ownerUnit'),
  purposes: many('purposes'),
  basis: one('basis'),
  art9Conditions: one('conditions'),
  justification: one('justification'),
  dataSubjects: many('dataSubjects'),
  dataItems: many('dataItems'),
  specialCategories: many('sensitiveData'),
  dataSources: many('dataSources'),
  automatedDecision: one('automatedDecision'),
  recipients: many('recipients'),
  internalRecipients: many('recipientsInternal'),
  externalRecipients: many('recipientsExternal'),
  processors: many('recipientsProcessors'),
  processorContracts: many('contracts'),
  transfers: many('transferTargets'),
  transfersYesNo: one('transfersYesNo'),
  safeguards: one('safeguards'),
  transferRecipients: one('transferRecipients'),
  retention: many('retention'),
  measures: many('measures'),
  systems: many('systems'),
  jointControllers: many('jointControllers'),
  controllers: one('controllers'),
  processingCategories: many('processingCategories'),
  subProcessors: many('subProcessors'),
  controllerContract: one('processorContracts'),
} as const satisfies Record<ImportField, ImportTarget>;

const fieldOfCell = new Map<CellId, ImportField>(importFieldIds.map((id) => [importFields[id].cell, id]));

/** The field that a column goes into, as a person would name it; null for one of the parts of a form. */
export const importFieldOf = (cell: CellId): ImportField | null => fieldOfCell.get(cell) ?? null;

/** Fields of which only one column can tell and that several were named for. */
export function namedTwice(given: readonly GivenColumn[]): ImportField | null {
  const single = given.map(({ field }) => field).filter((field) => !importFields[field].many);
  return single.find((field, at) => single.indexOf(field) !== at) ?? null;
}

/** How sure a heading is that a person named: more than any other; most where the table asks for its field, too. */
const named = { asked: 3, added: 2.5 };

/** The columns of a table, with those headings that a person named before all others. */
export function withGiven(columns: readonly Column[], given: readonly GivenColumn[]): Column[] {
  if (given.length === 0) return [...columns];
  const headings = new Set(given.map(({ heading }) => fold(heading)));
  const targets = given.map(({ heading, field }) => ({ heading, ...importFields[field] }));
  const taken = new Set<CellId>(targets.filter((target) => !target.many).map(({ cell }) => cell));
  const free = (name: string): boolean => !headings.has(fold(name));
  return [
    ...targets.map(({ heading, cell }) => ({
      heading,
      cell,
      given: columns.some((column) => column.cell === cell) ? named.asked : named.added,
    })),
    ...columns
      .filter(({ cell }) => !taken.has(cell))
      .map((column) => ({
        ...column,
        heading: free(column.heading) ? column.heading : '',
        also: column.also?.filter(free) ?? [],
      })),
  ];
}
