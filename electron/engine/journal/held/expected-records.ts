import type { LogRepository } from '#engine/catalog/repositories/log.ts';
import { holidaySetting, storedHoliday } from '#engine/catalog/repositories/holiday-changes.ts';
import type { HolidayChange } from '#shared/domain/holiday-change.ts';
import { overrideSetting, storedOverride } from '#engine/catalog/repositories/policy-overrides.ts';
import {
  choiceSetting,
  choicesOfDataset,
  decisionSetting,
  holdSetting,
  isChoiceOf,
  ownRuleSetting,
  storedChoice,
  storedDecision,
  storedHold,
  storedOwnRule,
} from '#engine/catalog/repositories/retention.ts';
import type { OwnRetentionRule, RetentionChoice, RetentionDecision, RetentionHold } from '#shared/domain/retention.ts';
import type { EntryKind } from '#shared/journal/entry-kinds/index.ts';
import { engineText } from '#shared/text/engine/engine.ts';
import { payloadFacts } from '../payload-facts.ts';

/**
 * What the log says that a record holds since entry `seq`. `sha256` null: the entry is older than such hashes; `facts`
 * is what it says of the record.
 */
export interface ExpectedRecord {
  seq: number;
  sha256: string | null;
  facts: Record<string, unknown>;
}

export interface ExpectedSetting {
  seq: number;
  value: string;
}

/** What entry `seq` says a sealed file is. */
export interface ExpectedFile {
  seq: number;
  sha256: string;
  datasetId: string;
}

/** The catalogue and the files of a workspace as its log leaves them. */
export interface Expected {
  datasets: Map<string, ExpectedRecord>;
  classifications: Map<string, ExpectedRecord>;
  /** By dataset and column: `decisionKey`. */
  decisions: Map<string, ExpectedRecord>;
  purposes: Map<string, ExpectedRecord>;
  releases: Map<string, ExpectedRecord>;
  /** Releases of several tables, by id. */
  tables: Map<string, ExpectedRecord>;
  /** Runs on other engines that told their figures, by id. */
  told: Map<string, ExpectedRecord>;
  /** By kind, id and version: `recordKey`. */
  recordVersions: Map<string, ExpectedRecord>;
  /** By kind and id. */
  recordDrafts: Map<string, ExpectedRecord>;
  recipes: Map<string, ExpectedRecord>;
  /** Readings into the consent ledger, by id. */
  consentBatches: Map<string, ExpectedRecord>;
  /** Sealed records about people and incidents, by kind and id: `recordKey`. */
  caseRecords: Map<string, ExpectedRecord>;
  settings: Map<string, ExpectedSetting>;
  /** Sealed files of datasets, by name; none where the newest entry about it is older than such hashes. */
  sealed: Map<string, ExpectedFile>;
  /** Entries with which datasets came in, by id. */
  imports: Map<string, number>;
  /** Names of datasets by id, deleted ones included. */
  names: Map<string, string>;
}

export const decisionKey = (datasetId: string, column: string): string => JSON.stringify([datasetId, column]);

/** `[kind, id]` of a draft, `[kind, id, version]` of a version. */
export const recordKey = (...key: readonly unknown[]): string => JSON.stringify(key.map(String));

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const listOf = (value: unknown): Record<string, unknown>[] =>
  Array.isArray(value)
    ? value.filter((item): item is Record<string, unknown> => item !== null && typeof item === 'object')
    : [];

type Step = (expected: Expected, seq: number, id: string, facts: Record<string, unknown>, actor: string) => void;

const record = (seq: number, facts: Record<string, unknown>): ExpectedRecord => ({
  seq,
  sha256: textOf(facts.recordSha256),
  facts,
});
const setting = (expected: Expected, seq: number, name: string, value: unknown): void => {
  if (typeof value === 'string') expected.settings.set(name, { seq, value });
};

