import { semanticTypeById, type SemanticTypeId } from '#shared/semantic-types/index.ts';
import type { HeaderLanguage } from '../header-language.ts';
import { headerTokens } from '../header.ts';
import { piecesOf } from './pieces.ts';

/** The known phrase that a name is nearest to. */
export interface ClosePhrase {
  readonly type: SemanticTypeId;
  /** As it is known, for a sentence. */
  readonly phrase: string;
  /** Cosine of both, by their pieces: 0 (none in common) to 1 (the same). */
  readonly closeness: number;
  /** Closeness of the nearest phrase on the other side of personal and non-PII. */
  readonly rival: number;
}

/** Phrases, and by each piece those that have it. */
export interface CloseIndex {
  readonly types: readonly SemanticTypeId[];
  readonly phrases: readonly string[];
  /** Length of each phrase as a vector of its pieces. */
  readonly lengths: Float64Array;
  readonly byPiece: ReadonlyMap<string, { readonly weight: number; readonly phrases: number[] }>;
  /** Weight of a piece that no phrase has. */
  readonly strange: number;
}

const isPersonal = (type: SemanticTypeId): boolean => (semanticTypeById(type)?.class ?? 'non_pii') !== 'non_pii';

/** @param types those that a name may be near to */
export function buildCloseIndex(languages: readonly HeaderLanguage[], types: readonly SemanticTypeId[]): CloseIndex {
  const known = types.flatMap((type) =>
    languages.flatMap(({ phrases }) =>
      (phrases[type] ?? []).map((raw) => ({ type, phrase: raw.replace(/^[~=]+/, '') })),
    ),
  );
  const pieces = known.map(({ phrase }) => piecesOf(headerTokens(phrase)));
  const byPiece = new Map<string, { weight: number; phrases: number[] }>();
  pieces.forEach((some, at) => {
    for (const piece of some) {
      const there = byPiece.get(piece);
      if (there) there.phrases.push(at);
      else byPiece.set(piece, { weight: 0, phrases: [at] });
    }
  });
  // Inverse document frequency (Spärck Jones 1972): a piece that few phrases have says more. Squared where it is used.
  const weightOf = (having: number): number => Math.log(1 + known.length / (having + 1)) ** 2;
  for (const entry of byPiece.values()) entry.weight = weightOf(entry.phrases.length);
  return {
    types: known.map(({ type }) => type),
    phrases: known.map(({ phrase }) => phrase),
    lengths: Float64Array.from(pieces, (some) =>
      Math.sqrt([...some].reduce((sum, piece) => sum + (byPiece.get(piece)?.weight ?? 0), 0)),
    ),
    byPiece,
    strange: weightOf(0),
  };
}

/** The phrase that `tokens` are nearest to; null where they have no piece in common with any. Pure. */
export function closePhrase(index: CloseIndex, tokens: readonly string[]): ClosePhrase | null {
  const shared = new Map<number, number>();
  let length = 0;
  for (const piece of piecesOf(tokens)) {
    const entry = index.byPiece.get(piece);
    length += entry?.weight ?? index.strange;
    if (entry) for (const at of entry.phrases) shared.set(at, (shared.get(at) ?? 0) + entry.weight);
  }
  const sides = new Map<boolean, { at: number; closeness: number }>();
  for (const [at, sum] of shared) {
    const closeness = sum / (Math.sqrt(length) * (index.lengths[at] ?? 1));
    const side = isPersonal(index.types[at]!);
    if (closeness > (sides.get(side)?.closeness ?? 0)) sides.set(side, { at, closeness });
  }
  const [first, second] = [...sides.values()].sort((left, right) => right.closeness - left.closeness);
  return first
    ? {
        type: index.types[first.at]!,
        phrase: index.phrases[first.at]!,
        closeness: first.closeness,
        rival: second?.closeness ?? 0,
      }
    : null;
}
