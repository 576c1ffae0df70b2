import type { RetentionAction, RetentionRuleId, RetentionStart, ShippedRuleId } from '#shared/domain/retention.ts';
import type { BoundBy } from '#shared/retention/bind-rules.ts';
import type { RetentionRule } from '#shared/retention/rule-in-force.ts';
import { firstNames, shortName } from './names.ts';
import { count, counted } from './numbers.ts';
import { periodWords } from './period-words.ts';

interface RuleWords {
  title: string;
  /** Why there is a limit, and where the proposed length comes from. */
  source: string;
}

const storage = 'GDPR Art. 5(1)(e)';

/** What a rule is called. */
export const titleOfRule = ({ preset, own }: Pick<RetentionRule, 'preset' | 'own'>): string =>
  own?.title ?? titleOfShipped(preset.id) ?? preset.id;

/** What a shipped rule is called; undefined of a workspace's own. */
export const titleOfShipped = (id: RetentionRuleId): string | undefined =>
  id in retentionText.rules ? retentionText.rules[id as ShippedRuleId].title : undefined;

/** Why there is a limit: what the workspace names, else where the proposed length comes from. */
export const sourceOfRule = ({ preset, legalReason }: Pick<RetentionRule, 'preset' | 'legalReason'>): string =>
  legalReason === '' && preset.id in retentionText.rules
    ? retentionText.rules[preset.id as ShippedRuleId].source
    : legalReason;

interface DueLine {
  title: string;
  dataset: string;
  /** Empty: whole rows. Two columns of one kind are two things to do. */
  column: string;
}
const dueLine = ({ title, dataset, column }: DueLine): string =>
  `${title}${column === '' ? '' : ` in ${shortName(column)}`} of ${shortName(dataset)}`;

/** Periods of retention in words, wherever one is shown. */
export const retentionText = {
  rules: {
    'cookie-ids': { title: 'Cookie ids', source: `${storage}; product policy, the law gives no number` },
    'advertising-ids': {
      title: 'Advertising ids',
      source: `${storage}; product policy. Partners ask measurement providers to delete after about 6 months`,
    },
    'other-online-ids': {
      title: 'Other online ids',
      source: `${storage}; no law and no policy of ours gives a length: it has to be decided`,
    },
    'unused-customers': {
      title: 'Unused customers',
      source: `${storage}, recital 39: no length is given; only what the person did counts as use`,
    },
    prospects: { title: 'Prospects', source: `${storage}; from the last contact that came from the person` },
    transactions: {
      title: 'Transactions',
      source: `${storage}, 17(3)(b): as long as tax and commercial law of the country ask for; cite it`,
    },
    'visitor-events': { title: 'Events of visitors', source: `${storage}: no length is given by law` },
    'consent-proof': {
      title: 'Proof of consent',
      source: 'GDPR Art. 7(1), 17(3)(e): while it is relied on, and until claims are barred',
    },
  } satisfies Record<ShippedRuleId, RuleWords>,
  /** Where a length that may be taken comes from. */
  offers: {
    'tracker-choice': 'CNIL advises to ask for a choice on trackers again after about 6 months',
    'inactive-account': 'CNIL, draft reference text: an inactive online account is stale after 2 years',
    'commercial-relations':
      'CNIL, commercial relations: 3 years after the last contact from the person; a reference, not binding',
    'audience-measurement': 'CNIL, audience measurement: data at most 25 months',
  } as Readonly<Record<string, string>>,
  actions: {
    delete: 'delete the rows',
    empty: 'empty the cells',
    anonymise: 'anonymise, then delete the rows',
    review: 'a person decides',
  } satisfies Record<RetentionAction, string>,
  starts: {
    'first-seen': 'when it was first seen',
    'last-act': 'the person’s last act',
    purchase: 'the purchase',
    event: 'the event',
    consent: 'the consent',
    columns: 'days in columns by their names',
    import: 'the day on which the data came in',
  } satisfies Record<RetentionStart, string>,
  period: (duration: string | null, grace: string | null = null) =>
    duration === null
      ? 'not decided'
      : `${periodWords(duration)}${grace === null ? '' : ` and ${periodWords(grace)} more`}`,
  /** Which dates a rule goes by, and why. */
  bound: (by: BoundBy, starts: readonly string[], latest: boolean): string =>
    ({
      'named-as-identifier': `Counted from ${firstNames([...starts])}, which bears its name${latest ? '' : '; seen again, it grows no younger'}.`,
      'dates-of-row': `No date bears its name: counted from the last of ${firstNames([...starts])}, by which it was there.`,
      acts: `Counted from the last act of the person: ${firstNames([...starts])}.`,
      'dates-of-kind': `Counted from ${firstNames([...starts])}.`,
      rule: `Counted from ${firstNames([...starts])}, as the rule says.`,
      import: 'Counted from the day on which the data came in, for every row alike.',
      person: `Counted from ${firstNames([...starts])}, as somebody chose.`,
      none: 'No column tells when: no row has a date to go by.',
    })[by],
  perPerson: (column: string) => `Rows with the same ${firstNames([column])} count together, as one person.`,
  notActs: (columns: readonly string[]) =>
    `Not counted as use: ${firstNames([...columns])}. Sending, opening and our own changes are no acts of the person.`,
  undatedFromImport:
    'Rows without a readable date count from the day on which the dataset came in, as somebody decided: they may be older.',
  /** What a hold keeps: `what` of a dataset, or of people in it; null: of every one. */
  held: (what: string, identifiers: number | null, dataset: string | null) =>
    `${what} of ${identifiers === null ? '' : `people whom ${counted(identifiers, 'value')} ${identifiers === 1 ? 'names' : 'name'}, in `}` +
    (dataset ?? 'every dataset'),
  /** Columns of a dataset that nothing used within a period. */
  unusedColumns: (
    { dataset, columns, since, over }: { dataset: string; columns: readonly string[]; since: string; over: boolean },
    period: string | null,
  ) =>
    `No recipe, release, purpose or check ${over && period !== null ? `of the last ${periodWords(period)} used` : `has used`} ` +
    `${counted(columns.length, 'column')} of ${shortName(dataset)}${over ? '' : ` since it came in on ${since}`}: ` +
    `${firstNames([...columns])}.` +
    (over ? ' What nobody uses need not be kept: drop it at the source, and import the file without it.' : ''),
  due: {
    decide: (what: DueLine) => `Decide how long ${dueLine(what)} are kept`,
    count: (what: DueLine) => `Count which ${dueLine(what)} are over`,
    over: (what: DueLine, over: number) => `End the keeping of ${count(over)} ${dueLine(what)}`,
    undated: (what: DueLine, undated: number) => `Decide on ${count(undated)} ${dueLine(what)} without a date`,
    ends: (what: DueLine, ends: number) => `End the keeping of ${count(ends)} more ${dueLine(what)}`,
    hold: (citation: string) => `Look whether the hold by ${shortName(citation)} is still needed`,
  },
};
