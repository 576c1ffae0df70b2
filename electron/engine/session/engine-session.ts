import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import type { DatasetSummary } from '#shared/contract/datasets.ts';
import { Failure } from '#shared/contract/failure.ts';
import type { PolicyOverride } from '#shared/domain/policy-override.ts';
import type { Purpose } from '#shared/domain/purpose.ts';
import { columnProfile, type ColumnProfile } from '#shared/domain/profile.ts';
import { noChanges, type ChangedHolidays } from '#shared/deadlines/holidays.ts';
import { policyOn, type PolicyInForce } from '#shared/policy/index.ts';
import { findPurpose } from '#shared/purposes/index.ts';
import { heldText } from '#shared/text/engine/held.ts';
import { recordsText } from '#shared/text/engine/records.ts';
import { datasetsText } from '#shared/text/engine/datasets.ts';
import { workspaceText } from '#shared/text/engine/workspace.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';
import type { EngineEnvironment } from '#engine/engine-environment.ts';
import { MadeAudits } from '#engine/fairness/made-audits.ts';
import { GrantStore } from '#engine/grants/grant-store.ts';
import { Jobs, type JobRecords } from '#engine/jobs/run-job.ts';
import { sealedProfiles, sealedRows } from '#engine/workspace/sealed-names.ts';
import { makeWorkDirectory, wipeDeadWorkDirectories, wipeDirectory } from '#engine/workspace/work-directory.ts';
import type { Workspace } from '#engine/workspace/open-workspace.ts';
import { Arrivals } from './arrivals.ts';
import { settleCutOffReleases } from './cut-off-releases.ts';
import { settleCutOffRewrites } from './cut-off-rewrites.ts';
import { endSittings } from './end-sittings.ts';
import { RecipeSittings } from './recipe-sittings.ts';
import { DatasetSession, type DatasetRecord } from './dataset-session.ts';

/**
 * What one engine holds: grants, jobs, at most one open workspace with its unsealed datasets, a private working
 * directory.
 */
export class EngineSession {
  readonly environment: EngineEnvironment;
  readonly grants = new GrantStore();
  readonly jobs = new Jobs();
  readonly arrivals = new Arrivals();
  readonly recipeSittings = new RecipeSittings();
  readonly audits = new MadeAudits();
  /** Grants of tables of the population that were chosen for recipes, by their SHA-256. */
  readonly populations = new Map<string, string>();
  #workspace: Workspace | null = null;
  #workDirectory: string | null = null;
  #sessions = new Map<string, Promise<DatasetSession>>();
  #opened = new Map<string, DatasetSession>();
  #settledReleases: string[] = [];
  #interrupted: { jobId: string; kind: string; startedAt: string; subject: string }[] = [];

  constructor(environment: EngineEnvironment) {
    this.environment = environment;
    wipeDeadWorkDirectories(environment.workRoot);
  }

  get workspace(): Workspace | null {
    return this.#workspace;
  }

  now(): string {
    return this.environment.clock().toISOString();
  }

  /** The engine's date as YYYY-MM-DD in local time: what a person means by "today". */
  today(): string {
    const now = this.environment.clock();
    return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
  }

  requireWorkspace(): Workspace {
    if (!this.#workspace) throw new Failure('WORKSPACE_NONE', workspaceText.noneOpen);
    return this.#workspace;
  }

  /** The engine's own private directory (0700), made when first needed and wiped on close. */
  async privateDirectory(): Promise<string> {
    this.#workDirectory ??= makeWorkDirectory(this.environment.workRoot, this.environment.random);
    return this.#workDirectory;
  }

  /** Takes over an opened workspace, closing the one before; jobs left running by a crash are marked and named. */
  async adoptWorkspace(workspace: Workspace): Promise<void> {
    if (this.#workspace) await this.closeWorkspace();
    this.#settledReleases = [];
    this.#workspace = workspace;
    // Whoever opens it: what the register says of the rows is so before anybody reads them.
    this.#settledReleases = await settleCutOffRewrites(workspace);
    if (workspace.summary().readOnly) return;
    this.#endRecipeSittings(workspace, true);
    // Whoever may not release leaves what was cut off to somebody who may.
    if (workspace.operators.may('release.written'))
      this.#settledReleases.push(
        ...(await settleCutOffReleases(workspace, this.environment.profileDirectory, this.now())),
      );
    if (workspace.operators.may('record.drafted')) {
      const { length: drafts } = endSittings(workspace);
      if (drafts > 0) this.#settledReleases.push(recordsText.sittingsEntered(drafts));
    }
    this.#interrupted = workspace.catalog.jobs
      .list('running')
      .map(({ id, kind, startedAt, subject }) => ({ jobId: id, kind, startedAt, subject }));
    if (this.#interrupted.length > 0)
      workspace.transaction(() => {
        for (const { jobId, kind, startedAt } of this.#interrupted) {
          workspace.catalog.jobs.end(jobId, 'interrupted', this.now());
          workspace.register.append({
            kind: 'job.interrupted',
            subjectRef: jobId,
            payload: { jobId, kind, startedAt },
          });
        }
      });
  }

  /** What was done at the opening about releases and sittings that a crash cut off, in sentences. */
  settledReleases(): readonly string[] {
    return this.#settledReleases;
  }

  interruptedJobs() {
    return this.#interrupted;
  }

  /** Ends what uses the workspace, then closes it: its working copies are wiped. */
  async closeWorkspace(): Promise<void> {
    await this.#endWorkspace((workspace) => {
      this.#enterSittings(workspace);
      this.#endRecipeSittings(workspace);
      return workspace.close();
    });
  }

