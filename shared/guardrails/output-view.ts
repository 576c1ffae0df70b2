import type { ColumnFlag } from '#shared/domain/column-class.ts';
import { couldBeKnown } from '#shared/domain/could-be-known.ts';
import type { Finding } from '#shared/domain/finding.ts';
import type { CountedRoles } from '#shared/domain/recipe-roles.ts';
import type { Treatment } from '#shared/recipe/operation.ts';
import type { GuardInput, GuardOutput } from './guard-input.ts';
import { isFreeTextType } from './type-properties.ts';

/** An output column with the findings of the source columns it comes from. */
export interface SeenOutput extends GuardOutput {
  findings: Finding[];
}

/** Output columns that still hold something, each with what is known about its sources. */
export function visibleOutputs(input: Pick<GuardInput, 'findings' | 'outputs'>): SeenOutput[] {
  const byName = new Map(input.findings.map((finding) => [finding.name, finding]));
  return input.outputs
    .filter((output) => output.treatment !== 'redacted')
    .map((output) => ({ ...output, findings: output.sources.flatMap((source) => byName.get(source) ?? []) }));
}

export const isOnlineIdentifier = (finding: Finding): boolean => finding.flags.includes('online_identifier');
/** Text in a person's own words: it can hold anything, so an anonymised release treats it like a direct identifier. */
export const isFreeText = (finding: Finding): boolean =>
  finding.flags.includes('free_text_pii') || isFreeTextType(finding.type);
/** Points at one person by itself, under any policy: linked columns, online identifiers, free text. */
export const isDirectIdentifier = (finding: Finding): boolean =>
  finding.class === 'linked' || isOnlineIdentifier(finding) || isFreeText(finding);
export const hasFlag = (finding: Finding, flags: readonly ColumnFlag[]): boolean =>
  finding.flags.some((flag) => flags.includes(flag));

export const names = (outputs: readonly { name: string }[]): string[] => outputs.map((output) => output.name);

/** Whether whole values of the source stand there, if perhaps in other rows or moved a little. */
export const holdsValues = ({ treatment }: { treatment: Treatment }): boolean =>
  treatment === 'kept' || treatment === 'perturbed';

/** Whether somebody without a key can read something of the source values. */
export const isReadable = (treatment: Treatment): boolean =>
  holdsValues({ treatment }) || treatment === 'masked' || treatment === 'generalised';

/** Of which outputs somebody's knowledge has to be assumed, and under which rule. */
export type CountedInput = Pick<GuardInput, 'findings' | 'outputs' | 'release'> & Partial<CountedRoles>;

/** Whether a column could be known of a person from elsewhere, by its classification. */
const recognisable = (finding: Finding | undefined): boolean =>
  finding !== undefined && (couldBeKnown(finding) || isDirectIdentifier(finding));

/**
 * Output columns that k counts. In an anonymised release: all that can be read, since whoever meets the file may know
 * any of them, but those the recipe declares to protect; a column by which people are recognised counts whatever is
 * declared. In any other release: what comes from a linkable or linked column, an online identifier, free text, or a
 * column that the recipe says could be known.
 * Hashes are judged by E3: one stands for one person whatever the size of its class.
 */
export function quasiIdentifiers({ findings, outputs, release, protect = [], known = [] }: CountedInput): string[] {
  const byName = new Map(findings.map((finding) => [finding.name, finding]));
  const [guarded, couldBeKnown] = [new Set(protect), new Set(known)];
  return outputs
    .filter((output) => isReadable(output.treatment))
    .filter(
      (output) =>
        (release === 'anonymised' && !guarded.has(output.name)) ||
        output.sources.some((source) => couldBeKnown.has(source) || recognisable(byName.get(source))),
    )
    .map((output) => output.name);
}

/** Outputs that an anonymised release protects: declared so, readable, and none that people are recognised by. */
export function protectedOutputs(input: CountedInput): string[] {
  const counted = new Set(quasiIdentifiers(input));
  return input.release !== 'anonymised'
    ? []
    : input.outputs
        .filter(({ name, treatment }) => isReadable(treatment) && !counted.has(name))
        .map(({ name }) => name);
}
