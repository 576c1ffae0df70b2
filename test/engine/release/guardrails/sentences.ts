import { guardrails } from '#shared/guardrails/index.ts';
import { e1Text } from '#shared/text/guardrails/e1-granular-tracking.ts';
import { e2Text } from '#shared/text/guardrails/e2-consent.ts';
import { e3Text } from '#shared/text/guardrails/e3-plain-identifiers.ts';
import { e4Text } from '#shared/text/guardrails/e4-origin-and-belief.ts';
import { e5Text } from '#shared/text/guardrails/e5-clinical-data.ts';
import { e6Text } from '#shared/text/guardrails/e6-bias.ts';
import { e7Text } from '#shared/text/guardrails/e7-minors.ts';
import { e9Text } from '#shared/text/guardrails/e9-customer-benefit.ts';
import { g1Text } from '#shared/text/guardrails/g1-lawfulness.ts';
import { g2Text } from '#shared/text/guardrails/g2-purpose-limitation.ts';
import { g3Text } from '#shared/text/guardrails/g3-data-minimisation.ts';
import { g4Text } from '#shared/text/guardrails/g4-accuracy.ts';
import { g5Text } from '#shared/text/guardrails/g5-storage-limitation.ts';
import { g6Text } from '#shared/text/guardrails/g6-confidentiality.ts';
import { g7Text } from '#shared/text/guardrails/g7-accountability.ts';
import { e8Text } from '#shared/text/guardrails/e8-time-to-keep.ts';
import { undoing } from '#shared/text/guardrails/undoing.ts';
import { byPreset, noColumns, type OfColumns, type ReasonWords } from '#shared/text/guardrails/words.ts';
import { catalogueKinds } from '#test/support/catalogue-kinds.ts';

const one = { columns: ['7001'] };
const purpose = '7001';
const many = [1, 2] as const;
const [g1, g2, g3, g4] = [g1Text.reasons, g2Text.reasons, g3Text.reasons, g4Text.reasons];
const [g5, g6, g7, e1] = [g5Text.reasons, g6Text.reasons, g7Text.reasons, e1Text.reasons];
const [e2, e3, e4, e5] = [e2Text.reasons, e3Text.reasons, e4Text.reasons, e5Text.reasons];
const [e6, e7, e8, e9] = [e6Text.reasons, e7Text.reasons, e8Text.reasons, e9Text.reasons];
/** What is said of one and of two, with a mark where the number stands. */
const of = (make: (count: number) => string): string[] => many.map((each) => make(each).replace(String(each), '7001'));
/** The same of a reason that counts its columns. */
const ofColumns = (say: (said: OfColumns) => ReasonWords): string[] =>
  of((count) => say({ columns: Array.from({ length: count }, () => 'x') }).evidence);
const notLess = (made: string): string => made.replaceAll('7001 rows', '7001 7009').replaceAll('7001 row', '7001 7009');
/** A list of columns can end in “and 2 more”, outside of the quotes. */
const open = (made: ReasonWords, mark = '7001'): string => made.message.replace(`“${mark}”`, mark);
const classes = { k: 7001, targetK: 7002, countsPeople: false, counted: ['7003'] };
const byLaw = { byLaw: ['7001'], byWorkspace: [] };
const ledger = {
  by: ['7001'],
  rows: 7001,
  withdrawn: 7002,
  refused: 7003,
  expired: 7004,
  pending: 7005,
  unknown: 7006,
};
const nothing = { byType: [], hashed: 0, kept: 0, byValue: [], sentences: [] };
/** What is said of one that stands in, without the limits that follow. */
const told = (found: Parameters<(typeof e4)['stands-in']>[0]['found'][number]): string =>
  e4['stands-in']({ ...one, found: [found], blocks: 80 }).evidence.replace(/ From 80.*$/, '');
