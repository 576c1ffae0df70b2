import { firstNames } from '../names.ts';
import { counted } from '../numbers.ts';
import { foundList, type FoundIn } from '../written-values.ts';
import { undoing, type Undoing } from './undoing.ts';
import { asTheyWere, outputColumns, says, type OfColumns, type ReasonWords } from './words.ts';

/** Identifiers that the values of a column give away by themselves. */
interface OfValues {
  byValue: FoundIn[];
}
/** Columns of text in people's own words. */
interface OfSentences {
  sentences: string[];
}

const useOtherForm = 'Use a keyed hash, truncate, or drop them.';
const holdSentences = (columns: number): string =>
  `${outputColumns(columns)} ${columns === 1 ? 'holds' : 'hold'} whole sentences, at least five different ` +
  `ones${columns === 1 ? '' : ' each'}.`;

/** What is said one after the other; nothing of a part that found nothing. */
function saysAll(parts: readonly (ReasonWords | null)[], fix: string): ReasonWords {
  const said = parts.filter((part) => part !== null);
  return says(said.map(({ message }) => message).join(' '), said.map(({ evidence }) => evidence).join(' '), fix);
}

const sayByValue = (which: string, found: FoundIn[]): ReasonWords | null => {
  const columns = new Set(found.map(({ column }) => column)).size;
  if (columns === 0) return null;
  return says(
    `${which} Whatever the columns are called, their values are: ${foundList(found)}.`,
    `${outputColumns(columns)} ${columns === 1 ? 'was' : 'were'} found by looking at every value.`,
  );
};

const hashesCanBeUndone = (columns: string[], undone: Undoing[], fix: string): ReasonWords =>
  says(
    `Hashes without a key can be undone by trying values: ${firstNames(columns)}. They are pseudonymised at ` +
      'best, and still personal data.',
    undone.length === 0 ? 'How fast was not measured.' : undone.map(undoing).join(' '),
    fix,
  );

export const e3Text = {
  title: 'Hashes instead of plain text',
  reasons: {
    'not-looked-at': () =>
      says(
        'Nobody looked at the values that would be written.',
        'The check needs the transformed rows.',
        'Run the recipe.',
      ),
    /** `byType`: columns that are identifiers or free text by their type, `hashed` and `kept` how many of them. */
    'left-in-anonymised': ({
      byType,
      hashed,
      kept,
      byValue,
      sentences,
    }: OfValues & OfSentences & { byType: string[]; hashed: number; kept: number }) =>
      saysAll(
        [
          byType.length === 0
            ? null
            : says(
                'An anonymised release may hold no identifier, online identifier or free text, hashed or not: ' +
                  `${firstNames(byType)}.`,
                `${outputColumns(hashed)} ${hashed === 1 ? 'is a hash' : 'are hashes'}, ${kept} ${asTheyWere(kept)}.`,
              ),
          sayByValue('An anonymised release may hold no identifier.', byValue),
          sentences.length === 0
            ? null
            : says(
                'An anonymised release may hold no text in people’s own words, whatever its column is called: ' +
                  `${firstNames(sentences)}.`,
                holdSentences(sentences.length),
              ),
        ],
        'Drop or redact these columns, or make it a pseudonymised release.',
      ),
    'none-in-anonymised': () => says('No identifier is left in the output.'),
    /** `byType`: columns that are identifiers by their type. */
    'in-plain-text': ({ byType, byValue }: OfValues & { byType: string[] }) =>
      saysAll(
        [
          byType.length === 0
            ? null
            : says(
                `Identifiers would leave in plain text: ${firstNames(byType)}.`,
                `${counted(byType.length, 'linked column')} ${asTheyWere(byType.length)}.`,
              ),
          sayByValue('Identifiers would leave in plain text.', byValue),
        ],
        'Use a keyed hash; for matching on a platform its own hash; or drop them.',
      ),
    'online-in-plain-text': ({ columns }: OfColumns) =>
      says(
        `Online identifiers or free text are in plain text: ${firstNames(columns)}. GDPR recital 30 counts them as ` +
          'means to find a person.',
        `${outputColumns(columns.length)} ${asTheyWere(columns.length)}.`,
        useOtherForm,
      ),
    'own-words': ({ columns }: OfColumns) =>
      says(
        `Text in people’s own words is in the output and can hold anything: ${firstNames(columns)}.`,
        holdSentences(columns.length),
        useOtherForm,
      ),
    'digests-of-the-source': ({ columns }: OfColumns) =>
      says(
        'Hashes that stood in the source would be written, and nothing tells that they were made with a key: ' +
          `${firstNames(columns)}.`,
        `${outputColumns(columns.length)} ${asTheyWere(columns.length)}. Whoever has a list of such values, for ` +
          'example of leaked addresses, can hash it and compare.',
        'Hash them once more under a key of your own, or drop them.',
      ),
    'hashes-for-platform': ({ columns, undone }: OfColumns & { undone: Undoing[] }) =>
      hashesCanBeUndone(
        columns,
        undone,
        'Give them to nobody but the platform, and delete the file once it is matched.',
      ),
    'hashes-without-key': ({ columns, undone }: OfColumns & { undone: Undoing[] }) =>
      hashesCanBeUndone(columns, undone, 'Use a keyed hash.'),
    'hashed-under-key': () => says('Identifiers are keyed hashes: pseudonymised, still personal data.'),
    'none-in-output': () => says('No identifier is in the output.'),
  },
};
