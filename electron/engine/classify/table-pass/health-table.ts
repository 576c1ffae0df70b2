import { longPattern } from '#shared/domain/long-pattern.ts';
import { semanticTypeById } from '#shared/semantic-types/index.ts';
import { evidenceText } from '#shared/text/engine/evidence.ts';
import { best, leads, support, type ColumnState } from '../hypothesis.ts';
import type { TableContext } from './entity.ts';

/** What a table of patients is about is itself a diagnosis. */
const outcome = new RegExp(
  String.raw`^(?:outcome|target|class|classification|label|result|diagnos\w*|y|num|status|output|` +
    String.raw`condition|disease\w*|group|ergebnis|resultat|resultado|risultato|uitkomst|resultaat)$`,
);

const insured =
  /\b(?:insurance|insured|versicher\w*|seguro|assicurazione|assurance|verzekering|seguradora|kasse|mutua|mutuelle)\b/;

/** Share of the columns from which a table is one of laboratory values. */
const panelShare = 0.25;

/** Words of what something costs. */
const costs = longPattern('u')`
  ^(?:
    costs?|costo|costi|costes?|custos?|kost|kosten|\p{L}+kosten|frais|couts?|gastos?|spesa|spese|koszty?|naklady|kostnad\p{L}*|
    omkostning\p{L}*|kustannu\p{L}*|maliyet|koltseg|κοστος|стоимость
  )$
`;
const costsOfPatients = (column: ColumnState): boolean =>
  column.facts.number !== null &&
  (leads(column, 'price', 'purchase_amount', 'total_spent') ||
    (best(column)?.type === 'numeric_metric' && column.facts.header.tokens.some((token) => costs.test(token))));

/** A day that nothing names, beside what somebody suffers from or is given. */
function datesOfIllness(columns: readonly ColumnState[]): void {
  if (!columns.some((column) => leads(column, 'diagnosis', 'medication', 'symptom') && best(column)?.header !== 0))
    return;
  for (const column of columns) {
    const first = best(column);
    if (column.facts.date && !column.facts.number && first?.type === 'date_event' && first.header === 0)
      support(column, 'medical_date', first.score + 0.05, { kind: 'table', detail: evidenceText.table.dateOfPatients });
  }
}

/** Positive and negative are moods of texts, and findings of patients: by a name that says neither, the latter. */
function findingsNotMoods(columns: readonly ColumnState[]): void {
  for (const column of columns)
    if (leads(column, 'sentiment') && best(column)?.header === 0)
      support(column, 'lab_value', (best(column)?.score ?? 0) + 0.1, {
        kind: 'table',
        detail: evidenceText.table.signOfBlood,
      });
}

/** What somebody is asked to write down about hospitals is no note on a patient. */
const isNote = (column: ColumnState): boolean =>
  semanticTypeById(best(column)?.type ?? '')?.category !== 'personal' &&
  (best(column)?.score ?? 0) < 1 &&
  column.facts.kinds.has('long_text') &&
  !column.facts.header.question;

export function healthTableRules(columns: readonly ColumnState[], table: TableContext): void {
  if (table.healthColumns >= 2 && table.row === 'person') datesOfIllness(columns);
  if (table.healthColumns >= 2) findingsNotMoods(columns);
  if (table.healthColumns < 3) return;
  const measured = columns.filter((column) => leads(column, 'lab_value', 'vital_sign')).length;
  for (const column of columns) {
    const { facts } = column;
    // A panel is written down whole: what stands unnamed between laboratory values is one.
    if (
      measured >= 3 &&
      measured >= panelShare * columns.length &&
      facts.number &&
      !facts.number.whole &&
      !facts.header.mute &&
      best(column)?.type === 'numeric_metric' &&
      (best(column)?.header ?? 0) === 0
    )
      support(column, 'lab_value', (best(column)?.score ?? 0) + 0.1, {
        kind: 'table',
        detail: evidenceText.table.amongLabValues,
      });
    // The day someone came in: to work or to the ward.
    if (table.role === 'patient' && leads(column, 'hire_date', 'termination_date'))
      support(column, 'medical_date', (best(column)?.score ?? 0) + 0.1, {
        kind: 'table',
        detail: evidenceText.table.dateOfPatients,
      });
    if (
      table.role === 'patient' &&
      insured.test(facts.header.tokens.join(' ')) &&
      facts.kinds.has('category') &&
      leads(column, 'unknown', 'person_attribute', 'financial_product', 'contract_type', 'boolean_flag')
    )
      support(column, 'health_insurance_status', (best(column)?.score ?? 0) + 0.3, {
        kind: 'table',
        detail: evidenceText.table.insurer,
      });
    if (table.role === 'patient' && leads(column, 'motivation') && !facts.kinds.has('long_text'))
      support(column, 'symptom', (best(column)?.score ?? 0) + 0.1, {
        kind: 'table',
        detail: evidenceText.table.whyTheyCame,
      });
    if (
      table.role === 'patient' &&
      facts.date &&
      !facts.number &&
      best(column)?.type === 'date_event' &&
      best(column)?.header === 0
    )
      support(column, 'medical_date', (best(column)?.score ?? 0) + 0.05, {
        kind: 'table',
        detail: evidenceText.table.dateOfPatients,
      });
    if (table.role === 'patient' && costsOfPatients(column))
      support(column, 'health_expense', (best(column)?.score ?? 0) + 0.1, {
        kind: 'table',
        detail: evidenceText.table.costOfPatients,
      });
    const last = facts.header.tokens.at(-1) ?? '';
    const led = semanticTypeById(best(column)?.type ?? '');
    if (
      led?.category !== 'personal' &&
      outcome.test(last) &&
      facts.distinct <= (facts.header.tokens.length > 1 && facts.number ? 6 : 12) &&
      !facts.kinds.has('empty') &&
      facts.header.tokens.length <= 2
    )
      support(column, 'diagnosis', Math.max(0.8, (best(column)?.score ?? 0) + 0.15), {
        kind: 'table',
        detail: evidenceText.table.outcome,
      });
    else if (isNote(column))
      support(column, 'clinical_note', Math.max(0.6, (best(column)?.score ?? 0) + 0.1), {
        kind: 'table',
        detail: evidenceText.table.healthText,
      });
  }
}
