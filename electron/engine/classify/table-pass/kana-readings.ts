import { evidenceText } from '#shared/text/engine/evidence.ts';
import { best, leads, silent, support, type ColumnState } from '../hypothesis.ts';

const kana =
  /^[\p{Script=Katakana}\p{Script=Hiragana}ー・]{2,9}(?:[\s　][\p{Script=Katakana}\p{Script=Hiragana}ー・]{1,9})?$/u;
const han =
  /^\p{Script=Han}[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}々ヶ]{1,5}(?:[\s　][\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}々]{1,4})?$/u;
/** How parts of the country and shops end: those are written twice as well. */
const place = /[都道府県市区町村郡店社駅]$/u;
const mostly = 0.9;
const somePlaces = 0.3;

const share = ({ facts: { values } }: ColumnState, pattern: RegExp): number => {
  const some = values.slice(0, 200);
  return some.length === 0 ? 0 : some.filter((value) => pattern.test(value)).length / some.length;
};
const ofMany = ({ facts }: ColumnState): boolean => facts.values.length >= 4 && facts.uniqueness > 0.6;

/** A name in signs and beside it how it is read: people are written down so, and goods are not. */
export function kanaReadingRules(columns: readonly ColumnState[]): void {
  for (const [at, column] of columns.entries()) {
    if (!silent(column) || !ofMany(column) || share(column, kana) < mostly) continue;
    const written = [columns[at - 1], columns[at + 1]].find(
      (other) =>
        other !== undefined && ofMany(other) && share(other, han) >= mostly && share(other, place) < somePlaces,
    );
    if (!written) continue;
    const type = leads(written, 'first_name') ? 'first_name' : leads(written, 'last_name') ? 'last_name' : 'full_name';
    const evidence = { kind: 'neighbour' as const, detail: evidenceText.table.readingOfName };
    support(column, type, Math.max(0.6, (best(column)?.score ?? 0) + 0.1), evidence);
    if (silent(written) && !leads(written, 'first_name', 'last_name', 'full_name'))
      support(written, 'full_name', Math.max(0.6, (best(written)?.score ?? 0) + 0.1), evidence);
  }
}
