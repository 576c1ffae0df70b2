import { guardrailsText as text } from '#shared/text/guardrails.ts';
import { catalogueKinds } from '#test/support/catalogue-kinds.ts';

const one = ['7001'];
const many = [1, 2] as const;
const { g1, g2, g3, g4, g5, g6, g7, e1, e2, e3, e4, e5, e6, e7, e8, e9, reversal } = text;
const of = (make: (count: number) => string): string[] => many.map((each) => make(each).replace(String(each), '7001'));
const notLess = (made: string): string => made.replaceAll('7001 rows', '7001 7009').replaceAll('7001 row', '7001 7009');
/** A list of columns can end in “and 2 more”, outside of the quotes. */
const open = (made: string, mark = '7001'): string => made.replace(`“${mark}”`, mark);
/** Examples of every sentence that takes a name or a count, with a mark where each stands. */
export const examples: Record<string, readonly string[]> = {
  noColumns: [text.noColumns],
  barredHere: [open(text.barredHere(one))],
  'g1.noReason.message': [g1.noReason.message('7001')],
  'g1.noReason.evidence': [
    '7001 of 7002 bases have no reason.',
    '7001 of 7002 basis has no reason.',
    '7001 of 7002 bases has no reason.',
  ],
  'g1.special.message': [open(g1.special.message(one))],
  'g1.special.evidence': of(g1.special.evidence),
  'g1.pass': [g1.pass('7001')],
  'g2.otherUse.message': [g2.otherUse.message('7001')],
  'g2.pass': [g2.pass('7001')],
  'g3.spare.message': [open(g3.spare.message('7001', ['7002']), '7002')],
  'g3.spare.evidence': of(g3.spare.evidence),
  'g3.pass': [g3.pass],
  'g3.passEvidence': of(g3.passEvidence),
  'g4.unread.message': [
    open(g4.unread.message(7001, ['7002']), '7002'),
    open(g4.unread.message(1, ['7002']), '7002').replace('1 value', '7001 value'),
  ],
  'g4.unread.evidence': ['Step 7001: 7002 rows of the source.', 'Step 7001: 7002 row of the source.'],
  'g4.nothingRead': [g4.nothingRead],
  'g4.pass': [g4.pass],
  'g5.undecided.message': [g5.undecided.message('7001')],
  'g5.noReason.message': [g5.noReason.message('7001', 7002)],
  'g5.pass': [g5.pass('7001', 7002)],
  'g6.secret.message': [open(g6.secret.message(one))],
  'g6.secret.evidence': of(g6.secret.evidence),
  'g6.noneCounted': [g6.noneCounted],
  'g6.evidence': [
    'Counted over 7001 columns (7002): k 7003, target 7004.',
    'Counted over 7001 column (7002): k 7003, target 7004.',
  ],
  'g6.evidenceOfNone': ['Counted over 0 columns: k 7001, target 7002.'],
  'g6.nearlyUnique.message': [open(g6.nearlyUnique.message(one))],
  'g6.nearlyUnique.evidence': [g6.nearlyUnique.evidence('').trim()],
  'g6.pass': [
    notLess(g6.pass(7002, false, one).replace('“7001”', '7003')).replace('7002 rows', '7002 7009'),
    'No column is counted; there are 7002 7009 in all.',
  ],
  'g6.fewInAll.message': [g6.fewInAll.message(7001, false, 7002).replace('7001 rows', '7001 7009')],
  'g6.small.anonymised': [g6.small.anonymised(7001, false, 7002).replace('7001 rows', '7001 7009')],
  'g6.small.otherwise': [g6.small.otherwise(7001, false, 7002).replace('7001 rows', '7001 7009')],
  'g6.small.noRow': [g6.small.anonymised(0, false, 7001)],
  'g7.unconfirmed.message': [open(g7.unconfirmed.message(one))],
  'g7.unconfirmed.evidence': of(g7.unconfirmed.evidence),
  'g7.pass': [g7.pass],
  'e1.targeting': [open(e1.targeting(one))],
  'e1.otherwise': [open(e1.otherwise(one))],
  'e1.evidence': of(e1.evidence),
  'e1.pass': [e1.pass],
  'e2.unchecked.evidence': of(e2.unchecked.evidence),
  'e2.passLeftOut': [open(e2.passLeftOut(one))],
  'e2.leftOut': of(e2.leftOut),
  'e2.passOtherBasis': [e2.passOtherBasis],
  'e2.passAnonymous': [e2.passAnonymous],
  'e3.values.message': ['anonymised', 'other'].map(
    (release) =>
      `7001${e3.values
        .message(release as 'other', [{ column: '7003', kind: 'email', rows: 1 }])
        .replace(/^.*?\. /, '. ')
        .replace('“7003” (e-mail addresses in 1 row)', '7002')}`,
  ),
  'e3.values.evidence': of(e3.values.evidence),
  'e3.sentences.message': [open(e3.sentences.message(one))],
  'e3.sentences.evidence': of(e3.sentences.evidence),
  'e3.sentencesElsewhere.message': [open(e3.sentencesElsewhere.message(one))],
  'e3.anonymised.message': [open(e3.anonymised.message(one))],
  'e3.anonymised.evidence': many.flatMap((hashed) =>
    many.map((kept) =>
      e3.anonymised.evidence(hashed, kept).replace(`${hashed} output`, '7001 output').replace(`, ${kept} `, ', 7002 '),
    ),
  ),
  'e3.plain.message': [open(e3.plain.message(one))],
  'e3.plain.evidence': of(e3.plain.evidence),
  'e3.online.message': [open(e3.online.message(one))],
  'e3.online.evidence': of(e3.online.evidence),
  'e3.unkeyed.message': [open(e3.unkeyed.message(one))],
  'e3.passAnonymised': [e3.passAnonymised],
  'e3.passHashed': [e3.passHashed],
  'e3.passNone': [e3.passNone],
  'e4.message': [open(e4.message(one))],
  'e4.evidence': of(e4.evidence),
  'e4.pass': [e4.pass],
  'e4.notForTargeting': [e4.notForTargeting],
  'e5.message': [open(e5.message(one))],
  'e5.pass': [e5.pass],
  'e6.message': [open(e6.message(one))],
  'e6.evidence': of(e6.evidence),
  'e6.pass': [e6.pass],
  'e7.passAdults': [e7.passAdults(18)],
  'e7.passLeftOut': [e7.passLeftOut(18)],
  'e7.leftOut': many.flatMap((minors) =>
    many.map((unknown) =>
      e7.leftOut(18, minors, unknown).replace(`${minors} row`, '7001 row').replace(`, ${unknown} `, ', 7002 '),
    ),
  ),
  'e8.message': [open(e8.message(one))],
  'e8.evidence': [
    '"7001": 7002 rows older than 7003 days on the reference date.',
    '"7001": 7002 row older than 7003 days on the reference date.',
  ],
  'e8.pass': [e8.pass],
  'e8.passNoDate': [e8.passNoDate],
  'e9.message': [e9.message],
  'e9.noPurpose': [e9.noPurpose],
  'e9.noBenefit': [e9.noBenefit],
  'e9.pass': [e9.pass('7001')],
  'reversal.byList': [reversal.byList],
  'reversal.byTrying': [reversal.byTrying('7001', '7002')],
};
for (const [rule, notes] of Object.entries(text)) {
  if (typeof notes !== 'object') continue;
  for (const [key, note] of Object.entries(notes as Record<string, unknown>))
    if (typeof note === 'object' && note !== null)
      for (const part of ['message', 'evidence']) {
        const said = (note as Record<string, unknown>)[part];
        if (typeof said === 'string' && said !== '') examples[`${rule}.${key}.${part}`] ??= [said];
      }
}
/** Every sentence of the guardrails by its path, with the pattern of what it says. */
export const kinds = catalogueKinds(Object.fromEntries(Object.keys(examples).map((kind) => [kind, ''])), examples);

/** A text as sentences of the catalogue one after the other; null where it is not made of them. */
export function sentencesOf(said: string): { kind: string; said: string[] }[] | null {
  if (said === '') return [];
  const ends = [...said.matchAll(/\.(?= |$)/g)].map(({ index }) => index + 1).reverse();
  let best: { kind: string; said: string[] }[] | null = null;
  for (const end of ends)
    for (const [kind, pattern] of kinds) {
      const match = pattern.exec(said.slice(0, end));
      if (!match) continue;
      const rest = sentencesOf(said.slice(end).trim());
      if (rest === null) continue;
      const found = [{ kind, said: match.slice(1).filter((part) => part !== undefined) }, ...rest];
      const open = (list: typeof found): number => list.reduce((sum, each) => sum + each.said.join('').length, 0);
      if (best === null || open(found) < open(best)) best = found;
    }
  return best;
}
