import { Failure } from '#shared/contract/failure.ts';
import type { Finding } from '#shared/domain/finding.ts';
import { recipeFormat, recipeFormatVersion, type Recipe, type RecipeStep } from '#shared/domain/recipe-file.ts';
import { kTarget, usualK } from '#shared/domain/recipe-target.ts';
import type { PlatformId } from '#shared/recipe/platforms/index.ts';
import type { PlatformField, PlatformProfile } from '#shared/recipe/platforms/platform-profile.ts';
import { uploadLayouts } from '#shared/recipe/platforms/upload-layout.ts';
import { audiencesText as text } from '#shared/text/engine/audiences.ts';
import type { FileLayout } from '#engine/release/formats/laid-out.ts';

/** What a column says of a segment: case and blanks around the value make no difference. */
export interface Criterion {
  column: string;
  value: string;
}

export interface AudienceWish {
  profile: PlatformProfile<PlatformId>;
  where: readonly Criterion[];
  purpose: string;
  /** YYYY-MM-DD that ages and consent are reckoned on. */
  referenceDate: string;
  /** For phone numbers that are written without one; empty: such numbers match nobody. */
  callingCode: string;
}

/** The columns that a platform matches by, those of the file that hold such. */
export interface Identifier {
  column: string;
  field: PlatformField;
}

const holds = { email: 'email_address', phone: 'phone_number' } as const;

const byPerson = ({ evidence }: Finding): boolean => evidence.some(({ kind }) => kind === 'decision');

/** @throws Failure COLUMN_UNKNOWN, WRONG_USAGE where nobody may be chosen so */
function checkCriteria(findings: readonly Finding[], where: readonly Criterion[], fileName: string): void {
  if (where.length === 0) throw new Failure('WRONG_USAGE', text.noSegment);
  for (const { column } of where) {
    const finding = findings.find(({ name }) => name === column);
    if (finding === undefined)
      throw new Failure(
        'COLUMN_UNKNOWN',
        text.noColumn(
          fileName,
          column,
          findings.map(({ name }) => name),
        ),
      );
    if (finding.type === 'unknown' && !byPerson(finding)) throw new Failure('WRONG_USAGE', text.undecided(column));
    if (finding.class === 'linked') throw new Failure('WRONG_USAGE', text.namesPeople(column));
  }
}

const step = (op: string, settings: RecipeStep['settings'], reason: string): RecipeStep => ({
  op,
  version: 1,
  settings,
  reason,
  enabled: true,
});

/**
 * The recipe of an audience, and how its file is laid out: the segment, the identifiers as the platform hashes them, and
 * nothing else.
 * @throws Failure COLUMN_UNKNOWN where a criterion names no column, or no column holds what the platform matches by;
 *   WRONG_USAGE where nobody may be chosen so
 */
export function audienceRecipe(
  findings: readonly Finding[],
  { profile, where, purpose, referenceDate, callingCode }: AudienceWish,
  fileName: string,
): { recipe: Recipe; layout: FileLayout; identifiers: Identifier[] } {
  checkCriteria(findings, where, fileName);
  const { columns, headed, oneField } = uploadLayouts[profile.id];
  const fields = columns.flatMap(({ field }) => field ?? []);
  const found = fields.flatMap((field): Identifier[] => {
    const column = findings.find(({ type }) => type === holds[field])?.name;
    return column === undefined ? [] : [{ column, field }];
  });
  if (found.length === 0) throw new Failure('COLUMN_UNKNOWN', text.nothingToMatch(fileName, profile.label, fields));
  const identifiers = oneField ? found.slice(0, 1) : found;
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
        ...where.map(({ column, value }) => step('keep-rows', { columns: [column], value }, text.whyStep.segment)),
        ...identifiers.map(({ column, field }) =>
          step('platform-hash', { ...settings, columns: [column], field }, text.whyStep.match(profile.label)),
        ),
        ...(others.length === 0 ? [] : [step('drop-columns', { columns: others }, text.whyStep.others)]),
      ],
    },
  };
}
