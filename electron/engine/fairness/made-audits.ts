import type { FairnessAudit } from '#shared/domain/fairness-audit.ts';

export interface MadeAudit {
  datasetId: string;
  /** Its entry in the log. */
  entry: number;
  /** ISO 8601. */
  at: string;
  audit: FairnessAudit;
}

/**
 * The newest audit of each dataset, as long as its workspace is open: numbers of groups are data and stand in no file of
 * the workspace; the log has columns and verdicts.
 */
export class MadeAudits {
  readonly #byDataset = new Map<string, MadeAudit>();

  keep(made: MadeAudit): void {
    this.#byDataset.set(made.datasetId, made);
  }

  of(datasetId: string): MadeAudit | null {
    return this.#byDataset.get(datasetId) ?? null;
  }

  byEntry(entry: number): MadeAudit | null {
    return [...this.#byDataset.values()].find((made) => made.entry === entry) ?? null;
  }

  forget(datasetId: string): void {
    this.#byDataset.delete(datasetId);
  }

  clear(): void {
    this.#byDataset.clear();
  }
}
