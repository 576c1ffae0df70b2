import { expect } from 'vitest';
import type { GuardFinding } from '#shared/domain/guardrail.ts';
import type { ReleaseKind } from '#shared/domain/recipe-file.ts';
import { numberSaid } from '#test/support/catalogue-kinds.ts';
import { ranksFirst } from '#test/support/ranks-first.ts';
import {
  findingOf,
  filled,
  readable,
  has,
  asItWas,
  isHash,
  where,
  opOf,
  special,
  beliefs,
  isExact,
  points,
  holdsMail,
  ageOf,
  rowsOf,
  isNumber,
  unreadable,
  smallest,
} from './look.ts';
import { standingOf, today, type Case } from './people.ts';

type Check = (made: Case, answer: GuardFinding, said: string[]) => void;
const are =
  (test: (made: Case) => (name: string) => boolean): Check =>
  (made, { columns }) =>
    expect([...columns].sort()).toEqual(where(made, test(made)).sort());
const none =
  (test: (made: Case) => (name: string) => boolean): Check =>
  (made) =>
    expect(where(made, test(made))).toEqual([]);
const countsColumns: Check = (_, { columns }, [many]) => expect(numberSaid(many)).toBe(columns.length);
const notFor =
  (release: ReleaseKind): Check =>
  (made) =>
    expect(made.release).not.toBe(release);
const named: Check = (made, _, [title]) => expect(title).toBe(made.purpose?.title);
/** Of a purpose of the program, and of one that somebody wrote. */
const byPreset: Check = (made, _, [title]) =>
  expect([title, true]).toEqual([made.purpose?.title, made.purpose?.preset]);
const own: Check = (made, _, [title]) => expect([title, false]).toEqual([made.purpose?.title, made.purpose?.preset]);
const noPurpose: Check = (made) => expect(made.purpose).toBeNull();
const onConsent = (made: Case): boolean => made.purpose!.lawfulBases.some(({ basis }) => basis === 'consent');
/** Names in full: those that a sentence cuts are not found again. */
const listed = (names: string): string[] =>
  [...names.matchAll(/“([^”]+)”/g)].flatMap(([, name]) => (name!.endsWith('…') ? [] : [name!]));
/** k of the columns that the guardrail counts, and whether it says rows. */
const classIs: Check = (made, { columns, evidence }, [size]) => {
  const counted = columns.length > 0 ? columns : listed(/\((.*?)\)/.exec(evidence)?.[1] ?? '');
  if (!evidence.includes(' more') && [...made.source.values()][0]!.length <= 400)
    expect(numberSaid(size)).toBe(smallest(made, counted));
};

/** A source cell as people read it: nothing is null. */
const sourceText = (made: Case, name: string, row: number): string | null =>
  made.source.get(name)![row]?.trim() || null;
