import type { FilledField } from '#shared/register/impact/filled.ts';
import type { Behind } from '#shared/register/impact/impact-view.ts';
import type { ImpactRisk, RiskRating } from '#shared/register/impact/risks.ts';
import type { ScreeningResult } from '#shared/register/vocabulary/impact-assessment.ts';
import type { VersionState } from '#shared/register/register-snapshot.ts';
import { counted } from '../numbers.ts';
import { impactText as text } from './impact.ts';
import { stateWords } from './index.ts';

/** What an answer goes by, as a text names it. */
export function entryOf(proof: Behind): string {
  switch (proof.of) {
    case 'record':
      return text.fromEntry(proof.ref, proof.entry);
    case 'columns':
      return text.fromEntry(text.dataset(proof.name), proof.entry);
    case 'release':
      return text.release(proof.entry);
  }
}

/**
 * An assessment as it is read: the sections of the template, each field with what it says and the entries behind it, or
 * who must answer it.
 */
export const impactPageText = (
  activity: string,
  { publishedOn, consultationUntil }: { publishedOn: string; consultationUntil: string },
  fields: readonly FilledField[],
): string => {
  const filled = fields.filter(({ state }) => state === 'filled').length;
  const sections = text.sections.map((title, section) =>
    [
      `${section} ${title}`,
      ...fields
        .filter((field) => field.section === section)
        .flatMap((field) => [
          `  ${text.numbered(field.number, text.field(field.id))}`,
          ...(field.state === 'open'
            ? [
                `    ${text.open(field.who)}`,
                ...(field.unread === undefined ? [] : [`    ${text.mightAnswer(field.unread)}`]),
              ]
            : [
                ...field.lines.map((line) => `    ${line}`),
                `    ${text.goesBy([...new Set(field.from.map(entryOf))])}`,
              ]),
        ]),
    ].join('\n'),
  );
  return [
    text.title(activity),
    text.consultationNote(publishedOn, consultationUntil),
    text.filled(filled, fields.length),
    ...sections,
  ].join('\n\n');
};

const results: Record<ScreeningResult, string> = {
  required: 'An assessment is required.',
  recommended: 'An assessment is recommended.',
  'not-required': 'No assessment is required.',
  exempt: 'It is exempt from an assessment.',
};

/** What a printed assessment says beside its fields. */
export const impactDocumentText = {
  asOf: (ref: string, asOf: string): string => `Of ${ref}, as of ${asOf.slice(0, 10)}, under GDPR Art. 35.`,
  counts: (fields: number, byRegister: number, byAssessment: number): string =>
    `${counted(fields, 'field')}: ${byRegister} filled from register and data, ${byAssessment} written for this ` +
    `assessment, ${fields - byRegister - byAssessment} open.`,
  notBegun: 'Nobody has begun the assessment: what stands here is what register and data say.',
  standing: (ref: string, version: number, state: VersionState): string =>
    `${ref}, version ${version}, ${stateWords[state]}.`,
  outdated: (entry: number): string =>
    `Outdated since entry ${entry}: what it goes by changed after it was approved, so it is to be looked at again ` +
    '(Art. 35(11)).',
  screening: 'Screening',
  result: (result: ScreeningResult | null): string =>
    result === null ? 'Too much is not known to propose anything.' : results[result],
  notKnown: (unknown: number): string =>
    `${unknown} ${unknown === 1 ? 'answer is' : 'answers are'} not known, which is not a no: a person must answer.`,
  screeningHeads: ['Case or criterion', 'What shows it', 'Holds', 'Goes by'] as const,
  riskHeads: ['What is feared', 'Whence, effect, and what stands against it', 'Before', 'After'] as const,
  riskSaid: ({
    source,
    effect,
    measures,
    acceptedBy,
  }: Pick<ImpactRisk, 'source' | 'effect' | 'acceptedBy'> & { measures: readonly string[] }): string =>
    [
      source === '' ? 'Source: nobody said.' : `Source: ${source}.`,
      effect === '' ? 'Effect on people: nobody said.' : `Effect on people: ${effect}`,
      measures.length === 0 ? 'Nothing in the register stands against it.' : `Against it: ${measures.join('; ')}.`,
      ...(acceptedBy === '' ? [] : [`What is left was accepted by ${acceptedBy}.`]),
    ].join('\n'),
  rating: (rating: RiskRating | null): string =>
    rating === null ? 'not rated' : `severity ${rating.severity} of 4, likelihood ${rating.likelihood} of 4`,
  by: { register: 'from register and data', assessment: 'written for this assessment' } as const,
  entries: 'Entries behind it',
  entriesSaid:
    'Everything that is said above goes by these. The hash is that of the entry in the log of the workspace.',
  entryHeads: ['What', 'Hash of the entry', 'Entry'] as const,
  noHash: 'not at hand',
  noEntry: 'none yet',
  foot: (workspace: string, asOf: string): string =>
    `Made by Custos from workspace ${workspace} as of ${asOf}. It says what was stated and measured, and decides nothing.`,
} as const;
