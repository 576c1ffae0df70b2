import type { Risk } from '#shared/domain/risk.ts';

/** A worked case: rows of text cells, measured on the real data engine by the registry test. */
export interface ModelExample {
  name: string;
  /** First column the quasi-identifier, second the sensitive one. */
  rows: [string | null, string | null][];
  wanted: number;
  value: number;
  met: boolean;
}

/** One privacy model: which number of a measurement it looks at and when it holds. */
export interface PrivacyModel {
  /** Name in certificates, for ever; also the file's name. */
  id: string;
  title: string;
  source: string;
  /** Whether it is about a sensitive column (l, t) or about the classes alone (k). */
  perColumn: boolean;
  /** The parameter used where nobody chose another: a product default, not law. */
  usual: number;
  value(risk: Risk, column: string): number;
  met(value: number, wanted: number): boolean;
  /** One sentence; `column` is ignored by models of classes. */
  explain(value: number, wanted: number, column: string): string;
  examples: ModelExample[];
}
