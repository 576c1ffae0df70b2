import type { Evidence } from '#shared/domain/finding.ts';
import { semanticTypeById, type SemanticTypeId } from '#shared/semantic-types/index.ts';
import type { ColumnFacts } from './column-facts.ts';

/** One type a column may be, with how much speaks for it and why. */
export interface Hypothesis {
  readonly type: SemanticTypeId;
  /** Sum of what speaks for it, vetoes applied; about 0.35 is worth naming, 1 is clear. */
  score: number;
  /** What the header alone gave, before vetoes (0: it says nothing). */
  readonly header: number;
  /** The words of the header that gave it. */
  readonly phrase?: string;
  /** Share of distinct values that passed the check. */
  readonly share: number;
  readonly vetoed: boolean;
  /** The veto is that values fail a check, which may be how they are written; their kind and range would do. */
  readonly soft?: boolean;
  /** Its name is one word of several, which may mean something else there; no value agrees. */
  readonly lone?: boolean;
  /** A clear name whose values fail the check digits: still taken at its word, but for a person to look at. */
  readonly unproven?: boolean;
  /** Taken at its name's word against its values: for a person to look at. */
  doubted?: boolean;
  readonly evidence: Evidence[];
}

/** A column on its way through the table pass. */
export interface ColumnState {
  readonly facts: ColumnFacts;
  /** Every type with anything to say for it. */
  readonly hypotheses: Map<SemanticTypeId, Hypothesis>;
  /** Type that the system behind an export, or a codebook, says the column is. */
  told?: SemanticTypeId;
  /** How near (0..1) the name is to a phrase, where it holds none, and whether that speaks of a person. */
  near?: { readonly personal: boolean; readonly closeness: number };
  /** Whether the column before it is personal, where that one is recognised. */
  after?: { readonly personal: boolean };
}

/** Adds weight to a type, naming the reason; creates the hypothesis where there was none. */
export function support(column: ColumnState, type: SemanticTypeId, amount: number, evidence: Evidence): void {
  const found = column.hypotheses.get(type);
  if (found) {
    found.score = Math.max(0, found.score + amount);
    found.evidence.push(evidence);
  } else if (amount > 0)
    column.hypotheses.set(type, { type, score: amount, header: 0, share: 0, vetoed: false, evidence: [evidence] });
}

const caution = { linked: 0, linkable: 1, non_pii: 2 };
const cautionOf = (hypothesis: Hypothesis): number => caution[semanticTypeById(hypothesis.type)?.class ?? 'non_pii'];

/** The name does not say what the column holds: it is mute or vague, or no type knows a word of it. */
export const silent = (column: ColumnState): boolean =>
  column.facts.header.mute ||
  column.facts.header.vague ||
  [...column.hypotheses.values()].every(({ header }) => header === 0);

/** Strongest first; between equals the more personal type goes first, because a leak costs more than a question. */
export const ranked = (column: ColumnState): Hypothesis[] =>
  [...column.hypotheses.values()].sort(
    (left, right) =>
      right.score - left.score || cautionOf(left) - cautionOf(right) || (left.type < right.type ? -1 : 1),
  );
export const best = (column: ColumnState): Hypothesis | undefined => ranked(column)[0];
/** True where this type leads and is more than a guess. */
export const leads = (column: ColumnState, ...types: SemanticTypeId[]): boolean => {
  const first = best(column);
  return first !== undefined && first.score >= 0.4 && types.includes(first.type);
};
