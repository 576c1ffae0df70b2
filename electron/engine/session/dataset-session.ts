import type { ClassifiedColumn } from '#shared/contract/classify.ts';
import type { DatasetSummary } from '#shared/contract/datasets.ts';
import { Failure } from '#shared/contract/failure.ts';
import type { Classification, Decision, Finding } from '#shared/domain/finding.ts';
import type { ClassificationPolicy } from '#shared/domain/column-class.ts';
import type { SourceColumn } from '#shared/domain/intake.ts';
import type { ColumnProfile } from '#shared/domain/profile.ts';
import { hidesValues } from '#shared/guardrails/hides-values.ts';
import { effectiveFinding } from '#engine/classify/effective-finding.ts';
import { maskValue } from '#engine/classify/mask-value.ts';
import { openDuck, type Duck } from '#engine/analysis/open-duck.ts';
import { WindowReader } from '#engine/tables/read-window.ts';
import { quoteText } from '#shared/sql/quote.ts';
import { datasetsText } from '#shared/text/engine/datasets.ts';

/** What the workspace keeps of a dataset besides its sealed rows. Profiles hold values and are sealed with them. */
export interface DatasetRecord {
  summary: DatasetSummary;
  classification: Classification;
  decisions: Decision[];
}

/** FROM-clause of an open dataset's rows: columns c1…cn, all VARCHAR, and `rowid` in file order. */
export const datasetRelation = 'dataset.main.data';

/**
 * A dataset whose rows are unsealed in the private working directory, read-only, for as long as the workspace is open.
 */
export class DatasetSession {
  readonly duck: Duck;
  readonly relation = datasetRelation;
  readonly record: DatasetRecord;
  readonly profiles: ColumnProfile[];
  readonly windows: WindowReader;
  readonly #policy: () => ClassificationPolicy;
  #revealed = new Set<string>();
  #searched = new Set<string>();

  private constructor(
    duck: Duck,
    record: DatasetRecord,
    profiles: ColumnProfile[],
    policy: () => ClassificationPolicy,
  ) {
    this.duck = duck;
    this.record = record;
    this.profiles = profiles;
    this.#policy = policy;
    const measured = new Map(profiles.map((profile) => [profile.name, profile]));
    this.windows = new WindowReader(
      duck,
      datasetRelation,
      record.summary.rows,
      new Map(
        record.summary.columns.map(({ name, physical }) => [
          name,
          {
            physical,
            valueType: measured.get(name)?.valueType ?? 'text',
            dateForms: measured.get(name)?.dateForms ?? [],
            numberMark: measured.get(name)?.numberMark ?? null,
          },
        ]),
      ),
    );
  }

  static async open(input: {
    directory: string;
    database: string;
    record: DatasetRecord;
    profiles: ColumnProfile[];
    policy: () => ClassificationPolicy;
  }): Promise<DatasetSession> {
    const duck = await openDuck({ directory: input.directory, columns: input.record.summary.columns.length });
    try {
      await duck.run(`ATTACH ${quoteText(input.database)} AS dataset (READ_ONLY)`);
    } catch (error) {
      duck.close();
      throw error;
    }
    return new DatasetSession(duck, input.record, input.profiles, input.policy);
  }

  /** Goes on with a data engine that has the rows already. */
  static over(
    duck: Duck,
    record: DatasetRecord,
    profiles: ColumnProfile[],
    policy: () => ClassificationPolicy,
  ): DatasetSession {
    return new DatasetSession(duck, record, profiles, policy);
  }

  get columns(): SourceColumn[] {
    return this.record.summary.columns;
  }

  column(name: string): SourceColumn {
    const found = this.columns.find((candidate) => candidate.name === name);
    if (!found) throw new Failure('COLUMN_UNKNOWN', datasetsText.noColumn(this.record.summary.name, name));
    return found;
  }

  /** Suggestion, decision and what follows from both, per column in file order. */
  classified(): Omit<ClassifiedColumn, 'examples'>[] {
    const decisions = new Map(this.record.decisions.map((decision) => [decision.column, decision]));
    return this.record.classification.columns.map((suggestion) => {
      const decision = decisions.get(suggestion.name) ?? null;
      return { suggestion, decision, effective: effectiveFinding(suggestion, decision, this.#policy()) };
    });
  }

  effectiveFindings(): Finding[] {
    return this.classified().map(({ effective }) => effective);
  }

  /** Names of the columns nobody has decided on. */
  unconfirmed(): string[] {
    return this.classified()
      .filter(({ decision }) => decision === null)
      .map(({ suggestion }) => suggestion.name);
  }

  /** Names of the columns whose values the window may not see yet. */
  hiddenColumns(): Set<string> {
    return new Set(
      this.effectiveFindings()
        .filter((finding) => hidesValues(finding) && !this.#revealed.has(finding.name))
        .map(({ name }) => name),
    );
  }

  /**
   * Filters on hidden columns that were not asked before: each tells something about a value, so each is logged once.
   */
  newSearches<Term extends { column: string; op: string; value: string }>(terms: Term[]): Term[] {
    return terms.filter((term) => {
      const key = JSON.stringify([term.column, term.op, term.value]);
      if (this.#searched.has(key)) return false;
      this.#searched.add(key);
      return true;
    });
  }

  setRevealed(column: string, revealed: boolean): void {
    if (revealed) this.#revealed.add(column);
    else this.#revealed.delete(column);
  }

  /** Three masked values of a column: the most frequent ones that are not empty. */
  examples(column: string): string[] {
    const profile = this.profiles.find(({ name }) => name === column);
    return (profile?.top ?? []).slice(0, 3).map(({ value }) => maskValue(value));
  }

  close(): void {
    this.duck.close();
  }
}
