import type { RetentionHoldView, RetentionLine, RetentionRan } from '#shared/contract/retention.ts';
import { firstNames, shortName } from '../names.ts';
import { count, counted } from '../numbers.ts';
import { retentionText } from '../retention.ts';

const what = ({ column, title, dataset }: Pick<RetentionLine, 'column' | 'title' | 'dataset'>): string =>
  `${title} of ${shortName(dataset)}${column === '' ? '' : `, ${column}`}`;

/** `custos retention` and what stands under it. */
export const retentionCommandText = {
  description: 'how long data are kept, what expires when, and ending what is over',
  today: 'the day to look at, YYYY-MM-DD (default: today); only a dry run looks ahead',
  dataset: 'name of the dataset',
  reason: 'why: it stands in the register',
  force: 'replace an existing file',
  states: {
    over: 'over',
    held: 'on hold',
    undecided: 'length not decided',
    undated: 'without a date',
    fine: 'nothing over',
  } satisfies Record<RetentionLine['state'], string>,
  noRule: (typed: string, known: readonly string[]) => `There is no rule “${typed}”. Take one of ${known.join(', ')}.`,
  run: {
    description:
      'deletes the rows and empties the cells that are past their period, of every dataset of the workspace; exit 1 where ' +
      'a duty stays open. The register keeps counts and hashes before and after',
    dryRun: 'only counts, changes nothing',
    rule: 'only this rule',
    output:
      'releases the rows of rules that say “anonymise” to this file by a recipe, and deletes them where the file may be ' +
      'called anonymised; does nothing else',
    recipe: 'the recipe for that (default: the dataset’s own)',
    noOutput: 'A dry run writes no file: leave -o out, or run it.',
    toAnonymise: (line: Pick<RetentionLine, 'column' | 'title' | 'dataset' | 'over'>) =>
      `${what(line)}: ${count(line.over)} over, to be anonymised. Do it with custos retention run -o and a recipe.`,
    anonymised: ({ label, output, certificate, status }: NonNullable<RetentionRan['anonymised']>) =>
      status === 'anonymised'
        ? `${shortName(output)} is anonymised (${shortName(certificate)}); its rows were deleted here.`
        : `${shortName(output)} is ${label}, not anonymised: the rows stay, and the duty stays open.`,
    heads: ['Dataset', 'What', 'Column', 'Kept for', 'Then', 'Over', 'On hold', 'No date', 'Done'],
    done: ({ dataset, rowsBefore, rowsAfter, cellsEmptied, registerEntry }: RetentionRan['datasets'][number]) =>
      `${shortName(dataset)}: ${counted(rowsBefore - rowsAfter, 'row')} of ${count(rowsBefore)} deleted, ` +
      `${counted(cellsEmptied, 'cell')} emptied.${registerEntry === null ? '' : ` Register entry ${registerEntry}.`}`,
    hashes: (before: string, after: string) => `  SHA-256 of the sealed rows before ${before}, after ${after}`,
    rehearsed: ({ dataset, registerEntry }: RetentionRan['datasets'][number]) =>
      `${shortName(dataset)}: counted, nothing changed.${registerEntry === null ? '' : ` Register entry ${registerEntry}.`}`,
    undated: (line: Pick<RetentionLine, 'column' | 'title' | 'dataset' | 'undated' | 'undatedRows'>) =>
      `${what(line)}: ${count(line.undated)} without a readable date, never taken for fresh: rows ` +
      `${line.undatedRows.join(', ')}${line.undated > line.undatedRows.length ? ' …' : ''}. Decide with custos retention bind --undated.`,
    undecided: (line: Pick<RetentionLine, 'column' | 'title' | 'dataset' | 'rule'>) =>
      `${what(line)}: nobody decided how long. Decide with custos retention set ${line.rule} --keep.`,
    held: (line: Pick<RetentionLine, 'column' | 'title' | 'dataset' | 'holds' | 'held'>) =>
      `${what(line)}: ${count(line.held)} kept by ${line.holds.map(({ citation, until }) => `${citation} until ${until}`).join(', ')}.`,
    review: (line: Pick<RetentionLine, 'column' | 'title' | 'dataset' | 'over'>) =>
      `${what(line)}: ${count(line.over)} over, for a person to decide.`,
    remains: (item: string, why: string) => `Not reached: ${item}: ${why}.`,
    notRead: (dataset: string, why: string) => `Not looked at: ${shortName(dataset)}: ${why}.`,
    nothing: 'No rule is bound to a dataset of this workspace.',
    examples: [
      'custos retention run --dry-run --workspace Acme.custos',
      'custos retention run --rule cookie-ids --workspace Acme.custos',
    ],
  },
  list: {
    description: 'what expires when, with the rules and holds; changes nothing and enters nothing',
    later: 'later',
    noDate: 'no date',
    heads: (months: readonly string[]) => [
      'Dataset',
      'What',
      'Column',
      'Kept for',
      'over',
      ...months,
      'later',
      'no date',
    ],
    told: (line: Pick<RetentionLine, 'column' | 'title' | 'dataset' | 'told'>) =>
      `${what(line)}: ${line.told.join(' ')}`,
    rule: (title: string, id: string, period: string, action: string, law: string) =>
      `${title} (${id}): ${period}, then ${action}. ${law}.`,
    offer: (duration: string, source: string) => `  ${duration}: ${source}`,
    hold: ({ id, dataset, rule, identifiers, citation, until, holds }: RetentionHoldView) =>
      `Hold ${id}: ` +
      retentionText.held(rule?.title ?? 'all data', identifiers, dataset === null ? null : shortName(dataset.name)) +
      ` until ${until}` +
      `${holds ? '' : ' (over: it keeps nothing any more)'}, ${citation}`,
    unbound: (names: readonly string[]) => `No rule is bound to ${firstNames([...names])}.`,
    unused: retentionText.unusedColumns,
    examples: ['custos retention list --workspace Acme.custos'],
  },
  set: {
    description: 'decides how long a kind of data is kept, what is done then, and by which law',
    rule: 'the rule, as “custos retention list” names it',
    keep: 'how long, as P90D, P24M or P3Y',
    grace: 'further time before anything is done, as P30D',
    action: 'delete, empty, anonymise or review',
    law: 'the law or need that it follows from',
    done: (title: string, period: string, action: string) => `${title}: kept ${period}, then ${action}.`,
    examples: [
      'custos retention set unused-customers --keep P24M --law "own criterion, CNIL reference" --reason "board of 3 May" --workspace Acme.custos',
    ],
  },
  add: {
    description:
      'makes a rule of your own: about which kinds of data, from when it counts, how long, what is done then',
    title: 'what the rule is called',
    kinds: 'kinds of data, separated by commas, as “custos classify” names them (loyalty_id,email_address)',
    rows: 'it is about whole rows of tables that hold one of the kinds (default: about each cell of such a column)',
    start: (starts: readonly string[]) =>
      `from when it counts: ${starts.join(', ')} (default: first-seen, rows: last-act)`,
    from: 'the columns that it counts from, separated by commas, by their names',
    keep: 'how long, as P90D, P24M or P3Y',
    change: 'the rule of your own of which all is said anew',
    noStart: (typed: string, starts: readonly string[]) =>
      `There is no start “${typed}”. Take one of ${starts.join(', ')}, or name columns with --from.`,
    done: (title: string, id: string, period: string, action: string) =>
      `${shortName(title)} (${id}): kept ${period}, then ${action}.`,
    examples: [
      'custos retention add "Loyalty numbers" --kinds loyalty_id --keep P2Y --from joined_on --action empty ' +
        '--law "terms of the programme" --reason "board of 3 May" --workspace Acme.custos',
      'custos retention add "Leads bought in" --rows --kinds email_address --start import --keep P6M --action delete ' +
        '--law "contract with the broker" --reason "audit" --workspace Acme.custos',
    ],
  },
  remove: {
    description: 'takes a rule of your own away; what it ended stays ended',
    rule: 'the rule, by its id or name',
    shipped: (title: string) =>
      `${shortName(title)} comes with Custos and stays. Take it from a dataset with custos retention bind --not.`,
    done: (entry: number) => `Removed. Register entry ${entry}.`,
    examples: ['custos retention remove own-loyalty-numbers --reason "programme ended" --workspace Acme.custos'],
  },
  bind: {
    description:
      'says otherwise than proposed how a rule is bound to a dataset, and what becomes of rows without a date',
    column: 'the column of identifiers, for rules about cells',
    from: 'the columns that the period counts from, separated by commas',
    not: 'the rule is not for this dataset',
    undated:
      'rows without a readable date: "over", "import" (their period counts from the day on which the dataset came in), or ' +
      'the day until which they stay',
    done: (title: string, dataset: string, entry: number) =>
      `${title} bound to ${shortName(dataset)}. Register entry ${entry}.`,
    examples: [
      'custos retention bind unused-customers --dataset customers --undated over --reason "test accounts" --workspace Acme.custos',
    ],
  },
  hold: {
    description: 'keeps data from every run until a day: a law suit, an audit, a law',
    rule: 'only what this rule is about (default: everything)',
    people:
      'only the rows of people whom these values name (an address, a number); - reads them from standard input, a line each. ' +
      'They are kept sealed, and erased with the hold',
    until: 'the last day, YYYY-MM-DD',
    law: 'the law or the proceedings that ask for it',
    done: (id: string, until: string) => `Held until ${until}: ${id}.`,
    examples: [
      'custos retention hold --people - --until 2027-12-31 --law "Az. 4 O 12/26" --reason "claim of March" --workspace Acme.custos',
      'custos retention hold --dataset customers --until 2027-12-31 --law "Az. 4 O 12/26" --reason "claim of March" --workspace Acme.custos',
    ],
  },
  lift: {
    description: 'lets held data go before the last day of the hold',
    id: 'the hold, as “custos retention list” names it',
    done: (entry: number) => `Lifted. Register entry ${entry}.`,
    examples: ['custos retention lift 5f0c… --reason "settled" --workspace Acme.custos'],
  },
  period: retentionText.period,
  actions: retentionText.actions,
};
