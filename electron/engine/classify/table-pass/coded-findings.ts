import { longPattern } from '#shared/domain/long-pattern.ts';
import { wordList } from '#shared/domain/word-list.ts';
import { specialWords } from '#shared/semantic-types/special-words/index.ts';
import { evidenceText } from '#shared/text/engine/evidence.ts';
import { best, leads, silent, support, type ColumnState } from '../hypothesis.ts';
import type { TableContext } from './entity.ts';

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
export const whoCares = longPattern('u')`
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
export function codedFindingRules(columns: readonly ColumnState[], table: TableContext): void {
  const ofPatients =
    columns.some((column) => leads(column, 'patient_id', 'medical_record_number')) ||
    (table.entity === 'person' && columns.filter(namesCare).length >= namesOfCare) ||
    (table.healthColumns >= 3 && table.healthColumns >= healthShare * columns.length);
  if (!ofPatients || table.questions >= fewest) return;
  const block = columns.filter(
    (column) =>
      !column.facts.header.mute &&
      column.facts.distinct >= 2 &&
      shortened.test(column.facts.header.text) &&
      !column.facts.header.tokens.some((token) => ofKinds.has(token)) &&
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
/** Of which kind or from where something is: nothing that was found in anybody. */
const ofKinds = new Set(wordList('tp tipo type typ zona zone area site unit uf sector setor'));
