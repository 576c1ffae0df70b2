import type { ColumnFlag } from '#shared/domain/column-class.ts';
import type { Finding } from '#shared/domain/finding.ts';
import type { Treatment } from '#shared/recipe/operation.ts';
import type { GuardInput, GuardOutput } from './guard-input.ts';

/** An output column with the findings of the source columns it comes from. */
export interface SeenOutput extends GuardOutput {
  findings: Finding[];
}

/** Output columns that still hold something, each with what is known about its sources. */
export function visibleOutputs(input: GuardInput): SeenOutput[] {
  const byName = new Map(input.findings.map((finding) => [finding.name, finding]));
  return input.outputs
    .filter((output) => output.treatment !== 'redacted')
    .map((output) => ({ ...output, findings: output.sources.flatMap((source) => byName.get(source) ?? []) }));
}

/** Text in a person's own words: it can hold anything, so an anonymised release treats it like a direct identifier. */
const freeTextTypes = new Set(['free_text', 'review_text', 'review_title', 'biography', 'social_post_text', 'ticket_subject', 'ticket_text', 'feedback', 'complaint_reason', 'clinical_note', 'opinion']);

export const isOnlineIdentifier = (finding: Finding): boolean => finding.flags.includes('online_identifier');
export const isFreeText = (finding: Finding): boolean => finding.flags.includes('free_text_pii') || freeTextTypes.has(finding.type);
/** Points at one person by itself, under any policy: linked columns, online identifiers, free text. */
export const isDirectIdentifier = (finding: Finding): boolean => finding.class === 'linked' || isOnlineIdentifier(finding) || isFreeText(finding);
export const hasFlag = (finding: Finding, flags: readonly ColumnFlag[]): boolean => finding.flags.some((flag) => flags.includes(flag));

export const names = (outputs: readonly { name: string }[]): string[] => outputs.map((output) => output.name);

/** Whether somebody without a key can read something of the source values. */
const readable = (treatment: Treatment): boolean => treatment === 'kept' || treatment === 'masked' || treatment === 'generalised';

/**
 * Output columns an attacker could recognise a person by: everything that comes from a linkable or linked column, an online identifier
 * or free text and is neither redacted nor hashed (a hash is judged by E3: it stands for one person whatever the size of its class).
 */
export function quasiIdentifiers(input: Pick<GuardInput, 'findings' | 'outputs'>): string[] {
  const byName = new Map(input.findings.map((finding) => [finding.name, finding]));
  return input.outputs
    .filter((output) => readable(output.treatment))
    .filter((output) => output.sources.some((source) => {
      const finding = byName.get(source);
      return finding !== undefined && (finding.class !== 'non_pii' || isDirectIdentifier(finding));
    }))
    .map((output) => output.name);
}