const tooFew = e4['too-few-to-tell']({ tooFew: ['7001'] });
/** Without the sentence that every reason about classes begins with. */
const afterFirst = (said: string): string => said.replace(/^.*?\. /, '');

/** Examples of every sentence that takes a name or a count, with a mark where each stands. */
export const examples: Record<string, readonly string[]> = {
  byPreset: [byPreset],
  noColumns: [noColumns().message],
  barredHere: [open(e4['in-targeting']({ ...one, byLaw: [], byWorkspace: ['7001'] }))],
  'g1.basis-without-reason.message': [g1['basis-without-reason']({ purpose, without: 1, bases: 2 }).message],
  'g1.basis-without-reason.evidence': [
    '7001 of 7002 bases have no reason.',
    '7001 of 7002 basis has no reason.',
    '7001 of 7002 bases has no reason.',
  ],
  'g1.special-categories.message': [open(g1['special-categories'](one))],
  'g1.special-categories.evidence': ofColumns(g1['special-categories']),
  'g1.basis-by-preset.message': [g1['basis-by-preset']({ purpose }).message],
  'g1.basis-stated.message': [g1['basis-stated']({ purpose }).message],
  'g2.other-use.message': [g2['other-use']({ purpose }).message],
  'g2.other-use.evidence': [g2['other-use']({ purpose }).evidence],
  'g2.not-declared.message': [g2['not-declared']({ purpose }).message],
  'g2.not-declared.evidence': [g2['not-declared']({ purpose }).evidence],
  'g3.not-needed.message': [open(g3['not-needed']({ purpose, columns: ['7002'] }), '7002')],
  'g3.not-needed.evidence': ofColumns(({ columns }) => g3['not-needed']({ purpose, columns })),
  'g3.needed-by-preset.message': [open(g3['needed-by-preset']({ purpose, suggested: ['7002'] }), '7002')],
  'g3.all-needed.message': [g3['all-needed']({ needed: 1 }).message],
  'g3.all-needed.evidence': of((needed) => g3['all-needed']({ needed }).evidence),
  'g4.not-read.message': [
    open(g4['not-read']({ values: 7001, columns: ['7002'], steps: [] }), '7002'),
    open(g4['not-read']({ values: 1, columns: ['7002'], steps: [] }), '7002').replace('1 value', '7001 value'),
  ],
  'g4.not-read.evidence': ['Step 7001: 7002 rows of the source.', 'Step 7001: 7002 row of the source.'],
  'g5.undecided.message': [g5.undecided({ purpose }).message],
  'g5.undecided.evidence': [g5.undecided({ purpose }).evidence],
  'g5.days-without-reason.message': [g5['days-without-reason']({ purpose, days: 7002 }).message],
  'g5.days-without-reason.evidence': [g5['days-without-reason']({ purpose, days: 7002 }).evidence],
  'g5.days-by-preset.message': [g5['days-by-preset']({ purpose, days: 7002 }).message],
  'g5.decided.message': [g5.decided({ purpose, days: 7002 }).message],
  'g6.credentials.message': [open(g6.credentials(one))],
  'g6.credentials.evidence': ofColumns(g6.credentials),
  'g6.none-counted.message': [g6['none-counted'](classes).message],
  'g6.none-counted.evidence': ['Counted over 0 columns: k 7001, target 7002.'],
  'g6.classes-reach-target.message': [
    g6['classes-reach-target'](classes)
      .message.replace('“7003”', '7003')
      .replace(/7,?001 rows/, '7001 7009'),
  ],
  'g6.classes-reach-target.evidence': [
    'Counted over 7001 columns (7002): k 7003, target 7004.',
    'Counted over 7001 column (7002): k 7003, target 7004.',
  ],
  'g6.nearly-unique.message': [open(g6['nearly-unique']({ ...one, ...classes }))],
  'g6.nearly-unique.evidence': [afterFirst(g6['nearly-unique']({ ...one, ...classes }).evidence)],
  'g6.few-in-all.message': [notLess(g6['few-in-all'](classes).message.replace('7,001', '7001'))],
  'g6.small-classes-in-anonymised.message': [
    notLess(g6['small-classes-in-anonymised'](classes).message.replace('7,001', '7001')),
  ],
  'g6.small-classes.message': [notLess(g6['small-classes'](classes).message.replace('7,001', '7001'))],
  'g6.small-classes.no-row': [g6['small-classes']({ ...classes, k: 0 }).message],
  'g7.unconfirmed.message': [open(g7.unconfirmed(one))],
  'g7.unconfirmed.evidence': ofColumns(g7.unconfirmed),
  'e1.exact-in-targeting.message': [open(e1['exact-in-targeting'](one))],
  'e1.exact-in-output.message': [open(e1['exact-in-output'](one))],
  'e1.exact-in-output.evidence': ofColumns(e1['exact-in-output']),
  'e2.consent-not-checked.message': [e2['consent-not-checked'](one).message],
  'e2.consent-not-checked.evidence': ofColumns(e2['consent-not-checked']),
  'e2.without-consent-left-out.message': [open(e2['without-consent-left-out']({ by: ['7001'], rows: 1 }))],
  'e2.without-consent-left-out.evidence': of((rows) => e2['without-consent-left-out']({ by: [], rows }).evidence),
  'e2.ledger-left-out.message': [open(e2['ledger-left-out'](ledger))],
  'e2.ledger-left-out.evidence': [e2['ledger-left-out'](ledger).evidence],
  'e3.by-value.message': [e3['left-in-anonymised'], e3['in-plain-text']].map(
    (say) =>
      `7001${say({ ...nothing, byValue: [{ column: '7003', kind: 'email', rows: 1 }] })
        .message.replace(/^.*?\. /, '. ')
        .replace('“7003” (e-mail addresses in 1 row)', '7002')}`,
  ),
  'e3.by-value.evidence': of(
    (count) =>
      e3['in-plain-text']({
        byType: [],
        byValue: Array.from({ length: count }, (_, at) => ({ column: `x${at}`, kind: 'email', rows: 1 })),
      }).evidence,
  ),
  'e3.sentences.message': [open(e3['left-in-anonymised']({ ...nothing, sentences: ['7001'] }))],
  'e3.sentences.evidence': ofColumns(e3['own-words']),
  'e3.own-words.message': [open(e3['own-words'](one))],
  'e3.left-in-anonymised.message': [open(e3['left-in-anonymised']({ ...nothing, byType: ['7001'] }))],
  'e3.left-in-anonymised.evidence': many.flatMap((hashed) =>
    many.map((kept) =>
      e3['left-in-anonymised']({ ...nothing, byType: ['x'], hashed, kept })
        .evidence.replace(`${hashed} output`, '7001 output')
        .replace(`, ${kept} `, ', 7002 '),
    ),
  ),
  'e3.in-plain-text.message': [open(e3['in-plain-text']({ byType: ['7001'], byValue: [] }))],
  'e3.in-plain-text.evidence': ofColumns(({ columns }) => e3['in-plain-text']({ byType: columns, byValue: [] })),
  'e3.online-in-plain-text.message': [open(e3['online-in-plain-text'](one))],
  'e3.online-in-plain-text.evidence': ofColumns(e3['online-in-plain-text']),
  'e3.hashes-without-key.message': [open(e3['hashes-without-key']({ ...one, undone: [] }))],
  'e4.in-targeting.message': [open(e4['in-targeting']({ ...one, ...byLaw }))],
  'e4.in-targeting.evidence': ofColumns(({ columns }) => e4['in-targeting']({ columns, ...byLaw })),
  'e5.in-targeting.message': [open(e5['in-targeting']({ ...one, ...byLaw }))],
  'e4.goes-along.message': [open(e4['goes-along'](one))],
  'e4.goes-along.evidence': [e4['goes-along'](one).evidence],
  'standIn.blocks.message': [open(e4['stands-in']({ ...one, found: [], blocks: 80 }))],
  'standIn.warns.message': [open(e4['may-stand-in']({ ...one, found: [], warns: 70, blocks: 80 }))],
  'standIn.one': [told({ of: '7001', by: '7002', columns: 1, percent: 7003, low: 7004 })],
  'standIn.all': [told({ of: '7001', by: '', columns: 7002, percent: 7003, low: 7004 })],
  'standIn.blocks.evidence': [e4['stands-in']({ ...one, found: [], blocks: 7001 }).evidence.trim()],
  'standIn.warns.evidence': [e4['may-stand-in']({ ...one, found: [], warns: 7001, blocks: 7002 }).evidence.trim()],
  'standIn.none.message': [open(e4['no-stand-in']({ looked: ['7001'], warns: 70 }))],
  'standIn.none.evidence': [e4['no-stand-in']({ looked: ['x'], warns: 7001 }).evidence],
  'standIn.tooFew.message': [tooFew.message],
  'standIn.tooFew.evidence': [tooFew.evidence.replace('“7001”', '7001')],
  'e6.score-not-audited.message': [open(e6['score-not-audited'](one))],
  'e6.score-not-audited.evidence': ofColumns(e6['score-not-audited']),
  'e7.all-adults.message': [e7['all-adults']({ age: 18 }).message],
  'e7.minors-left-out.message': [e7['minors-left-out']({ age: 18, underAge: 1, unknownAge: 1 }).message],
  'e7.minors-left-out.evidence': many.flatMap((underAge) =>
    many.map((unknownAge) =>
      e7['minors-left-out']({ age: 18, underAge, unknownAge })
        .evidence.replace(`${underAge} row`, '7001 row')
        .replace(`, ${unknownAge} `, ', 7002 '),
    ),
  ),
  'e8.undated.message': [open(e8.undated(one))],
  'e8.undated.evidence': [e8.undated(one).evidence],
  'e8.emptied.message': [open(e8.emptied({ ...one, past: [] }))],
  'e8.emptied.evidence': [
    '"7001": 7002 rows older than 7003 days on the reference date.',
    '"7001": 7002 row older than 7003 days on the reference date.',
    '"7001": 7002 rows older than 7003 days on the reference date, 7004 rows without a day.',
    '"7001": 7002 rows older than 7003 days on the reference date, 7004 row without a day.',
    '"7001": 7002 row older than 7003 days on the reference date, 7004 rows without a day.',
    '"7001": 7002 row older than 7003 days on the reference date, 7004 row without a day.',
  ],
  'e9.no-benefit.message': [e9['no-benefit']().message],
  'e9.benefit-by-preset.message': [e9['benefit-by-preset']({ purpose }).message],
  'e9.benefit-stated.message': [e9['benefit-stated']({ purpose }).message],
  'undoing.list': [undoing({ by: 'list', column: '7001' })],
  'undoing.none': [e3['hashes-without-key']({ ...one, undone: [] }).evidence],
  'undoing.trying': [2, 1].map((undone) =>
    undoing({
      by: 'trying',
      column: '7001',
      values: 7002,
      perSecond: 7003,
      seconds: 9,
      tried: 7005,
      sample: 7006,
      undone,
    })
      .replace('about 9 seconds', '7004')
      .replace(`, ${undone} of`, ', 7007 of'),
  ),
};
const known = new Set(Object.values(examples).flat());
/** Reasons that always say the same, where no other says it already. */
for (const { id, reasons } of guardrails)
  for (const [code, say] of Object.entries(reasons) as [string, () => ReasonWords][]) {
    if (say.length > 0) continue;
    const words = say();
    for (const part of ['message', 'evidence'] as const) {
      if (words[part] === '' || known.has(words[part])) continue;
      known.add(words[part]);
      examples[`${id.toLowerCase()}.${code}.${part}`] = [words[part]];
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
