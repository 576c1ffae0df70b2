import { choice, items, may, mayMany, must, reference, references, text, texts } from '../field.ts';
import { recordKind } from '../record-kind.ts';

/**
 * What the columns of one dataset are for (GDPR Art. 5(1)(b)–(c)): the purposes they were collected for, and a reason
 * per purpose and column. Whatever is bound here may leave for another purpose only after the test of Art. 6(4).
 */
export const binding = recordKind({
  id: 'binding',
  bodyVersion: 1,
  prefix: 'BD',
  title: 'name',
  fields: {
    name: text({ need: 'rule' }),
    /** Id of a dataset of the workspace. */
    dataset: text({ need: 'rule' }),
    purposes: references('purpose', { need: 'law', law: 'GDPR Art. 5(1)(b)' }),
    cells: items(
      {
        purpose: must(reference('purpose')),
        columns: mayMany(texts()),
        needed: must(choice(['yes', 'no'])),
        why: may(text()),
      },
      { need: 'law', law: 'GDPR Art. 5(1)(c), 25(2)' },
    ),
  },
});
