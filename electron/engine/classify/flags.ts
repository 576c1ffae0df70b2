import type { ColumnFlag } from '#shared/domain/column-class.ts';
import type { Evidence, Finding } from '#shared/domain/finding.ts';
import type { ValueTools } from '#shared/semantic-types/semantic-type.ts';
import { writtenAge } from '#shared/semantic-types/written-age.ts';
import { specialFlags } from '#shared/policy/index.ts';
import { semanticTypeById } from '#shared/semantic-types/index.ts';
import { typeSet } from '#shared/semantic-types/type-set.ts';
import { evidenceText } from '#shared/text/engine/evidence.ts';
import type { ColumnFacts } from './column-facts.ts';
import { readDate } from '../values/dates.ts';
import { headerFlags } from './header-flags.ts';
import { wordsInName } from './name-holds.ts';
import { ofMinors } from './of-minors.ts';
import { isReadAsText, searchFreeText } from './free-text.ts';
import type { ColumnState } from './hypothesis.ts';
import { namesTaste } from './table-pass/topics.ts';
import { whoCares } from './table-pass/coded-findings.ts';
import { aboutHealth } from './table-pass/special-words.ts';
import type { TableContext } from './table-pass/index.ts';
import { flagsOfValues } from '#shared/semantic-types/telling-values.ts';

/** Share of the texts that name an illness from which the column is about health. */
const illShare = 0.05;
const withPeopleAtMost = 0.85;
/** Decimals of a degree from which a place is a house and not a district. */
const preciseDecimals = 3;
/** Rows whose age, or age reckoned from the year of birth, is under the age for targeting. */
function minors(finding: Finding, facts: ColumnFacts, { thisYear, majority }: Reckoning): number {
  const young = (year: number | null | undefined): boolean =>
    typeof year === 'number' && year > thisYear - majority && year <= thisYear;
  if (finding.type === 'age')
    return facts.number
      ? facts.number.sorted.filter((value) => value >= 0 && value < majority).length
      : facts.values.reduce((rows, value, at) => rows + (isUnder(value, majority) ? (facts.counts[at] ?? 0) : 0), 0);
  if (finding.type === 'date_of_birth')
    return facts.values.reduce(
      (rows, value, at) => (young(readDate(value)?.year) ? rows + (facts.counts[at] ?? 0) : rows),
      0,
    );
  return finding.type === 'birth_year' ? (facts.number?.sorted.filter(young).length ?? 0) : 0;
}

function isUnder(text: string, majority: number): boolean {
  const age = writtenAge(text);
  return age !== null && age < majority;
}

/** Who cares for the patient and where is nothing of his or her health. */
const ofStaff = new Set('site ward center centre unit staff operator'.split(' '));

/** So many columns, and such a share of the known ones, are about health where what is left over is as well. */
const ofPatients = { columns: 4, share: 0.6 };

/** What ages are reckoned by: the year of the run, and the age in years under which nobody is targeted. */
export interface Reckoning {
  thisYear: number;
  majority: number;
}