  /** Ends what is under way in whoever's name works here, and enters it: afterwards they may be nobody here. */
  async endUnderWay(): Promise<void> {
    await this.jobs.cancelAll();
    this.#enterSittings(this.requireWorkspace());
  }

  /** What is told by one entry at its end. */
  #enterSittings(workspace: Workspace): void {
    if (!workspace.summary().readOnly && workspace.operators.may('record.drafted')) endSittings(workspace);
  }

  /** Closes the workspace and deletes its folder for good. */
  async destroyWorkspace(): Promise<void> {
    await this.#endWorkspace((workspace) => workspace.destroy());
  }

  /** What cannot be entered now (a full disk, a read-only place) is entered at the next opening. */
  #endRecipeSittings(workspace: Workspace, cutOff = false): void {
    try {
      if (!workspace.summary().readOnly) this.recipeSittings.endAll(workspace, cutOff);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
    }
  }

  async #endWorkspace(end: (workspace: Workspace) => Promise<void>): Promise<void> {
    await this.jobs.cancelAll();
    for (const session of this.#opened.values()) session.close();
    this.#opened.clear();
    this.#sessions.clear();
    this.audits.clear();
    const workspace = this.#workspace;
    this.#workspace = null;
    this.#interrupted = [];
    if (workspace) await end(workspace);
  }

  async close(): Promise<void> {
    await this.jobs.cancelAll();
    await this.closeWorkspace();
    if (this.#workDirectory !== null) wipeDirectory(this.#workDirectory);
    this.#workDirectory = null;
  }

  /** Job records go into the open workspace; without one there is nothing to resume. */
  jobRecords(): JobRecords | undefined {
    const workspace = this.#workspace;
    if (!workspace || workspace.summary().readOnly) return undefined;
    return {
      started: ({ jobId, kind, subject }) =>
        workspace.catalog.jobs.start({ id: jobId, kind, subject, startedAt: this.now() }),
      ended: (jobId, state) => workspace.catalog.jobs.end(jobId, state, this.now()),
    };
  }

  datasetRecord(datasetId: string): DatasetRecord {
    const { catalog } = this.requireWorkspace();
    const summary = catalog.datasets.get(datasetId);
    const classification = catalog.classifications.get(datasetId);
    if (!summary || !classification) {
      const other = catalog
        .otherVersions()
        .find(({ id, kind }) => id === datasetId && (kind === 'dataset' || kind === 'classification'));
      throw other
        ? new Failure('WORKSPACE_FROM_FUTURE', heldText.otherVersion(other.kind, other.name))
        : new Failure('DATASET_UNKNOWN', datasetsText.gone);
    }
    return { summary, classification, decisions: catalog.classifications.decisions(datasetId) };
  }

  /** The same of a dataset that may still be arriving: then when it is there. */
  async arrivedRecord(datasetId: string): Promise<DatasetRecord> {
    await this.arrivals.over(datasetId);
    return this.datasetRecord(datasetId);
  }

  /** Datasets imported before this one, newest first. */
  earlierRecords(summary: DatasetSummary): DatasetRecord[] {
    return this.requireWorkspace()
      .catalog.datasets.list()
      .filter(({ id, importedAt }) => id !== summary.id && importedAt < summary.importedAt)
      .sort((a, b) => (a.importedAt < b.importedAt ? 1 : -1))
      .flatMap(({ id }) => this.#recordIfWhole(id));
  }

  /** The dataset with its rows unsealed; further calls share it. */
  dataset(datasetId: string): Promise<DatasetSession> {
    const existing = this.#sessions.get(datasetId);
    if (existing) return existing;
    const opening = (async () => {
      await this.arrivals.over(datasetId);
      const arrived = this.#opened.get(datasetId);
      if (arrived) return arrived;
      const workspace = this.requireWorkspace();
      const record = this.datasetRecord(datasetId);
      const database = await workspace.unseal(sealedRows(datasetId));
      const profiles = columnProfile
        .array()
        .parse(JSON.parse(await readFile(await workspace.unseal(sealedProfiles(datasetId)), 'utf8')));
      const session = await DatasetSession.open({
        directory: workspace.workDirectory,
        database,
        record,
        profiles,
        policy: () => workspace.summary().policy,
      });
      this.#opened.set(datasetId, session);
      return session;
    })();
    this.#sessions.set(datasetId, opening);
    opening.catch(() => this.#sessions.delete(datasetId));
    return opening;
  }

  /** After a decision or an import: the open session goes by the new record. */
  refreshRecord(datasetId: string): void {
    const session = this.#opened.get(datasetId);
    if (session) Object.assign(session.record, this.datasetRecord(datasetId));
  }

  /** An imported dataset is used as it lies open. */
  adoptDataset(datasetId: string, duck: Duck, profiles: ColumnProfile[]): void {
    const workspace = this.requireWorkspace();
    const session = DatasetSession.over(
      duck,
      this.datasetRecord(datasetId),
      profiles,
      () => workspace.summary().policy,
    );
    this.#opened.set(datasetId, session);
    if (!this.#sessions.has(datasetId)) this.#sessions.set(datasetId, Promise.resolve(session));
  }

  async forgetDataset(datasetId: string): Promise<void> {
    this.#opened.get(datasetId)?.close();
    this.#opened.delete(datasetId);
    this.#sessions.delete(datasetId);
    this.audits.forget(datasetId);
  }

  /**
   * A record of which something is missing or cannot be read counts as none: a release of its file is held against the
   * register and refused by name.
   */
  #recordIfWhole(datasetId: string): DatasetRecord[] {
    try {
      return [this.datasetRecord(datasetId)];
    } catch (error) {
      if (error instanceof Failure) return [];
      throw error;
    }
  }

  /**
   * The workspace's newest dataset made from a file with this hash and read into these columns (a file may hold several
   * tables), without unsealing it.
   */
  recordBySha256(sha256: string, columns: readonly string[]): DatasetRecord | null {
    const same = (this.#workspace?.catalog.datasets.list() ?? [])
      .filter((summary) => summary.sha256 === sha256)
      .flatMap(({ id }) => this.#recordIfWhole(id));
    return (
      same.find(
        ({ classification }) =>
          classification.columns.length === columns.length &&
          classification.columns.every(({ name }, at) => name === columns[at]),
      ) ?? null
    );
  }

  /**
   * A word typed by a person: a file's path (matched by content), a dataset's id, name or file name.
   * @throws Failure DATASET_UNKNOWN; WRONG_USAGE where it means several
   */
  async findDataset(word: string): Promise<string> {
    const { catalog } = this.requireWorkspace();
    if (existsSync(word) && (await stat(word)).isFile()) {
      const hash = createHash('sha256');
      await pipeline(createReadStream(word), hash);
      const found = catalog.datasets.findBySource(hash.digest('hex'));
      if (found.length > 0) return theOneMeant(word, found).id;
      throw new Failure('DATASET_UNKNOWN', datasetsText.notImported(word));
    }
    const all = catalog.datasets.list();
    const found = [
      all.filter(({ id }) => id === word),
      all.filter(({ name }) => name === word),
      all.filter(({ fileName }) => fileName === word),
    ].find(({ length }) => length > 0);
    if (!found) throw new Failure('DATASET_UNKNOWN', datasetsText.noneCalled(word));
    return theOneMeant(word, found).id;
  }

  /** One of the workspace's own purposes or a preset, by id, code or slug; null where neither has that name. */
  findPurpose(id: string): Purpose | null {
    const own = this.#workspace?.catalog.purposes
      .list()
      .find((candidate) => candidate.id === id || candidate.code === id);
    return own ?? findPurpose(id) ?? null;
  }

  /** @throws Failure WRONG_USAGE where there is no such purpose */
  purpose(id: string): Purpose {
    const found = this.findPurpose(id);
    if (!found) throw new Failure('WRONG_USAGE', datasetsText.noPurpose(id));
    return found;
  }

  /** What the open workspace sets in place of policy rows. */
  policyOverrides(): PolicyOverride[] {
    return this.#workspace?.catalog.policyOverrides.list() ?? [];
  }

  /** What holds on a day (YYYY-MM-DD), in the open workspace where there is one. */
  policyOn(day: string): PolicyInForce {
    return policyOn(day, this.policyOverrides());
  }

  /** Holidays of single years that the open workspace added or took away. */
  changedHolidays(): ChangedHolidays {
    return this.#workspace?.catalog.holidayChanges.changed() ?? noChanges;
  }

  /** What ages are reckoned by in a classification: the day, and the age in years under which nobody is targeted. */
  reckoning(): { today: string; majority: number } {
    const today = this.today();
    return { today, majority: this.policyOn(today).value('targeting-age', '*') };
  }

  newId(): string {
    return randomUUID();
  }
}

/** @throws Failure WRONG_USAGE naming the candidates, by their ids where names do not tell them apart */
function theOneMeant(word: string, found: readonly DatasetSummary[]): DatasetSummary {
  const [one, ...others] = found;
  if (one !== undefined && others.length === 0) return one;
  const names = found.map(({ name }) => name);
  const told = new Set(names).size === names.length && !names.includes(word);
  throw new Failure('WRONG_USAGE', datasetsText.ambiguous(word, names, told ? [] : found.map(({ id }) => id)));
}