/** @param replaced ending of the file that the entry put in place, whether it says with which hash or not */
const sealing = (
  expected: Expected,
  seq: number,
  datasetId: string,
  facts: Record<string, unknown>,
  replaced?: 'dates' | 'codebook',
): void => {
  if (facts.sealed === undefined) expected.sealed.delete(`${datasetId}.${replaced}`);
  for (const { name, sha256 } of listOf(facts.sealed))
    expected.sealed.set(String(name), { seq, sha256: String(sha256), datasetId });
};

const arrived: Step = (expected, seq, id, facts) => {
  sealing(expected, seq, id, facts);
  expected.datasets.set(id, record(seq, facts));
  expected.imports.set(id, seq);
  expected.names.set(id, String(facts.name));
};

const changed: Step = (expected, seq, id, facts) => {
  const before = expected.datasets.get(id);
  if (before !== undefined)
    expected.datasets.set(id, { seq, sha256: textOf(facts.recordSha256), facts: { ...before.facts, ...facts } });
};

const requestKept: Step = (expected, seq, id, facts) =>
  void expected.caseRecords.set(recordKey('request', id), record(seq, facts));
const listChanged: Step = (expected, seq, id, facts) =>
  void expected.caseRecords.set(recordKey('suppression', id), record(seq, facts));
const breachStated: Step = (expected, seq, id, facts) =>
  void expected.caseRecords.set(recordKey('breach', id), record(seq, facts));