/** Flags are found apart from the type: from words of the header, and from what the values say. */
export function addFlags(
  finding: Finding,
  column: ColumnState,
  table: TableContext,
  tools: ValueTools,
  reckoning: Reckoning,
): Finding {
  const { facts } = column;
  const flags = new Set<ColumnFlag>(finding.flags);
  const evidence: Evidence[] = [...finding.evidence];
  if (!facts.kinds.has('empty')) {
    for (const { flag, word } of headerFlags(facts.header.tokens, table.healthColumns >= aboutHealth)) {
      if (flags.has(flag) || namesTaste(column) || !carries(flag, finding, facts)) continue;
      flags.add(flag);
      const written = wordsInName(facts.header.text, word);
      evidence.push({
        kind: 'header',
        detail:
          written === null ? evidenceText.meaningRaisesFlag(word, flag) : evidenceText.wordRaisesFlag(written, flag),
      });
    }
  }
  if (
    finding.type === 'person_attribute' &&
    !facts.header.mute &&
    !facts.header.tokens.some((token) => ofStaff.has(token) || whoCares.test(token)) &&
    table.healthColumns >= ofPatients.columns
  )
    if (table.healthShare >= ofPatients.share) {
      flags.add('health');
      evidence.push({ kind: 'table', detail: evidenceText.table.amongHealth });
    }
  for (const { flag, noun, said, of } of flagsOfValues(facts.values)) {
    if (flags.has(flag)) continue;
    flags.add(flag);
    evidence.push({ kind: 'vocabulary', detail: evidenceText.valuesPass.vocabulary(said, of, { noun, label: noun }) });
  }
  if (ofMinors({ ...finding, flags: [...flags] }, facts)) {
    flags.add('minor_age');
    evidence.push({ kind: 'values', detail: evidenceText.speaksOfChildren });
  }
  const young = minors(finding, facts, reckoning);
  if (young > 0) {
    flags.add('minor_age');
    evidence.push({ kind: 'values', detail: evidenceText.agesUnder(young, reckoning.majority) });
  }
  if (flags.has('precise_location') && facts.number && facts.number.decimals < preciseDecimals)
    flags.delete('precise_location');
  if (table.entity === 'business') flags.delete('precise_location');
  if (facts.date && finding.category !== 'personal') flags.add('timestamp');
  const embedded = isReadAsText(facts, finding.type) ? searchFreeText(facts, tools) : null;
  const held = embedded !== null && embedded.found.length > 0;
  if (held) {
    if (embedded.found.some(({ kind }) => kind !== 'illness')) flags.add('free_text_pii');
    evidence.push({ kind: 'values', detail: evidenceText.textsHold(embedded.of, embedded.found) });
    const ill = embedded.found.find(({ kind }) => kind === 'illness')?.count ?? 0;
    if (ill >= illShare * embedded.of) flags.add('health');
  }
  if (!held && isTornApart(finding, flags))
    return {
      ...finding,
      flags: [...flags],
      evidence,
      confidence: Math.min(finding.confidence, tornAtMost),
      needsReview: true,
    };
  if (!held || finding.class !== 'non_pii') return { ...finding, flags: [...flags], evidence };
  // Texts in which people are named are for a person to look at, however clear it is that they are texts.
  const confidence = Math.min(finding.confidence, withPeopleAtMost);
  return { ...finding, flags: [...flags], evidence, confidence, needsReview: true };
}

const tornAtMost = 0.88;
const protectedFlags = new Set<string>(specialFlags);

/**
 * Called non-PII, by its shape as well, and a word of its name is one of what the law protects: one of the two is wrong.
 * Opinions are both.
 */
const isTornApart = ({ class: columnClass, category, type }: Finding, flags: ReadonlySet<ColumnFlag>): boolean =>
  columnClass === 'non_pii' &&
  category !== 'attitudinal' &&
  [...flags].some((flag) => protectedFlags.has(flag) && !semanticTypeById(type)?.flags.includes(flag));

/** What shape the values have says nothing of what they are about. */
const shapes = typeSet('numeric_metric', 'boolean_flag');

/** When and where something was, and whose job it is, is no fact of that kind: age at diagnosis, electoral district. */
const ofAnother = typeSet('age', 'age_group', 'year', 'electoral_district', 'occupation', 'job_title');

/** A key, a page address or a technical property is not made sensitive by a word in its name. */
function carries(flag: ColumnFlag, finding: Finding, facts: ColumnFacts): boolean {
  if (flag === 'consent') return finding.category !== 'personal' && finding.category !== 'other';
  if (flag === 'credentials') return finding.type === 'password' || finding.type === 'password_hash';
  return (
    (shapes.has(finding.type) || !['technical', 'engagement'].includes(finding.category)) &&
    !/(?:_id|_date|_name|address)$/.test(finding.type) &&
    !ofAnother.has(finding.type) &&
    !facts.kinds.has('date')
  );
}
