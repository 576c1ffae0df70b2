import type { z } from 'zod';
import { backupEntries } from './backup.ts';
import { breachEntries } from './breach.ts';
import { classificationEntries } from './classification.ts';
import { consentEntries } from './consent.ts';
import { datasetEntries } from './dataset.ts';
import { dueEntries } from './due.ts';
import { editionEntries } from './edition.ts';
import { elsewhereEntries } from './elsewhere.ts';
import { evidenceEntries } from './evidence.ts';
import { fairnessEntries } from './fairness.ts';
import { journalEntries } from './journal.ts';
import { keyEntries } from './key.ts';
import { operatorEntries } from './operator.ts';
import { policyEntries } from './policy.ts';
import { purposeEntries } from './purpose.ts';
import { qualityEntries } from './quality.ts';
import { recipeEntries } from './recipe.ts';
import { recordEntries } from './record.ts';
import { registerFileEntries } from './register-file.ts';
import { releaseEntries } from './release.ts';
import { retentionEntries } from './retention.ts';
import { requestEntries } from './request.ts';
import { revealingEntries } from './revealing.ts';
import { segmentEntries } from './segment.ts';
import { subjectEntries } from './subject.ts';
import { tablesEntries } from './tables.ts';
import { workspaceEntries } from './workspace.ts';

/** The kinds of entries by area, each area in a file of its own. */
export const entryAreas = {
  workspace: workspaceEntries,
  operator: operatorEntries,
  dataset: datasetEntries,
  edition: editionEntries,
  classification: classificationEntries,
  policy: policyEntries,
  purpose: purposeEntries,
  consent: consentEntries,
  retention: retentionEntries,
  fairness: fairnessEntries,
  quality: qualityEntries,
  due: dueEntries,
  recipe: recipeEntries,
  record: recordEntries,
  registerFile: registerFileEntries,
  release: releaseEntries,
  tables: tablesEntries,
  elsewhere: elsewhereEntries,
  segment: segmentEntries,
  revealing: revealingEntries,
  subject: subjectEntries,
  request: requestEntries,
  breach: breachEntries,
  backup: backupEntries,
  evidence: evidenceEntries,
  key: keyEntries,
  journal: journalEntries,
} as const;
export type EntryArea = keyof typeof entryAreas;

/**
 * What each kind of register entry says. No payload holds a value of a dataset: ids, counts, file names and hashes,
 * column names, rule ids, and the reasons that people give.
 */
export const entryKinds = {
  ...entryAreas.workspace,
  ...entryAreas.operator,
  ...entryAreas.dataset,
  ...entryAreas.edition,
  ...entryAreas.classification,
  ...entryAreas.policy,
  ...entryAreas.purpose,
  ...entryAreas.consent,
  ...entryAreas.retention,
  ...entryAreas.fairness,
  ...entryAreas.quality,
  ...entryAreas.due,
  ...entryAreas.recipe,
  ...entryAreas.record,
  ...entryAreas.registerFile,
  ...entryAreas.release,
  ...entryAreas.tables,
  ...entryAreas.elsewhere,
  ...entryAreas.segment,
  ...entryAreas.revealing,
  ...entryAreas.subject,
  ...entryAreas.request,
  ...entryAreas.breach,
  ...entryAreas.backup,
  ...entryAreas.evidence,
  ...entryAreas.key,
  ...entryAreas.journal,
} as const;

export type EntryKind = keyof typeof entryKinds;
export type EntryPayload<K extends EntryKind> = z.input<(typeof entryKinds)[K]>;

/**
 * What is handed to `append`. `subjectRef` is the id of what the entry is about: a dataset, release, purpose or the
 * workspace.
 */
export type NewEntry<K extends EntryKind = EntryKind> = {
  [Kind in K]: { kind: Kind; subjectRef: string; payload: EntryPayload<Kind> };
}[K];