const standIn: Check = (made, { columns }) => {
  expect(made.release).toBe('targeting');
  for (const name of columns) expect([readable(made).includes(name), has(made, special)(name)]).toEqual([true, false]);
};
/** How every kind of sentence is computed again. */
export const checks: Record<string, Check> = {
  byPreset: (made) => expect(made.purpose?.preset).toBe(true),
  noColumns: (made) =>
    expect(
      made.release === 'targeting' || made.purpose !== null
        ? readable(made).filter((name) => findingOf(made, name) !== undefined)
        : [],
    ).toEqual([]),
  barredHere: are((made) => has(made, ['financial'])),
  'g1.no-purpose.message': noPurpose,
  'g1.no-purpose.evidence': noPurpose,
  'g1.basis-without-reason.message': named,
  'g1.basis-without-reason.evidence': (made, _, [without, bases]) =>
    expect([numberSaid(without), numberSaid(bases)]).toEqual([
      made.purpose!.lawfulBases.filter(({ why }) => why.trim() === '').length,
      made.purpose!.lawfulBases.length,
    ]),
  'g1.special-categories.message': are((made) => has(made, special)),
  'g1.special-categories.evidence': countsColumns,
  'g1.basis-by-preset.message': byPreset,
  'g1.basis-stated.message': (made, answer, said) => {
    own(made, answer, said);
    none((each) => has(each, special))(made, answer, said);
  },
  'g2.no-purpose.message': noPurpose,
  'g2.other-use.message': named,
  'g2.other-use.evidence': (made) => expect(made.purpose!.targeting).toBe(false),
  'g2.not-declared.message': named,
  'g2.not-declared.evidence': (made) => expect(made.purpose).not.toBeNull(),
  'g3.no-purpose.message': noPurpose,
  'g3.not-needed.message': are(
    (made) => (name) =>
      !made.purpose!.dataNeeded.some(
        ({ types }) => types.includes(findingOf(made, name).type) || types.includes(findingOf(made, name).category),
      ),
  ),
  'g3.not-needed.evidence': countsColumns,
  'g3.needed-by-preset.message': (made, answer, [title, names]) => {
    byPreset(made, answer, [title!]);
    for (const name of listed(names!)) expect(readable(made)).toContain(name);
  },
  'g3.all-needed.message': none(
    (made) => (name) =>
      !made.purpose!.dataNeeded.some(
        ({ types }) => types.includes(findingOf(made, name).type) || types.includes(findingOf(made, name).category),
      ),
  ),
  'g3.all-needed.evidence': (made, _, [columns]) =>
    expect([numberSaid(columns), made.purpose!.preset]).toEqual([readable(made).length, false]),
  'g4.not-read.message': (made, { columns }, [values]) => {
    const counts = columns.map((name) => unreadable(made, name));
    if (!counts.includes(null)) expect(numberSaid(values)).toBe(counts.reduce((sum: number, each) => sum + each!, 0));
    // What is written of them is empty.
    for (const name of columns)
      expect(
        made.out
          .get(name)!
          .every(
            (cell, at) =>
              (cell ?? '') === '' || isNumber(made.source.get(name)![made.rids[at]!]) || !/^(?:Age|Spent)$/.test(name),
          ),
      ).toBe(true);
  },
  'g4.not-read.evidence': (made, _, [place, rows]) => {
    const [name] = made.steps[Number(place) - 1]!.settings['columns'] as string[];
    expect(numberSaid(rows)).toBe(unreadable(made, name!) ?? numberSaid(rows));
  },
  'g4.nothing-read.message': (made) =>
    expect(
      made.steps.filter(
        ({ op, enabled }) => enabled && ['age-bands', 'truncate-date', 'numeric-bins', 'round-number'].includes(op),
      ),
    ).toEqual([]),
  'g4.all-read.message': (made) => {
    for (const { op, settings } of made.steps)
      if (['age-bands', 'truncate-date', 'numeric-bins', 'round-number'].includes(op))
        for (const name of settings['columns'] as string[])
          expect(
            (made.out.get(name) ?? []).every(
              (cell, at) => (cell ?? '') !== '' || (made.source.get(name)![made.rids[at]!] ?? '') === '',
            ),
          ).toBe(true);
  },
  'g5.no-purpose.message': noPurpose,
  'g5.undecided.message': named,
  'g5.undecided.evidence': (made) => expect(made.purpose!.retentionDays).toBeNull(),
  'g5.days-without-reason.message': (made, _, [title, days]) =>
    expect([title, numberSaid(days)]).toEqual([made.purpose!.title, made.purpose!.retentionDays]),
  'g5.days-without-reason.evidence': (made) => expect(made.purpose!.retentionWhy.trim()).toBe(''),
  'g5.days-by-preset.message': (made, answer, [title, days]) => {
    byPreset(made, answer, [title!]);
    expect(numberSaid(days)).toBe(made.purpose!.retentionDays);
  },
  'g5.decided.message': (made, _, [title, days]) =>
    expect([title, numberSaid(days)]).toEqual([made.purpose!.title, made.purpose!.retentionDays]),
  'g6.credentials.message': are((made) => (name) => has(made, ['credentials'])(name) && !isHash(made)(name)),
  'g6.credentials.evidence': countsColumns,
  'g6.none-counted.message': (made, { evidence }) => expect(evidence).toContain('Counted over 0 columns'),
  'g6.classes-reach-target.evidence': (made, answer, [columns, names, size]) => {
    if (names!.includes(' more')) expect(numberSaid(columns)).toBe(5 + numberSaid(/and (\d+) more/.exec(names!)?.[1]));
    else expect(numberSaid(columns)).toBe(listed(names!).length);
    classIs(made, { ...answer, columns: [] }, [size!]);
  },
  'g6.none-counted.evidence': (made, _, [size]) =>
    expect([made.rids.length > 0, numberSaid(size) <= made.rids.length]).toEqual([true, true]),
  'g6.nearly-unique.message': (made, { columns }) => {
    for (const name of columns)
      expect(new Set(made.out.get(name)).size).toBeGreaterThanOrEqual(0.85 * made.rids.length);
  },
  'g6.nearly-unique.evidence': (made, { columns }) =>
    expect(
      smallest(
        made,
        where(made, (name) => !columns.includes(name)),
      ),
    ).toBeGreaterThan(1),
  'g6.classes-reach-target.message': (made, answer, [, size]) => classIs(made, answer, [size!]),
  'g6.few-in-all.message': (made, _, [size]) => expect(numberSaid(size)).toBe(made.rids.length),
  'g6.small-classes-in-anonymised.message': classIs,
  'g6.small-classes.message': classIs,
  'g6.small-classes.no-row': (made) => expect(made.rids).toEqual([]),
  'g7.no-workspace.message': (made) => expect(made.workspace).toBe(false),
  'g7.unconfirmed.message': (made, { columns }) => expect(columns).toEqual(made.unconfirmed),
  'g7.unconfirmed.evidence': countsColumns,
  'g7.accounted-for.message': (made) => expect([made.workspace, made.unconfirmed]).toEqual([true, []]),
  'e1.exact-in-targeting.message': are(isExact),
  'e1.exact-in-output.message': are(isExact),
  'e1.exact-in-output.evidence': countsColumns,
  'e1.nothing-exact.message': none(isExact),
  'e2.no-consent-column.message': (made) =>
    expect([onConsent(made), made.findings.filter(({ flags }) => flags.includes('consent'))]).toEqual([true, []]),
  'e2.no-consent-column.evidence': (made) =>
    expect(made.findings.some(({ type, flags }) => flags.includes('consent') || /consent/.test(type))).toBe(false),
  'e2.consent-not-checked.message': (made) => expect([onConsent(made), made.release]).toEqual([true, 'pseudonymised']),
  'e2.consent-not-checked.evidence': (made, { columns }, [many]) =>
    expect([numberSaid(many), columns]).toEqual([
      made.findings.filter(({ flags }) => flags.includes('consent')).length,
      made.findings.filter(({ flags }) => flags.includes('consent')).map(({ name }) => name),
    ]),
  'e2.without-consent-left-out.message': (made, _, [names]) => {
    if (made.source.has('Key'))
      for (const name of listed(names!))
        expect(made.rids.every((row) => made.source.get(name)![row] === 'yes')).toBe(true);
  },
  'e2.without-consent-left-out.evidence': (made, _, [rows]) =>
    expect(numberSaid(rows)).toBe(
      rowsOf(made).filter((row) => (ageOf(made, row) ?? 0) >= 18 && made.source.get('Agreed')![row] !== 'yes').length,
    ),
  'e2.no-purpose.message': noPurpose,
  'e2.ledger-left-out.message': (made, _, [names]) => {
    expect(listed(names!)).toEqual(['Key']);
    expect(
      made.rids.map((row) => standingOf(made.source.get('Key')![row]!)).filter((each) => each !== 'valid'),
    ).toEqual([]);
  },
  'e2.ledger-left-out.evidence': (made, _, numbers) => {
    const of = (standing: string): number =>
      made.source.get('Key')!.filter((key) => standingOf(key!) === standing).length;
    const parts = ['withdrawn', 'refused', 'expired', 'pending', 'unknown'].map(of);
    expect(numbers.map(numberSaid)).toEqual([parts.reduce((sum, part) => sum + part, 0), ...parts]);
  },
  'e2.ledger-knows-nobody.message': (made) => expect([onConsent(made), made.rids]).toEqual([true, []]),
  'e2.ledger-knows-nobody.evidence': (made) => expect(made.rids).toEqual([]),
  'e2.other-basis.message': (made) => expect(made.purpose !== null && onConsent(made)).toBe(false),
  'e2.covers-anonymising.message': (made) => expect(made.release).toBe('anonymised'),
  'e3.by-value.message': (made, _, [, found]) => {
    for (const [, name, rows] of found!.matchAll(/“([^”]+)” \(e-mail addresses in ([\d,]+) rows?\)/g))
      expect([name, numberSaid(rows)]).toEqual([name, filled(made.out.get(name!)).filter(holdsMail).length]);
  },
  'e3.by-value.evidence': (_, { message }, [many]) =>
    expect(numberSaid(many)).toBe(new Set([...message.matchAll(/“([^”]+)” \(/g)].map(([, name]) => name)).size),
  'e3.sentences.message': (made, _, [names]) =>
    listed(names!).forEach((name) =>
      expect(
        new Set(filled(made.out.get(name)).filter((cell) => cell.split(/\s+/).length >= 5)).size,
      ).toBeGreaterThanOrEqual(5),
    ),
  'e3.sentences.evidence': (made, { message }, [many]) =>
    expect(numberSaid(many)).toBe(
      listed(
        /own words[^:]*: (.*?)\.(?: |$)/.exec(message.replace(' is in the output and can hold anything', ''))?.[1] ??
          '',
      ).length,
    ),
  'e3.own-words.message': (made, { columns }) =>
    columns.forEach((name) =>
      expect(
        new Set(filled(made.out.get(name)).filter((cell) => cell.split(/\s+/).length >= 5)).size,
      ).toBeGreaterThanOrEqual(5),
    ),
  'e3.left-in-anonymised.message': (made, _, [names]) => {
    if (!names!.includes(' more'))
      expect(listed(names!).sort()).toEqual(
        where(made, (name) => isHash(made)(name) || (points(made)(name) && asItWas(made)(name))).sort(),
      );
  },
  'e3.left-in-anonymised.evidence': (made, _, [hashed, kept]) =>
    expect([numberSaid(hashed), numberSaid(kept)]).toEqual([
      where(made, isHash(made)).length,
      where(made, (name) => points(made)(name) && asItWas(made)(name)).length,
    ]),
  'e3.in-plain-text.message': (made, _, [names]) => {
    if (!names!.includes(' more'))
      expect(listed(names!).sort()).toEqual(
        where(made, (name) => findingOf(made, name).class === 'linked' && asItWas(made)(name)).sort(),
      );
  },
  'e3.in-plain-text.evidence': (made, _, [many]) =>
    expect(numberSaid(many)).toBe(
      where(made, (name) => findingOf(made, name).class === 'linked' && asItWas(made)(name)).length,
    ),
  // Cells of those past their time are empty; the others are as they were.
  'e3.online-in-plain-text.message': (made, { columns }) =>
    columns.forEach((name) => {
      const cells = made.out.get(name)!.map((cell, at) => [cell ?? '', made.source.get(name)![made.rids[at]!] ?? '']);
      const left = cells.filter(([cell]) => cell !== '');
      expect(left.length === 0 && cells.length > 0).toBe(false);
      expect(left.every(([cell, before]) => cell === before)).toBe(true);
    }),
  'e3.online-in-plain-text.evidence': countsColumns,
  'e3.hashes-without-key.message': (made, { columns }) => expect(columns).toEqual(opOf(made, 'platform-hash')),
  'e3.none-in-anonymised.message': none(
    (made) => (name) =>
      isHash(made)(name) || (points(made)(name) && asItWas(made)(name)) || filled(made.out.get(name)).some(holdsMail),
  ),
  'e3.hashed-under-key.message': (made) => expect(where(made, isHash(made)).length).toBeGreaterThan(0),
  'e3.none-in-output.message': none(
    (made) => (name) => isHash(made)(name) || filled(made.out.get(name)).some(holdsMail),
  ),
  'e4.in-targeting.message': are((made) => has(made, beliefs)),
  'e4.in-targeting.evidence': countsColumns,
  'e4.none-in-output.evidence': (made, { id }) =>
    expect(
      made.findings.filter(({ flags }) => flags.some((flag) => (id === 'E5' ? ['health'] : beliefs).includes(flag))),
    ).toEqual([]),
  'e4.none-in-output.message': none((made) => has(made, beliefs)),
  'e4.goes-along.message': are(
    (made) => (name) =>
      /^(?:last_name|maiden_name|full_name|nationality|citizenship|language|place_of_birth|country_of_birth)$/.test(
        findingOf(made, name).type,
      ),
  ),
  'e4.goes-along.evidence': (made) =>
    expect(made.findings.filter(({ flags }) => flags.includes('race_ethnicity'))).toEqual([]),
  'e4.not-for-targeting.message': notFor('targeting'),
  'e5.in-targeting.message': are((made) => has(made, ['health'])),
  'e5.none-in-output.message': none((made) => has(made, ['health'])),
  'standIn.blocks.message': standIn,
  'standIn.warns.message': standIn,
  'standIn.one': (made, _, [of, by, percent, low]) => {
    expect(has(made, special)(of!)).toBe(true);
    const parts = by!.split(' + ').map((name) => made.out.get(name)!);
    const together = made.rids.map((__, at) => JSON.stringify(parts.map((cells) => cells[at])));
    const area =
      100 *
      ranksFirst(
        together,
        made.rids.map((row) => sourceText(made, of!, row)),
      );
    // Of so many rows not all are taken.
    const drawn = made.rids.length > 8000 ? 3 : 1;
    expect(area).toBeGreaterThanOrEqual(numberSaid(percent) - drawn);
    expect(numberSaid(low)).toBeLessThanOrEqual(numberSaid(percent));
  },
  'standIn.all': (made, _, [of, columns]) => {
    expect(has(made, special)(of!)).toBe(true);
    expect(numberSaid(columns)).toBeLessThanOrEqual(readable(made).length);
  },
  'standIn.blocks.evidence': (made, _, [blocks]) => expect(numberSaid(blocks)).toBe(80),
  'standIn.warns.evidence': (made, _, [warns, blocks]) =>
    expect([numberSaid(warns), numberSaid(blocks)]).toEqual([70, 80]),
  'standIn.none.message': (made, _, [names]) => {
    for (const of of listed(names!)) {
      expect(has(made, special)(of)).toBe(true);
      const sought = made.rids.map((row) => sourceText(made, of, row));
      // Learned from the rows that it is held against, it tells somewhat more than of others.
      for (const name of readable(made))
        if (new Set(made.out.get(name)).size <= 12) expect(ranksFirst(made.out.get(name)!, sought)).toBeLessThan(0.8);
    }
  },
  'standIn.none.evidence': (made, _, [warns]) => expect(numberSaid(warns)).toBe(70),
  'standIn.tooFew.message': none((made) => has(made, special)),
  'standIn.tooFew.evidence': (made, _, [names]) => {
    for (const of of listed(names!)) expect(has(made, special)(of)).toBe(true);
  },
  'e6.score-not-audited.message': are(
    (made) => (name) => /score|label|prediction|propensity/.test(findingOf(made, name).type),
  ),
  'e6.score-not-audited.evidence': countsColumns,
  'e6.no-score.message': none((made) => (name) => /churn_label/.test(findingOf(made, name).type)),
  'e7.no-age.message': (made) => expect(rowsOf(made).every((row) => ageOf(made, row) === null)).toBe(true),
  'e7.no-age.evidence': (made) =>
    expect(
      made.findings.filter(({ type }) => ['date_of_birth', 'age', 'birth_year', 'age_group'].includes(type)),
    ).toEqual([]),
  'e7.all-adults.message': (made) =>
    expect([made.rids.every((row) => (ageOf(made, row) ?? 99) >= 18), made.rids.length]).toEqual([
      true,
      rowsOf(made).length,
    ]),
  'e7.minors-left-out.message': (made) => {
    if (made.source.has('Key')) expect(made.rids.every((row) => (ageOf(made, row) ?? 0) >= 18)).toBe(true);
  },
  'e7.minors-left-out.evidence': (made, _, [minors, unknown]) => {
    if (!made.source.has('Key')) return;
    const ages = rowsOf(made).map((row) => ageOf(made, row));
    expect([numberSaid(minors), numberSaid(unknown)]).toEqual([
      ages.filter((age) => age !== null && age < 18).length,
      ages.filter((age) => age === null).length,
    ]);
  },
  'e8.emptied.message': (made, { columns }) =>
    expect(columns.every((name) => readable(made).includes(name))).toBe(true),
  'e8.emptied.evidence': (made, _, [name, rows, days, undated = '0']) => {
    const oldest = new Date(Date.parse(today) - numberSaid(days) * 86_400_000).toISOString().slice(0, 10);
    if (!made.source.has('Key')) return;
    const seen = made.rids
      .filter((row) => (made.source.get(name!)![row] ?? '') !== '')
      .map((row) => (made.source.get('Seen')![row] ?? '').slice(0, 10));
    expect([numberSaid(rows), numberSaid(undated)]).toEqual([
      seen.filter((day) => day !== '' && day < oldest).length,
      seen.filter((day) => day === '').length,
    ]);
  },
  'e8.none-past-limit.message': (made) => {
    if (made.source.has('Key'))
      expect(made.rids.every((row) => (made.source.get('Seen')![row] ?? '').slice(0, 10) >= '2026-08-25')).toBe(true);
  },
  'e8.undated.message': (made, { columns }) =>
    expect([made.release === 'anonymised', columns.every((name) => readable(made).includes(name))]).toEqual([
      false,
      true,
    ]),
  'e8.undated.evidence': (made) => expect(made.source.has('Seen')).toBe(false),
  'e8.none-dated.message': (made) => {
    if (made.source.has('Key')) expect(made.release !== 'anonymised' && readable(made).includes('cookie')).toBe(false);
  },
  // Said of the output that the hash stands in: what lies in the range is found where all of it is tried.
  'undoing.trying': (_, __, said) => {
    const [values = 0, , , tried = 0, undone = 0, sample = 0] = said.slice(1).map(numberSaid);
    expect(tried).toBeLessThanOrEqual(values);
    expect(undone).toBeLessThanOrEqual(sample);
    if (tried === values) expect(undone).toBe(sample);
  },
  'e9.no-benefit.message': (made) => expect(made.purpose?.customerBenefit.trim() ?? '').toBe(''),
  'e9.no-purpose.evidence': noPurpose,
  'e9.no-benefit.evidence': (made) => expect(made.purpose!.customerBenefit.trim()).toBe(''),
  'e9.benefit-by-preset.message': byPreset,
  'e9.benefit-stated.message': own,
};
/** What claims nothing of rows or columns. */
export const withoutClaim = [
  'e3.not-looked-at.message',
  'e3.not-looked-at.evidence',
  'g6.not-measured.message',
  'g6.nobodys-rows.message',
  'undoing.list',
  'undoing.none',
  'g7.no-workspace.evidence',
];
