import { isMissing } from '#shared/domain/class-values.ts';
import type { CodedColumn } from '../coded/coded-table.ts';
import type { SearchColumn } from './column-levels.ts';
import { Groupings, type Classes } from './groupings.ts';
import { codeAt, Grouper } from './packed-rows.ts';

/** The rows that a file was drawn from; their codes stand with the columns of the search. */
export interface PopulationRows {
  rows: number;
  /** Column that tells its people apart; null: every row is a person. */
  person: CodedColumn | null;
}

/**
 * How many people of a population fall into each class of a file, at the levels of the class. File and population are
 * coded by the same values, so a label has one number in both, and classes that read the same have the same words.
 */
export class Population {
  readonly #groupings: Groupings;
  readonly #grouper = new Grouper();
  /** By code of the person column: 1 where nobody is named. */
  readonly #nobody: readonly boolean[];

  /** @param columns those of the search, each with the codes of the population's rows */
  constructor(columns: readonly SearchColumn[], { rows, person }: PopulationRows) {
    const theirs = columns.map((column) => {
      if (column.population === undefined) throw new Error('A column has no codes of the population.');
      return { ...column, column: { ...column.column, codes: column.population } };
    });
    this.#groupings = new Groupings(theirs, person === null ? [] : [person], rows);
    this.#nobody = (person?.values ?? []).map(isMissing);
  }

  /** People in each class; 0 where nobody of the population is in it. */
  people(classes: Classes): Float64Array {
    const own = this.#groupings.at(classes.levels);
    const counts = this.#counted(own);
    const all = own.size + classes.size;
    const words = Array.from({ length: this.#groupings.keyWords }, (_, word) => {
      const out = new Uint32Array(all);
      copyWord(own, word, out, 0);
      copyWord(classes, word, out, own.size);
      return out;
    });
    const groupOf = new Uint32Array(all);
    this.#grouper.group(words, all, groupOf, new Uint32Array(all));
    // The population's classes stand first and no two are alike, so each has its own place for a number.
    return Float64Array.from({ length: classes.size }, (_, at) => counts[groupOf[own.size + at]!] ?? 0);
  }

  #counted({ size, rows, pairs, of }: Classes): Float64Array {
    const [person] = this.#groupings.guarded;
    if (person === undefined || of === null) return Float64Array.from(rows);
    // Pairs differ in class or person, so each is one person of its class.
    const people = new Float64Array(size);
    for (let pair = 0; pair < pairs.size; pair += 1)
      if (!this.#nobody[codeAt(pairs.words, person, pair)]) people[of[pair]!]! += 1;
    return people;
  }
}

function copyWord({ size, pairs, first }: Classes, word: number, target: Uint32Array, from: number): void {
  const source = pairs.words[word]!;
  for (let group = 0; group < size; group += 1) target[from + group] = source[first === null ? group : first[group]!]!;
}
