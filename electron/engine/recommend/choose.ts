import { typeSet } from '#shared/semantic-types/type-set.ts';
import type { SemanticTypeId } from '#shared/semantic-types/index.ts';
import type { ColumnFlag } from '#shared/domain/column-class.ts';
import { couldBeKnown, isUndecided } from '#shared/domain/could-be-known.ts';
import type { Finding } from '#shared/domain/finding.ts';
import type { SourceColumn } from '#shared/domain/intake.ts';
import type { Purpose } from '#shared/domain/purpose.ts';
import type { ReleaseKind } from '#shared/domain/recipe-file.ts';
import { hasFlag, isDirectIdentifier, isFreeText, isOnlineIdentifier } from '#shared/guardrails/output-view.ts';
import { isFreeTextType } from '#shared/guardrails/type-properties.ts';
import { specialFlags } from '#shared/policy/index.ts';
import { findPlatform } from '#shared/recipe/platforms/index.ts';
import { personIds } from '#shared/roles/person-ids.ts';
import { recommendText } from '#shared/text/engine/recommend.ts';
import { isNeeded, whyNeeded } from './needed.ts';
import { spec, type Level, type StepSpec } from './step-spec.ts';

/**
 * What the classification alone decides, or between which forms the table decides; `look` says that the values decide,
 * with the reason to give.
 */
export type Verdict =
  | { kind: 'fixed'; step: StepSpec | 'drop'; reason: string }
  | { kind: 'ladder'; levels: Level[]; reason: string }
  | { kind: 'look'; reason: string; recognisable: boolean };

const contacts: readonly SemanticTypeId[] = ['email_address', 'phone_number'];
const onlineIds: readonly SemanticTypeId[] = ['cookie_id', 'advertising_id', 'device_id'];

/** Identifiers of an event or a thing: nearly unique, they would join with another copy of the data. */
const eventIds = typeSet(
  'order_id',
  'booking_id',
  'ticket_id',
  'event_id',
  'record_id',
  'row_index',
  'foreign_key',
  'hashed_value',
  'url',
  'page_url',
  'referrer_url',
  'url_part',
  'json_blob',
  'sync_timestamp',
  'search_term',
  'page_title',
  'hashtags',
  'host_name',
  'lot_code',
  'business_tax_id',
  'photo_url',
);
/** Linked by themselves, but with a coarse form that is not. */
const coarsenable = typeSet('date_of_birth', 'date_of_death');
const names = typeSet('first_name', 'last_name', 'middle_name', 'maiden_name', 'name_prefix', 'name_suffix');

/**
 * The one column to keep as a pseudonym, so that rows of one person stay together: what the purpose needs first, then
 * what is surest.
 */
export function pseudonymColumn(findings: readonly Finding[], purpose: Purpose): Finding | undefined {
  const order = [...personIds, ...contacts, ...onlineIds];
  return findings
    .filter(({ type }) => order.includes(type))
    .sort(
      (a, b) =>
        Number(isNeeded(b, purpose)) - Number(isNeeded(a, purpose)) || order.indexOf(a.type) - order.indexOf(b.type),
    )[0];
}

export interface ChooseInput {
  finding: Finding;
  column: SourceColumn;
  purpose: Purpose;
  release: ReleaseKind;
  pseudonym: Finding | undefined;
  /** Flags whose columns bar targeting. */
  barred: readonly ColumnFlag[];
}

const fixed = (step: StepSpec | 'drop', reason: string): Verdict => ({ kind: 'fixed', step, reason });

const keyed = (finding: Finding): StepSpec =>
  spec('keyed-hash', { normalise: finding.type === 'email_address' ? 'trim-lowercase' : 'none', key: '' });

/** Nothing says what such a column is: until a person decides it could be anything. */
const isOpen = (finding: Finding): boolean =>
  (finding.type === 'unknown' || isUndecided(finding)) && !finding.evidence.some(({ kind }) => kind === 'decision');

/** Texts are in people's own words by their type; anything else is held to be such because of what was found in it. */
function whyNotAsText(finding: Finding): string {
  if (isFreeTextType(finding.type)) return recommendText.ownWords;
  const found = finding.evidence.findLast(({ kind, detail }) => kind === 'values' && isFound(detail));
  return recommendText.holdsIdentifiers(found?.detail ?? '').trim();
}
const isFound = (detail: string): boolean => / holds? | (?:is|are) /.test(detail);

/** Decides from the classification what must happen to a column; see `Verdict`. */
export function choose({ finding, purpose, release, pseudonym, barred }: ChooseInput): Verdict {
  const { type } = finding;
  const needed = isNeeded(finding, purpose);
  const isId = personIds.includes(type) || contacts.includes(type) || onlineIds.includes(type);
  if (isId && release !== 'anonymised') {
    if (release === 'targeting' && contacts.includes(type) && needed) {
      if (type === 'email_address')
        return fixed(
          spec('platform-hash', {
            platform: 'google',
            field: 'email',
            callingCode: '',
            profile: findPlatform('google').version,
          }),
          recommendText.matchesByHash,
        );
      return fixed('drop', recommendText.oneIdentifierMatches);
    }
    if (
      finding === pseudonym ||
      finding.name === pseudonym?.name ||
      (needed && !onlineIds.includes(type) && release === 'pseudonymised')
    ) {
      return fixed(keyed(finding), recommendText.keepsPeopleTogether);
    }
  }
  if (release === 'targeting' && hasFlag(finding, barred)) return fixed('drop', recommendText.sensitiveForTargeting);
  if (hasFlag(finding, specialFlags) && whyNeeded(finding, purpose) === null)
    return fixed('drop', recommendText.sensitiveNotNeeded(purpose.code || purpose.title));
  if (isFreeText(finding)) return fixed('drop', whyNotAsText(finding));
  if (isOnlineIdentifier(finding)) {
    if (release === 'pseudonymised' && type === 'ip_address' && needed)
      return {
        kind: 'ladder',
        levels: [
          { step: spec('truncate-ip'), loss: 0.3 },
          { step: 'drop', loss: 1 },
        ],
        reason: recommendText.networkIsEnough,
      };
    return fixed(
      'drop',
      release === 'anonymised' ? recommendText.onlineIdentifier : recommendText.onlineIdentifierNotNeeded,
    );
  }
  if (coarsenable.has(type))
    return needed
      ? { kind: 'look', reason: whyNeeded(finding, purpose) ?? '', recognisable: true }
      : fixed('drop', recommendText.pointsAndNotNeeded(purpose.code || purpose.title));
  if (isId && !isDirectIdentifier(finding))
    return fixed('drop', release === 'anonymised' ? recommendText.numberOfPerson : recommendText.secondIdentifier);
  if (isDirectIdentifier(finding)) return fixed('drop', recommendText.pointsByItself);
  if (names.has(type)) return fixed('drop', recommendText.nameExplainsNothing);
  if (eventIds.has(type)) return fixed('drop', recommendText.standsForEvent);
  if (!needed) return fixed('drop', recommendText.notNeeded(purpose.code || purpose.title));
  if (release !== 'pseudonymised' && isOpen(finding)) return fixed('drop', recommendText.undecided);
  return { kind: 'look', reason: whyNeeded(finding, purpose) ?? '', recognisable: couldBeKnown(finding) };
}
