import { expect } from 'vitest';
import type { GuardFinding } from '#shared/domain/guardrail.ts';
import type { ReleaseKind } from '#shared/domain/recipe-file.ts';
import { numberSaid } from '#test/support/catalogue-kinds.ts';
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
import { today, type Case } from './people.ts';

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
const noPurpose: Check = (made) => expect(made.purpose).toBeNull();
const onConsent = (made: Case): boolean => made.purpose!.lawfulBases.some(({ basis }) => basis === 'consent');
const listed = (names: string): string[] => [...names.matchAll(/“([^”]+)”/g)].map(([, name]) => name!);
/** k of the columns that the guardrail counts, and whether it says rows. */
const classIs: Check = (made, { columns, evidence }, [size]) => {
  const counted = columns.length > 0 ? columns : listed(/\((.*?)\)/.exec(evidence)?.[1] ?? '');
  if (!evidence.includes(' more') && [...made.source.values()][0]!.length <= 400)
    expect(numberSaid(size)).toBe(smallest(made, counted));
};

/** How every kind of sentence is computed again. */
export const checks: Record<string, Check> = {
  noColumns: (made) =>
    expect(
      made.release === 'targeting' || made.purpose !== null
        ? readable(made).filter((name) => findingOf(made, name) !== undefined)
        : [],
    ).toEqual([]),
  barredHere: are((made) => has(made, ['financial'])),
  'g1.noPurpose.message': noPurpose,
  'g1.noPurpose.evidence': noPurpose,
  'g1.noReason.message': named,
  'g1.noReason.evidence': (made, _, [without, bases]) =>
    expect([numberSaid(without), numberSaid(bases)]).toEqual([
      made.purpose!.lawfulBases.filter(({ why }) => why.trim() === '').length,
      made.purpose!.lawfulBases.length,
    ]),
  'g1.special.message': are((made) => has(made, special)),
  'g1.special.evidence': countsColumns,
  'g1.pass': (made, answer, said) => {
    named(made, answer, said);
    none((each) => has(each, special))(made, answer, said);
  },
  'g2.noPurpose.message': noPurpose,
  'g2.noPurpose.evidence': noPurpose,
  'g2.otherUse.message': named,
  'g2.otherUse.evidence': (made) => expect(made.purpose!.targeting).toBe(false),
  'g2.pass': named,
  'g3.noPurpose.message': noPurpose,
  'g3.spare.message': are(
    (made) => (name) =>
      !made.purpose!.dataNeeded.some(
        ({ types }) => types.includes(findingOf(made, name).type) || types.includes(findingOf(made, name).category),
      ),
  ),
  'g3.spare.evidence': countsColumns,
  'g3.pass': none(
    (made) => (name) =>
      !made.purpose!.dataNeeded.some(
        ({ types }) => types.includes(findingOf(made, name).type) || types.includes(findingOf(made, name).category),
      ),
  ),
  'g3.passEvidence': (made, _, [kinds]) =>
    expect(numberSaid(kinds)).toBe(new Set(made.purpose!.dataNeeded.flatMap(({ types }) => types)).size),
  'g4.unread.message': (made, { columns }, [values]) => {
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
  'g4.unread.evidence': (made, _, [place, rows]) => {
    const [name] = made.steps[Number(place) - 1]!.settings['columns'] as string[];
    expect(numberSaid(rows)).toBe(unreadable(made, name!) ?? numberSaid(rows));
  },
  'g4.nothingRead': (made) =>
    expect(
      made.steps.filter(
        ({ op, enabled }) => enabled && ['age-bands', 'truncate-date', 'numeric-bins', 'round-number'].includes(op),
      ),
    ).toEqual([]),
  'g4.pass': (made) => {
    for (const { op, settings } of made.steps)
      if (['age-bands', 'truncate-date', 'numeric-bins', 'round-number'].includes(op))
        for (const name of settings['columns'] as string[])
          expect(
            (made.out.get(name) ?? []).every(
              (cell, at) => (cell ?? '') !== '' || (made.source.get(name)![made.rids[at]!] ?? '') === '',
            ),
          ).toBe(true);
  },
  'g5.noPurpose.message': noPurpose,
  'g5.undecided.message': named,
  'g5.undecided.evidence': (made) => expect(made.purpose!.retentionDays).toBeNull(),
  'g5.noReason.message': (made, _, [title, days]) =>
    expect([title, numberSaid(days)]).toEqual([made.purpose!.title, made.purpose!.retentionDays]),
  'g5.noReason.evidence': (made) => expect(made.purpose!.retentionWhy.trim()).toBe(''),
  'g5.pass': (made, _, [title, days]) =>
    expect([title, numberSaid(days)]).toEqual([made.purpose!.title, made.purpose!.retentionDays]),
  'g6.secret.message': are((made) => (name) => has(made, ['credentials'])(name) && !isHash(made)(name)),
  'g6.secret.evidence': countsColumns,
  'g6.noneCounted': (made, { evidence }) => expect(evidence).toContain('Counted over 0 columns'),
  'g6.evidence': (made, answer, [columns, names, size]) => {
    if (names!.includes(' more')) expect(numberSaid(columns)).toBe(5 + numberSaid(/and (\d+) more/.exec(names!)?.[1]));
    else expect(numberSaid(columns)).toBe(listed(names!).length);
    classIs(made, { ...answer, columns: [] }, [size!]);
  },
  'g6.evidenceOfNone': (made, _, [size]) =>
    expect([made.rids.length > 0, numberSaid(size) <= made.rids.length]).toEqual([true, true]),
  'g6.nearlyUnique.message': (made, { columns }) => {
    for (const name of columns)
      expect(new Set(made.out.get(name)).size).toBeGreaterThanOrEqual(0.85 * made.rids.length);
  },
  'g6.nearlyUnique.evidence': (made, { columns }) =>
    expect(
      smallest(
        made,
        where(made, (name) => !columns.includes(name)),
      ),
    ).toBeGreaterThan(1),
  'g6.pass': (made, answer, [, size]) => classIs(made, answer, [size!]),
  'g6.fewInAll.message': (made, _, [size]) => expect(numberSaid(size)).toBe(made.rids.length),
  'g6.small.anonymised': classIs,
  'g6.small.otherwise': classIs,
  'g6.small.noRow': (made) => expect(made.rids).toEqual([]),
  'g7.noWorkspace.message': (made) => expect(made.workspace).toBe(false),
  'g7.unconfirmed.message': (made, { columns }) => expect(columns).toEqual(made.unconfirmed),
  'g7.unconfirmed.evidence': countsColumns,
  'g7.pass': (made) => expect([made.workspace, made.unconfirmed]).toEqual([true, []]),
  'e1.targeting': are(isExact),
  'e1.otherwise': are(isExact),
  'e1.evidence': countsColumns,
  'e1.pass': none(isExact),
  'e2.noColumn.message': (made) =>
    expect([onConsent(made), made.findings.filter(({ flags }) => flags.includes('consent'))]).toEqual([true, []]),
  'e2.noColumn.evidence': (made) =>
    expect(made.findings.some(({ type, flags }) => flags.includes('consent') || /consent/.test(type))).toBe(false),
  'e2.unchecked.message': (made) => expect([onConsent(made), made.release]).toEqual([true, 'pseudonymised']),
  'e2.unchecked.evidence': (made, { columns }, [many]) =>
    expect([numberSaid(many), columns]).toEqual([
      made.findings.filter(({ flags }) => flags.includes('consent')).length,
      made.findings.filter(({ flags }) => flags.includes('consent')).map(({ name }) => name),
    ]),
  'e2.passLeftOut': (made, _, [names]) => {
    if (made.source.has('Key'))
      for (const name of listed(names!))
        expect(made.rids.every((row) => made.source.get(name)![row] === 'yes')).toBe(true);
  },
  'e2.leftOut': (made, _, [rows]) =>
    expect(numberSaid(rows)).toBe(
      rowsOf(made).filter((row) => (ageOf(made, row) ?? 0) >= 18 && made.source.get('Agreed')![row] !== 'yes').length,
    ),
  'e2.passOtherBasis': (made) => expect(made.purpose !== null && onConsent(made)).toBe(false),
  'e2.passAnonymous': (made) => expect(made.release).toBe('anonymised'),
  'e3.values.message': (made, _, [, found]) => {
    for (const [, name, rows] of found!.matchAll(/“([^”]+)” \(e-mail addresses in ([\d,]+) rows?\)/g))
      expect([name, numberSaid(rows)]).toEqual([name, filled(made.out.get(name!)).filter(holdsMail).length]);
  },
  'e3.values.evidence': (_, { message }, [many]) =>
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
  'e3.sentencesElsewhere.message': (made, { columns }) =>
    columns.forEach((name) =>
      expect(
        new Set(filled(made.out.get(name)).filter((cell) => cell.split(/\s+/).length >= 5)).size,
      ).toBeGreaterThanOrEqual(5),
    ),
  'e3.anonymised.message': (made, _, [names]) => {
    if (!names!.includes(' more'))
      expect(listed(names!).sort()).toEqual(
        where(made, (name) => isHash(made)(name) || (points(made)(name) && asItWas(made)(name))).sort(),
      );
  },
  'e3.anonymised.evidence': (made, _, [hashed, kept]) =>
    expect([numberSaid(hashed), numberSaid(kept)]).toEqual([
      where(made, isHash(made)).length,
      where(made, (name) => points(made)(name) && asItWas(made)(name)).length,
    ]),
  'e3.plain.message': (made, _, [names]) => {
    if (!names!.includes(' more'))
      expect(listed(names!).sort()).toEqual(
        where(made, (name) => findingOf(made, name).class === 'linked' && asItWas(made)(name)).sort(),
      );
  },
  'e3.plain.evidence': (made, _, [many]) =>
    expect(numberSaid(many)).toBe(
      where(made, (name) => findingOf(made, name).class === 'linked' && asItWas(made)(name)).length,
    ),
  'e3.online.message': (made, { columns }) => columns.forEach((name) => expect(asItWas(made)(name)).toBe(true)),
  'e3.online.evidence': countsColumns,
  'e3.unkeyed.message': (made, { columns }) => expect(columns).toEqual(opOf(made, 'platform-hash')),
  'e3.passAnonymised': none(
    (made) => (name) =>
      isHash(made)(name) || (points(made)(name) && asItWas(made)(name)) || filled(made.out.get(name)).some(holdsMail),
  ),
  'e3.passHashed': (made) => expect(where(made, isHash(made)).length).toBeGreaterThan(0),
  'e3.passNone': none((made) => (name) => isHash(made)(name) || filled(made.out.get(name)).some(holdsMail)),
  'e4.message': are((made) => has(made, beliefs)),
  'e4.evidence': countsColumns,
  'e4.pass': none((made) => has(made, beliefs)),
  'e4.notForTargeting': notFor('targeting'),
  'e5.message': are((made) => has(made, ['health'])),
  'e5.pass': none((made) => has(made, ['health'])),
  'e6.message': are((made) => (name) => /score|label|prediction|propensity/.test(findingOf(made, name).type)),
  'e6.evidence': countsColumns,
  'e6.pass': none((made) => (name) => /churn_label/.test(findingOf(made, name).type)),
  'e7.noAge.message': (made) => expect(rowsOf(made).every((row) => ageOf(made, row) === null)).toBe(true),
  'e7.noAge.evidence': (made) =>
    expect(
      made.findings.filter(({ type }) => ['date_of_birth', 'age', 'birth_year', 'age_group'].includes(type)),
    ).toEqual([]),
  'e7.passAdults': (made) =>
    expect([made.rids.every((row) => (ageOf(made, row) ?? 99) >= 18), made.rids.length]).toEqual([
      true,
      rowsOf(made).length,
    ]),
  'e7.passLeftOut': (made) => {
    if (made.source.has('Key')) expect(made.rids.every((row) => (ageOf(made, row) ?? 0) >= 18)).toBe(true);
  },
  'e7.leftOut': (made, _, [minors, unknown]) => {
    if (!made.source.has('Key')) return;
    const ages = rowsOf(made).map((row) => ageOf(made, row));
    expect([numberSaid(minors), numberSaid(unknown)]).toEqual([
      ages.filter((age) => age !== null && age < 18).length,
      ages.filter((age) => age === null).length,
    ]);
  },
  'e8.message': (made, { columns }) => expect(columns.every((name) => readable(made).includes(name))).toBe(true),
  'e8.evidence': (made, _, [name, rows, days]) => {
    const oldest = new Date(Date.parse(today) - numberSaid(days) * 86_400_000).toISOString().slice(0, 10);
    if (made.source.has('Key'))
      expect(numberSaid(rows)).toBe(
        made.rids.filter(
          (row) =>
            (made.source.get(name!)![row] ?? '') !== '' && (made.source.get('Seen')![row] ?? '').slice(0, 10) < oldest,
        ).length,
      );
  },
  'e8.pass': (made) => {
    if (made.source.has('Key'))
      expect(made.rids.every((row) => (made.source.get('Seen')![row] ?? '').slice(0, 10) >= '2026-08-25')).toBe(true);
  },
  'e8.passNoDate': (made) => {
    if (made.source.has('Key')) expect(made.release !== 'anonymised' && readable(made).includes('cookie')).toBe(false);
  },
  'e9.message': (made) => expect(made.purpose?.customerBenefit.trim() ?? '').toBe(''),
  'e9.noPurpose': noPurpose,
  'e9.noBenefit': (made) => expect(made.purpose!.customerBenefit.trim()).toBe(''),
  'e9.pass': named,
};
/** What claims nothing of rows or columns. */
export const withoutClaim = [
  'e3.notLooked.message',
  'e3.notLooked.evidence',
  'g6.notMeasured.message',
  'reversal.byList',
  'reversal.byTrying',
  'g7.noWorkspace.evidence',
];
