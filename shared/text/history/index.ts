import type { EntryArea } from '#shared/journal/entry-kinds/index.ts';
import type { EntryKind } from '#shared/journal/entry-kinds/index.ts';
import { backupSentences } from './backup.ts';
import { breachSentences } from './breach.ts';
import { classificationSentences } from './classification.ts';
import { consentSentences } from './consent.ts';
import { datasetSentences } from './dataset.ts';
import { dueSentences } from './due.ts';
import { editionSentences } from './edition.ts';
import { elsewhereSentences } from './elsewhere.ts';
import { evidenceSentences } from './evidence.ts';
import { fairnessSentences } from './fairness.ts';
import { journalSentences } from './journal.ts';
import { keySentences } from './key.ts';
import { operatorSentences } from './operator.ts';
import { policySentences } from './policy.ts';
import { purposeSentences } from './purpose.ts';
import { qualitySentences } from './quality.ts';
import { recipeSentences } from './recipe.ts';
import { recordSentences } from './record.ts';
import { registerFileSentences } from './register-file.ts';
import { releaseSentences } from './release.ts';
import { revealingSentences } from './revealing.ts';
import { retentionSentences } from './retention.ts';
import { segmentSentences } from './segment.ts';
import { requestSentences } from './request.ts';
import { subjectSentences } from './subject.ts';
import { tablesSentences } from './tables.ts';
import type { Sentences } from './told.ts';
import { workspaceSentences } from './workspace.ts';

/** What the history says of each kind of entry, built from names and numbers. A kind without a sentence does not compile. */
export const historySentences: Sentences<EntryKind> = {
  ...workspaceSentences,
  ...operatorSentences,
  ...datasetSentences,
  ...editionSentences,
  ...classificationSentences,
  ...policySentences,
  ...purposeSentences,
  ...consentSentences,
  ...retentionSentences,
  ...fairnessSentences,
  ...qualitySentences,
  ...dueSentences,
  ...recipeSentences,
  ...recordSentences,
  ...registerFileSentences,
  ...releaseSentences,
  ...tablesSentences,
  ...elsewhereSentences,
  ...segmentSentences,
  ...revealingSentences,
  ...subjectSentences,
  ...requestSentences,
  ...breachSentences,
  ...backupSentences,
  ...evidenceSentences,
  ...keySentences,
  ...journalSentences,
};

export const historyText = {
  /** What the areas of the log are called, where one is chosen. */
  areas: {
    workspace: 'Workspace',
    operator: 'People at work',
    dataset: 'Datasets',
    edition: 'Files held against the edition before',
    classification: 'Decisions on columns',
    policy: 'Policy',
    purpose: 'Purposes',
    consent: 'Consent',
    retention: 'Retention',
    fairness: 'Audits of selections',
    quality: 'Quality of data',
    due: 'What is due',
    recipe: 'Recipes',
    record: 'Records of processing',
    registerFile: 'Register of processing as a file',
    release: 'Releases',
    tables: 'Related tables',
    elsewhere: 'Runs elsewhere, as told',
    segment: 'Segments',
    revealing: 'Looking at values',
    subject: 'People in the data',
    request: 'Requests of people',
    breach: 'Breaches',
    backup: 'Backups',
    evidence: 'Evidence',
    key: 'Keys',
    journal: 'The log itself',
  } satisfies Record<EntryArea, string>,
  /** Of a version to come, or with fields that were changed. */
  elsewhere: 'Of another version',
  /** An entry that this program cannot read. */
  unread: (who: string, kind: string) => `${who}: ${kind}.`,
};
