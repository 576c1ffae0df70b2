import type { SemanticTypeId } from '#shared/semantic-types/index.ts';
import { semanticTypeById } from '#shared/semantic-types/index.ts';
import { evidenceText } from '#shared/text/engine/evidence.ts';
import type { TableContext } from './entity.ts';
import { best, leads, support, type ColumnState } from '../hypothesis.ts';

const code = /^(?:code|codes|codice|codigo|kode)$/;
const description =
  /^(?:description|beschreibung|descripcion|descrizione|descricao|omschrijving|display|libelle|reason)$/;
/** Dates that systems write about their rows. */
const ofSystems = /^(?:sync\w*|update[ds]?|modified|created|inserted|extracted|loaded|fivetran)$/;

/** One phrase of two senses, `fecha de alta`: where nothing else is about health, it is not about the ward. */
export function dateSenseRules(columns: readonly ColumnState[], table: TableContext): void {
  const dates = columns.filter((column) => leads(column, 'medical_date'));
  if (table.healthColumns > dates.length || table.role === 'patient') return;
  for (const column of dates) {
    const medical = best(column);
    const other = [...column.hypotheses.values()].find(
      ({ type, phrase, header, vetoed }) =>
        type !== medical?.type && !vetoed && phrase === medical?.phrase && header === medical?.header,
    );
    if (medical && other)
      support(column, other.type, medical.score - other.score + 0.1, {
        kind: 'table',
        detail: evidenceText.table.nothingOfHealth,
      });
  }
}

/** `booking_date`: where nothing else is about a crime, a room was booked and nobody arrested. */
export function bookingRules(columns: readonly ColumnState[]): void {
  const ofCrime = columns.filter(({ hypotheses }) =>
    [...hypotheses.values()].some(
      ({ type, score }) => score >= 0.4 && semanticTypeById(type)?.flags.includes('criminal') === true,
    ),
  );
  for (const column of ofCrime)
    if (ofCrime.length === 1 && leads(column, 'crim_date') && column.facts.header.tokens.includes('booking'))
      support(column, 'date_event', (best(column)?.score ?? 0) + 0.1, {
        kind: 'table',
        detail: evidenceText.table.nothingOfCrime,
      });
}

/**
 * Records that hang on a patient (what was found, given, done) have bare names: their code, their description, their
 * dates and costs are about the patient's care.
 */
export function careRecordRules(columns: readonly ColumnState[]): void {
  const patient = columns.some(
    (column) => leads(column, 'patient_id') && column.hypotheses.get('patient_id')?.header !== 0,
  );
  if (
    !patient ||
    !columns.some(({ facts }) => code.test(facts.header.tokens.at(-1) ?? '') && facts.header.tokens.length <= 2)
  )
    return;
  for (const column of columns) {
    const { facts } = column;
    const last = facts.header.tokens.at(-1) ?? '';
    const to = (type: SemanticTypeId) =>
      support(column, type, Math.max(0.75, (best(column)?.score ?? 0) + 0.1), {
        kind: 'table',
        detail: evidenceText.table.recordOfCare,
      });
    if (facts.kinds.has('empty') || facts.header.tokens.length > 2) continue;
    if (facts.date) {
      if (
        !facts.header.tokens.some((token) => ofSystems.test(token)) &&
        ((best(column)?.score ?? 0) < 0.45 || leads(column, 'date_event', 'timestamp', 'order_date'))
      )
        to('medical_date');
    } else if (
      code.test(last) &&
      leads(column, 'technical_attribute', 'record_id', 'foreign_key', 'product_id', 'unknown')
    )
      to('medical_code');
    else if (description.test(last) && leads(column, 'free_text', 'unknown', 'technical_attribute', 'product_name'))
      to('diagnosis');
    else if (facts.number && leads(column, 'price', 'purchase_amount', 'total_spent')) to('health_expense');
  }
}
