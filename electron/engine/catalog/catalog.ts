import type { Database } from 'better-sqlite3';
import type { EntryKind } from '#shared/journal/entry-kinds/index.ts';
import { casesRepository } from './repositories/cases.ts';
import { classificationsRepository } from './repositories/classifications.ts';
import { consentErasure, consentRepository } from './repositories/consent.ts';
import { datasetsRepository } from './repositories/datasets.ts';
import { entriesOf } from './repositories/entries-of.ts';
import { heldRecordsRepository } from './repositories/held-records.ts';
import { jobsRepository } from './repositories/jobs.ts';
import { logRepository } from './repositories/log.ts';
import { otherVersions } from './repositories/other-versions.ts';
import { holidayChangesRepository } from './repositories/holiday-changes.ts';
import { policyOverridesRepository } from './repositories/policy-overrides.ts';
import { purposesRepository } from './repositories/purposes.ts';
import { recipesRepository } from './repositories/recipes.ts';
import { recordsRepository } from './repositories/records.ts';
import { releasesRepository } from './repositories/releases.ts';
import { recipeSittingsRepository } from './repositories/recipe-sittings.ts';
import { unfinishedReleases } from './repositories/unfinished-releases.ts';
import { retentionRepository } from './repositories/retention.ts';
import { settingsRepository } from './repositories/settings.ts';

/**
 * Everything a workspace's catalogue holds. Write inside `workspace.transaction`, together with the register entry.
 * @param directory the workspace's folder: recipes are files in it
 */
export function catalogOf(db: Database, directory: string) {
  return {
    datasets: datasetsRepository(db),
    classifications: classificationsRepository(db),
    cases: casesRepository(db),
    consent: consentRepository(db),
    consentErasure: consentErasure(db),
    recipes: recipesRepository(directory),
    records: recordsRepository(db),
    recipeSittings: recipeSittingsRepository(db),
    releases: releasesRepository(db),
    purposes: purposesRepository(db),
    jobs: jobsRepository(db),
    settings: settingsRepository(db),
    policyOverrides: policyOverridesRepository(db),
    holidayChanges: holidayChangesRepository(db),
    retention: retentionRepository(db),
    held: heldRecordsRepository(db),
    entriesOf: <K extends EntryKind>(...kinds: readonly K[]) => entriesOf(db, kinds),
    /** Every entry as it is stored, oldest first. */
    entries: () => logRepository(db).ofKinds(logRepository(db).kinds()),
    /** When the newest entry was written (ISO 8601); null: there is none. */
    newestEntryAt: (): string | null => logRepository(db).newest()?.ts ?? null,
    otherVersions: () => otherVersions(db),
    unfinishedReleases: () => unfinishedReleases(db),
  };
}
export type Catalog = ReturnType<typeof catalogOf>;
