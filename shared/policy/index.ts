import type { ColumnFlag } from '#shared/domain/column-class.ts';
import type { PolicyOverride } from '#shared/domain/policy-override.ts';
import { digitalConsentAge, targetingAge } from './ages.ts';
import { attackLimit } from './attack-limits.ts';
import { breachNotification } from './breach-notification.ts';
import { consentCheck, consentValidity, disclosedVendors } from './consent-validity.ts';
import { adequateCountries, eeaCountries } from './countries-of-data.ts';
import { dataFreshness, qualityInterval, qualityLimit } from './data-quality.ts';
import { distributionShift } from './distribution-shift.ts';
import { identifierLifetimes } from './identifier-lifetimes.ts';
import { backupInterval } from './backup-interval.ts';
import { keyRotation } from './key-rotation.ts';
import { largeScale } from './large-scale.ts';
import { platformMinima } from './platform-minima.ts';
import { platformRetention } from './platform-retention.ts';
import { rulingOn, type PolicyRuling } from './policy-in-force.ts';
import type { PolicyTopic } from './policy-row.ts';
import { privacyBudget } from './privacy-budget.ts';
import { proxyStrength } from './proxy-strength.ts';
import {
  complaintAcknowledged,
  identityPause,
  requestAnswer,
  requestAtOnce,
  requestExtension,
  requestRecordKept,
} from './request-deadlines.ts';
import { sensitiveKinds } from './sensitive-kinds.ts';

const all = [
  targetingAge,
  digitalConsentAge,
  identifierLifetimes,
  platformMinima,
  platformRetention,
  sensitiveKinds,
  eeaCountries,
  adequateCountries,
  largeScale,
  proxyStrength,
  distributionShift,
  privacyBudget,
  attackLimit,
  consentValidity,
  consentCheck,
  disclosedVendors,
  requestAnswer,
  requestExtension,
  requestAtOnce,
  complaintAcknowledged,
  identityPause,
  requestRecordKept,
  breachNotification,
  keyRotation,
  backupInterval,
  qualityInterval,
  dataFreshness,
  qualityLimit,
] as const;

export type PolicyId = (typeof all)[number]['id'];
/** The subjects that a topic has rows for. */
export type PolicySubject<Id extends PolicyId> = Extract<(typeof all)[number], { id: Id }>['rows'][number]['subject'];

/** The one list of what law, platforms and the product's own policy set, by topic. */
export const policyTopics: readonly PolicyTopic<PolicyId>[] = all;

/** What holds for one piece of work: the shipped rows on its day, a workspace's overrides before them. */
export interface PolicyInForce {
  /** Null where no row says anything of the subject. */
  ruling(id: PolicyId, subject: string): PolicyRuling | null;
  /** The value of a subject that has a row. */
  value<Id extends PolicyId>(id: Id, subject: PolicySubject<Id>): number;
}

/** @param onDate YYYY-MM-DD: the reference date */
export function policyOn(onDate: string, overrides: readonly PolicyOverride[] = []): PolicyInForce {
  const ruling = (id: PolicyId, subject: string): PolicyRuling | null =>
    rulingOn(policyTopics.find((topic) => topic.id === id)?.rows ?? [], subject, onDate, overrides);
  return {
    ruling,
    value(id, subject) {
      const found = ruling(id, subject);
      if (found === null) throw new RangeError(`No policy row ${id} for ${subject}.`);
      return found.value;
    },
  };
}

/** The flags whose columns bar targeting. */
export const barredFlags = (policy: PolicyInForce): ColumnFlag[] =>
  sensitiveKinds.rows
    .filter(({ subject }) => policy.value('bars-targeting', subject) === 1)
    .map(({ subject }) => subject);

/** Special categories of personal data (GDPR Art. 9) and criminal offences (Art. 10): those no workspace can allow. */
export const specialFlags: readonly ColumnFlag[] = sensitiveKinds.rows
  .filter(({ bounds }) => bounds.minimum === 1)
  .map(({ subject }) => subject);
