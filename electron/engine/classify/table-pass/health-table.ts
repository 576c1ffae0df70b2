import { longPattern } from '#shared/domain/long-pattern.ts';
import { semanticTypeById } from '#shared/semantic-types/index.ts';
import { specialWords } from '#shared/semantic-types/special-words/index.ts';
import { evidenceText } from '#shared/text/engine/evidence.ts';
import { best, leads, silent, support, type ColumnState } from '../hypothesis.ts';
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

/** How findings are shortened, with or without a word they are filed under: `LVH`, `sub_LVH`, `DISPNEIA`. */
const shortened = /^(?:[a-z]{2,8}_+)?[A-Z][A-Z\d]{0,9}(?:[_/][A-Z\d]{0,9}){0,2}$/;
const fewest = 5;
/** A state is coded by a digit. */
const highestState = 9;
/** Share of health among the columns of a table of patients of which nothing else is known. */
const healthShare = 0.2;

const stateCode = ({ facts }: ColumnState): boolean =>
  facts.kinds.has('boolean') ||
  (facts.number !== null &&
    facts.number.whole &&
    facts.number.min >= 0 &&
    facts.number.max <= highestState &&
    facts.distinct <= 6 &&
    facts.rows >= 20);

/** So many names of those who care and of what they do. */
const namesOfCare = 2;
const whoCares = longPattern('u')`
  ^(?:
    patient|nurse|doctor|physician|clinician|arzt|arztin|pfleg\p{L}*|krankenschwester|medico|medica|infermier\p{L}*|
    enfermer\p{L}*|enfermeir\p{L}*|medecin|infirmi\p{L}*|verpleeg\p{L}*|lekarz|pielegniar\p{L}*|lekar|sestra|lakare|
    sjukskotersk\p{L}*|laege|sygeplejersk\p{L}*|lege|sykepleier|laakari|sairaanhoit\p{L}*|hemsire|orvos|apolo|medic|
    asistent|ιατρος|γιατρος|νοσηλευτ\p{L}*|врач|медсестра|лікар|医師|看護師|医生|의사
  )$
`;
const namesCare = ({ facts: { header } }: ColumnState): boolean =>
  header.tokens.some((token) => whoCares.test(token)) ||
  specialWords(header.tokens).some(({ topic, weak }) => topic.flag === 'health' && !weak);

/** A block of yes and no, or of codes, under short forms in a table of patients: what was found or not, one by one. */
function codedFindings(columns: readonly ColumnState[], table: TableContext): void {
  const ofPatients =
    columns.some((column) => leads(column, 'patient_id', 'medical_record_number')) ||
    (table.entity === 'person' && columns.filter(namesCare).length >= namesOfCare) ||
    (table.healthColumns >= 3 && table.healthColumns >= healthShare * columns.length);
  if (!ofPatients || table.questions >= fewest) return;
  const block = columns.filter(
    (column) =>
      !column.facts.header.mute &&
      shortened.test(column.facts.header.text) &&
      stateCode(column) &&
      (silent(column) || (best(column)?.header ?? 0) < told),
  );
  if (block.length < fewest) return;
  for (const column of block)
    support(column, 'diagnosis', Math.max(0.55, (best(column)?.score ?? 0) + 0.1), {
      kind: 'table',
      detail: evidenceText.table.findingOfPatients,
    });
}
const told = 0.3;
const leadsShape = (column: ColumnState): boolean => best(column)?.type === 'numeric_metric';

/** Words of what something costs. */
const costs =
  /^(?:costs?|costo|costi|coste|costes|custo|custos|kost|kosten|\p{L}+kosten|frais|cout|couts|gasto|gastos|spesa|spese|koszt|koszty|naklady|kostnad\p{L}*|omkostning\p{L}*|kustannu\p{L}*|maliyet|koltseg|κοστος|стоимость)$/u;

export function healthTableRules(columns: readonly ColumnState[], table: TableContext): void {
  codedFindings(columns, table);
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
    if (
      table.role === 'patient' &&
      facts.number &&
      (leads(column, 'price', 'purchase_amount', 'total_spent') ||
        (facts.header.tokens.some((token) => costs.test(token)) && leadsShape(column)))
    )
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
    else if (led?.category !== 'personal' && (best(column)?.score ?? 0) < 1 && facts.kinds.has('long_text'))
      support(column, 'clinical_note', Math.max(0.6, (best(column)?.score ?? 0) + 0.1), {
        kind: 'table',
        detail: evidenceText.table.healthText,
      });
  }
}