/** What each kind of entry does to the catalogue; null: nothing that a record or a setting would show. */
const steps: Record<EntryKind, Step | null> = {
  'workspace.created': (expected, seq, _id, facts, actor) => {
    // Older entries name the operator as who wrote them; a temporary workspace may have had none.
    if (actor !== engineText.nobodyNamed) setting(expected, seq, 'operator', actor);
    for (const name of ['organisation', 'policy', 'operator', 'createdAt']) setting(expected, seq, name, facts[name]);
    setting(expected, seq, 'temporary', String(facts.temporary));
  },
  'workspace.saved': (expected, seq, _id, facts) => {
    setting(expected, seq, 'organisation', facts.organisation);
    setting(expected, seq, 'temporary', 'false');
  },
  'policy.changed': (expected, seq, _id, facts) => setting(expected, seq, 'policy', facts.to),
  'policy.overridden': (expected, seq, key, facts, by) => {
    const [value, reason, at] = [Number(facts.to), String(facts.reason), String(facts.at)];
    setting(expected, seq, overrideSetting(key), storedOverride({ key, value, reason, by, at }));
  },
  'policy.holiday-set': (expected, seq, _id, { calendar, day, holiday, reason, at }, by) => {
    const change = { calendar, day, holiday, reason, by, at } as HolidayChange;
    if (holiday === null) expected.settings.delete(holidaySetting(change));
    else setting(expected, seq, holidaySetting(change), storedHoliday(change));
  },
  'policy.reset': (expected, _seq, key) => void expected.settings.delete(overrideSetting(key)),
  'operator.changed': (expected, seq, _id, facts) => setting(expected, seq, 'operator', facts.to),
  'dataset.imported': arrived,
  'dataset.joined': arrived,
  'dataset.provenance-set': changed,
  'dataset.rewritten': (expected, seq, id, facts, actor) => {
    changed(expected, seq, id, facts, actor);
    sealing(expected, seq, id, facts);
  },
  'dataset.deleted': (expected, _seq, id) => {
    for (const part of [expected.datasets, expected.classifications, expected.recipes]) part.delete(id);
    for (const [name, { datasetId }] of expected.sealed) if (datasetId === id) expected.sealed.delete(name);
    for (const key of expected.decisions.keys())
      if ((JSON.parse(key) as string[])[0] === id) expected.decisions.delete(key);
    for (const name of expected.settings.keys())
      if (name.startsWith(choicesOfDataset(id))) expected.settings.delete(name);
  },
  'classification.suggested': (expected, seq, id, facts) => {
    expected.classifications.set(id, record(seq, facts));
    sealing(expected, seq, id, facts, 'dates');
  },
  'classification.decided': (expected, seq, id, facts) => {
    for (const decision of listOf(facts.decisions)) {
      const key = decisionKey(id, String(decision.column));
      if (decision.action === 'withdrawn') expected.decisions.delete(key);
      else expected.decisions.set(key, record(seq, decision));
    }
  },
  'purpose.saved': (expected, seq, id, facts) => void expected.purposes.set(id, record(seq, facts)),
  'recipe.saved': (expected, seq, id, facts) => {
    if (facts.datasetId !== null) expected.recipes.set(id, { seq, sha256: textOf(facts.sha256), facts });
  },
  'record.drafted': (expected, seq, id, facts) =>
    void expected.recordDrafts.set(recordKey(facts.recordKind, id), record(seq, facts)),
  'record.discarded': (expected, _seq, id, facts) => void expected.recordDrafts.delete(recordKey(facts.recordKind, id)),
  'record.sent': (expected, seq, id, facts) => {
    expected.recordDrafts.delete(recordKey(facts.recordKind, id));
    expected.recordVersions.set(recordKey(facts.recordKind, id, facts.version), record(seq, facts));
  },
  'record.returned': (expected, seq, id, facts) => {
    expected.recordVersions.set(recordKey(facts.recordKind, id, facts.version), record(seq, facts));
    if (facts.draftSha256 !== undefined)
      expected.recordDrafts.set(recordKey(facts.recordKind, id), { seq, sha256: textOf(facts.draftSha256), facts });
  },
  'record.approved': (expected, seq, id, facts) =>
    void expected.recordVersions.set(recordKey(facts.recordKind, id, facts.version), record(seq, facts)),
  'record.retired': (expected, seq, id, facts) =>
    void expected.recordVersions.set(recordKey(facts.recordKind, id, facts.version), record(seq, facts)),
  'release.written': (expected, seq, id, facts) => void expected.releases.set(id, record(seq, facts)),
  'release.deleted': (expected, _seq, id) => void expected.releases.delete(id),
  'consent.recorded': (expected, seq, id, facts) => void expected.consentBatches.set(id, record(seq, facts)),
  // What these entries say was checked by their schemas when they were written; what was changed since is found elsewhere.
  'retention.decided': (expected, seq, rule, facts, by) => {
    const decision = { ...facts, rule, by } as unknown as RetentionDecision;
    setting(expected, seq, decisionSetting(rule), storedDecision(decision));
  },
  'retention.rule-defined': (expected, seq, rule, facts, by) =>
    setting(expected, seq, ownRuleSetting(rule), storedOwnRule({ ...facts, rule, by } as unknown as OwnRetentionRule)),
  'retention.rule-removed': (expected, _seq, rule) => {
    expected.settings.delete(ownRuleSetting(rule));
    for (const name of expected.settings.keys()) if (isChoiceOf(name, rule)) expected.settings.delete(name);
  },
  'retention.bound': (expected, seq, _id, facts, by) => {
    const choice = { ...facts, by } as unknown as RetentionChoice;
    setting(expected, seq, choiceSetting(choice), storedChoice(choice));
  },
  'retention.hold-set': (expected, seq, id, facts, by) => {
    setting(expected, seq, holdSetting(id), storedHold({ ...facts, id, by } as unknown as RetentionHold));
    if (facts.identifiers !== undefined) expected.caseRecords.set(recordKey('held-people', id), record(seq, facts));
  },
  'retention.hold-lifted': (expected, _seq, id) => {
    expected.settings.delete(holdSetting(id));
    expected.caseRecords.delete(recordKey('held-people', id));
  },
  'retention.rehearsed': null,
  'retention.ran': null,
  'consent.people-listed': null,
  'consent.calendar-exported': null,
  'consent.checked': null,
  'fairness.audited': null,
  'fairness.exported': null,
  'quality.checked': null,
  'quality.settled': null,
  'quality.scheduled': null,
  'quality.audited': null,
  'due.snoozed': null,
  'due.exported': null,
  'operator.added': null,
  'operator.role-changed': null,
  'operator.left': null,
  'operator.recovered': null,
  'dictionary.exported': null,
  'inventory.exported': null,
  'purpose.people-listed': null,
  'codebook.imported': (expected, seq, id, facts) => sealing(expected, seq, id, facts, 'codebook'),
  'value.revealed': null,
  'subject.searched': null,
  'subject.exported': null,
  'subject.rectified': null,
  'suppression.added': listChanged,
  'suppression.removed': listChanged,
  'subject.erased': (expected, seq, _id, facts) => {
    for (const batch of listOf(facts.consentBatches)) {
      const id = String(batch.batchId);
      const before = expected.consentBatches.get(id);
      if (before !== undefined)
        expected.consentBatches.set(id, {
          seq,
          sha256: textOf(batch.recordSha256),
          facts: { ...before.facts, ...batch },
        });
    }
  },
  'request.opened': requestKept,
  'request.stage': requestKept,
  'request.extended': requestKept,
  'request.paused': requestKept,
  'request.answered': requestKept,
  'request.deleted': (expected, _seq, id) => void expected.caseRecords.delete(recordKey('request', id)),
  'breach.reported': breachStated,
  'breach.updated': breachStated,
  'breach.decided': breachStated,
  'breach.notified': breachStated,
  'breach.told': breachStated,
  'breach.phase': breachStated,
  'breach.closed': breachStated,
  'breach.reopened': breachStated,
  'breach.deleted': (expected, _seq, id) => void expected.caseRecords.delete(recordKey('breach', id)),
  'breach.exported': null,
  'backup.made': null,
  'value.searched': null,
  'value.counted': null,
  'token.looked-up': null,
  'token.forgotten': null,
  'value.deciphered': null,
  'file.looked-into': null,
  'workspace.deleted': null,
  'workspace.migrated': null,
  'setting.changed': null,
  'job.interrupted': null,
  'key.created': null,
  'key.rotated': null,
  'key.passphrase-changed': null,
  'key.recovery-renewed': null,
  'key.recovery-used': null,
  'clock.set-back': null,
  'checkpoint.head-repaired': null,
  'checkpoint.rolled-back': null,
  'cosigner.registered': null,
  'head.countersigned': null,
  'head.stamped': null,
  'evidence.exported': null,
  'principles.evaluated': null,
  'register.exported': null,
  'assessment.exported': null,
  'notice.exported': null,
  'register.imported': null,
  'release.announced': null,
  'release.cleared': null,
  'release.refused': null,
  'edition.checked': null,
  'tables.released': (expected, seq, id, facts) => void expected.tables.set(id, record(seq, facts)),
  'tables.refused': null,
  'elsewhere.told': (expected, seq, id, facts) => void expected.told.set(id, record(seq, facts)),
  'segments.exported': null,
};

const byKind = new Map<string, Step>(
  Object.entries(steps).flatMap(([kind, step]) => (step === null ? [] : [[kind, step] as const])),
);

/**
 * Goes through the log once: what every record, setting and file must be now. Entries that cannot be read say nothing;
 * verification points at them.
 */
export function expectedRecords(log: LogRepository): Expected {
  const expected: Expected = {
    datasets: new Map(),
    classifications: new Map(),
    decisions: new Map(),
    purposes: new Map(),
    releases: new Map(),
    tables: new Map(),
    told: new Map(),
    recordVersions: new Map(),
    recordDrafts: new Map(),
    recipes: new Map(),
    consentBatches: new Map(),
    caseRecords: new Map(),
    settings: new Map(),
    sealed: new Map(),
    imports: new Map(),
    names: new Map(),
  };
  for (const { seq, kind, subject_ref: id, payload, actor } of log.ofKinds([...byKind.keys()]))
    byKind.get(kind)?.(expected, seq, id, payloadFacts(payload), actor);
  return expected;
}
