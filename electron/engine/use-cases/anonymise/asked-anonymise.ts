import type { LocalEffort, SearchMetric } from '#shared/domain/anonymised-file.ts';

/** What is asked of `anonymise`, as a person says it. */
export interface AskedAnonymise {
  qi: readonly string[];
  sensitive: readonly string[];
  /** Column that tells people apart: k counts them, not rows. */
  person?: string | undefined;
  /** Models beside k-anonymity. */
  models: readonly { id: string; settings: Record<string, unknown> }[];
  k: number;
  suppression: number;
  /** Labels row by row, with so much effort; undefined: one level for each column. */
  local?: LocalEffort | undefined;
  metric: SearchMetric;
  hierarchies: readonly { column: string; grantId: string }[];
  limits: readonly {
    column: string;
    least?: number | undefined;
    most?: number | undefined;
    weight?: number | undefined;
  }[];
  seconds: number;
  keepOrder: boolean;
  outputGrantId: string;
  force: boolean;
}
