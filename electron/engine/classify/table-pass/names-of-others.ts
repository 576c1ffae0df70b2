import { fold } from '#shared/domain/fold.ts';
import { wordList } from '#shared/domain/word-list.ts';
import { namesRole } from '#shared/semantic-types/person-words/index.ts';
import { semanticTypeById } from '#shared/semantic-types/index.ts';
import { evidenceText } from '#shared/text/engine/evidence.ts';
import { best, leads, support, type ColumnState } from '../hypothesis.ts';
import type { TableContext } from './entity.ts';

const nameWords = new Set(
  wordList(`
    name names nama nom nombre nombres nome naam imie nazwisko jmeno prijmeni meno priezvisko navn namn nimi ime prezime
    priimek ad adi isim ismi nev neve nume numele ονομα επωνυμο имя фио фамилия піб імя прізвище ten
  `).map(fold),
);
const nameInSigns = /(?:姓名|氏名|名前|名字|이름|성명)/u;

/** Up to five words of letters, initials and titles among them, no figure. */
const likeName = /^(?:\p{L}[\p{L}\p{M}'’.:-]*[ ,]*){1,5}$/u;
const mostly = 0.8;
const leastNames = 4;

const shareOf = (values: readonly string[], test: (value: string) => boolean): number =>
  values.length === 0 ? 0 : values.filter(test).length / values.length;

/** `Nama wali`, `Name der Lehrkraft`: a word for a name and one for what somebody is. */
function nameOfRole({ facts: { header } }: ColumnState): boolean {
  const { tokens, text } = header;
  const named = tokens.some((token) => nameWords.has(token)) || nameInSigns.test(text);
  return named && tokens.length <= 6 && tokens.some((token) => !nameWords.has(token) && namesRole(token));
}

/** Something already known that a name by itself could be: its parts, and what is linked anyway. */
const isKnown = (column: ColumnState): boolean =>
  leads(column, 'full_name', 'first_name', 'last_name', 'middle_name', 'maiden_name', 'username', 'company_name') ||
  semanticTypeById(best(column)?.type ?? '')?.class === 'linked';

/** Rows in which this column's text holds the surname that another column of the row has, as a word of its own. */
function holdsSurnames(column: ColumnState, surnames: ColumnState): { share: number; alone: number } {
  let [both, held, same] = [0, 0, 0];
  for (const [row, cell] of column.facts.cells.entries()) {
    const surname = fold(surnames.facts.cells[row] ?? '').trim();
    const text = fold(cell ?? '').trim();
    if (surname.length < shortest || text === '') continue;
    both += 1;
    if (text === surname) same += 1;
    if (` ${text.replace(/[^\p{L}\p{N}]+/gu, ' ')} `.includes(` ${surname} `)) held += 1;
  }
  return both < leastNames ? { share: 0, alone: 0 } : { share: held / both, alone: same / both };
}
const shortest = 3;

/**
 * Names of persons in columns that no phrase knows: of somebody who has a part in the row (`Nama wali`), or whole names
 * that hold the surname which stands in the row by itself.
 */
export function namesOfOthersRules(columns: readonly ColumnState[], table: TableContext): void {
  const surnames = columns.find((column) => leads(column, 'last_name') && (best(column)?.header ?? 0) >= 0.5);
  for (const column of columns) {
    const { facts } = column;
    const { values } = facts;
    if (isKnown(column) || !facts.kinds.has('text') || values.length < leastNames || facts.kinds.has('long_text'))
      continue;
    const shaped = shareOf(values, (value) => likeName.test(value));
    if (shaped < mostly) continue;
    const first = best(column)?.score ?? 0;
    if (nameOfRole(column) && table.entity === 'person') {
      const whole = shareOf(values, (value) => /\p{L}\.?,? +\p{L}/u.test(value)) >= 0.5;
      const surname = !whole && (column.hypotheses.get('last_name')?.share ?? 0) >= 0.5;
      support(column, surname ? 'last_name' : 'full_name', Math.max(0.8, first + 0.1), {
        kind: 'header',
        detail: evidenceText.table.nameOfRole,
      });
    } else if (surnames && first < 0.7) {
      const { share, alone } = holdsSurnames(column, surnames);
      if (share >= mostly)
        support(column, alone >= 0.5 ? 'last_name' : 'full_name', Math.max(0.8, first + 0.1), {
          kind: 'neighbour',
          detail: evidenceText.table.holdsSurnames,
        });
    }
  }
}
