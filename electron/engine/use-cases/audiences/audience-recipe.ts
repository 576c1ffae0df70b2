import { Failure } from '#shared/contract/failure.ts';
import type { Finding } from '#shared/domain/finding.ts';
import { recipeFormat, recipeFormatVersion, type Recipe, type RecipeStep } from '#shared/domain/recipe-file.ts';
import { kTarget, usualK } from '#shared/domain/recipe-target.ts';
import type { PlatformId } from '#shared/recipe/platforms/index.ts';
import { takesField, type PlatformField, type PlatformProfile } from '#shared/recipe/platforms/platform-profile.ts';
import { uploadLayouts } from '#shared/recipe/platforms/upload-layout.ts';
import { audiencesText as text } from '#shared/text/engine/audiences.ts';
import type { FileLayout } from '#engine/release/formats/laid-out.ts';
import { whyNotChosenBy } from './why-not-chosen-by.ts';

/** What a column says of a segment: case and blanks around the value make no difference. */
export interface Criterion {
  column: string;
  value: string;
}

export interface AudienceWish {
  profile: PlatformProfile<PlatformId>;
  /** Of several about one column any has to hold, of several columns all. */
  where: readonly Criterion[];
  purpose: string;
  /** YYYY-MM-DD that ages and consent are reckoned on. */
  referenceDate: string;
  /** For phone numbers that are written without one; empty: such numbers match nobody. */
  callingCode: string;
  /** The one kind of identifier to match by; null: e-mail addresses and phone numbers, as far as the platform takes both. */
  match: PlatformField | null;
}

/** The columns that a platform matches by, those of the file that hold such. */
export interface Identifier {
  column: string;
  field: PlatformField;
}

const holds = { email: 'email_address', phone: 'phone_number', maid: 'advertising_id' } as const;

/** @throws Failure COLUMN_UNKNOWN, WRONG_USAGE where nobody may be chosen so */
function checkCriteria(findings: readonly Finding[], where: readonly Criterion[], fileName: string): void {
  if (where.length === 0) throw new Failure('WRONG_USAGE', text.noSegment);
  for (const { column } of where) {
    const finding = findings.find(({ name }) => name === column);
    const known = findings.map(({ name }) => name);
    if (finding === undefined) throw new Failure('COLUMN_UNKNOWN', text.noColumn(fileName, column, known));
    // Data that nobody may be targeted by is the guardrails' to block, with the entry that goes with it.
    const why = whyNotChosenBy(finding, []);
    if (why === 'undecided') throw new Failure('WRONG_USAGE', text.undecided(column));
    if (why === 'names-people') throw new Failure('WRONG_USAGE', text.namesPeople(column));
  }
}

/**
 * The columns to match by. Advertising ids stand in a list of their own: they are asked for, or there is nothing.
 * @throws Failure WRONG_USAGE where the platform does not take them, COLUMN_UNKNOWN where no column holds such
 */
function identifiersFor(
  findings: readonly Finding[],
  { profile, match }: AudienceWish,
  fileName: string,
): Identifier[] {
  const { columns, oneField } = uploadLayouts[profile.id];
  if (match !== null && !takesField(profile, match))
    throw new Failure('WRONG_USAGE', text.notTaken(profile.label, match, profile.maid === 'plain-only'));
  const fields = columns
    .flatMap(({ field }) => field ?? [])
    .filter((field) => (match === null ? field !== 'maid' : field === match));
  const found = fields.flatMap((field): Identifier[] => {
    const column = findings.find(({ type }) => type === holds[field])?.name;
    return column === undefined ? [] : [{ column, field }];
  });
  if (found.length === 0) throw new Failure('COLUMN_UNKNOWN', text.nothingToMatch(fileName, profile.label, fields));
  return oneField ? found.slice(0, 1) : found;
}

const step = (op: string, settings: RecipeStep['settings'], reason: string): RecipeStep => ({
  op,
  version: 1,
  settings,
  reason,
  enabled: true,
});

/** A step per column that people are chosen by. */
function segmentSteps(where: readonly Criterion[]): RecipeStep[] {
  const columns = [...new Set(where.map(({ column }) => column))];
  return columns.map((column) => {
    const [value, ...or] = [...new Set(where.filter((one) => one.column === column).map((one) => one.value))];
    const settings = { columns: [column], value: value!, ...(or.length === 0 ? {} : { or }) };
    return step('keep-rows', settings, text.whyStep.segment);
  });
}

/**
 * The recipe of an audience, and how its file is laid out: the segment, the identifiers as the platform hashes them, and
 * nothing else.
 * @throws Failure COLUMN_UNKNOWN where a criterion names no column, or no column holds what the platform matches by;
 *   WRONG_USAGE where nobody may be chosen so
 */
export function audienceRecipe(
  findings: readonly Finding[],
  wish: AudienceWish,
  fileName: string,
): { recipe: Recipe; layout: FileLayout; identifiers: Identifier[] } {
  const { profile, where, purpose, referenceDate, callingCode } = wish;
  checkCriteria(findings, where, fileName);
  const { columns, headed } = uploadLayouts[profile.id];
  const identifiers = identifiersFor(findings, wish, fileName);
  const others = findings.map(({ name }) => name).filter((name) => !identifiers.some(({ column }) => column === name));
  const settings = { platform: profile.id, callingCode, profile: profile.version };
  return {
    identifiers,
    layout: {
      headed,
      columns: columns.flatMap(({ header, field }) => {
        const output = identifiers.find((identifier) => identifier.field === field)?.column ?? null;
        return field !== null && output === null ? [] : [{ header, output }];
      }),
    },
    recipe: {
      format: recipeFormat,
      formatVersion: recipeFormatVersion,
      purpose,
      release: 'targeting',
      referenceDate,
      target: kTarget(usualK, 0.05),
      columns: findings.map(({ name }) => name),
      steps: [
        ...segmentSteps(where),
        ...identifiers.map(({ column, field }) =>
          step('platform-hash', { ...settings, columns: [column], field }, text.whyStep.match(profile.label)),
        ),
        ...(others.length === 0 ? [] : [step('drop-columns', { columns: others }, text.whyStep.others)]),
      ],
    },
  };
}
