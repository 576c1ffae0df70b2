import type { SegmentLoss, Segmentation } from '#shared/domain/segments.ts';
import { counted, percent } from '../numbers.ts';
import { segmentsText } from '../segments.ts';

const amount = (value: number | null): string => (value === null ? '' : value.toFixed(2));
const signed = (share: number | null): string =>
  share === null ? '' : `${share > 0 ? '+' : ''}${(share * 100).toFixed(1)}\u202f%`;

/** `custos segments`. */
export const segmentsCommandText = {
  description: 'segments of customers by recency, frequency and spend, or by value: counts of people, none too small',
  by: 'how: rfm (recency, frequency, spend), value (ABC of the spend), deciles (of the spend)',
  person: 'column that tells people apart; where it repeats, each row is an order',
  recency: 'column of the last purchase: a date, or days since',
  date: 'the same, where each row is an order',
  frequency: 'column of the number of orders',
  monetary: 'column of the spend',
  amount: 'the same, where each row is an order',
  k: 'fewest people of a group that is told (default: k of the recipe, else 5)',
  small: 'what becomes of smaller groups: merge (with a neighbour) or hide',
  noise: 'adds noise to every count: the ε of the geometric mechanism, 0.01 to 10',
  recipe: 'says beside it what the segments lose by this recipe',
  today: 'day that recency counts to, YYYY-MM-DD (default: the day of the recipe, else today)',
  purpose: 'what the segments are for, as the log is told (id or code)',
  output: 'writes the counts, .csv or .json',
  workspace: 'workspace whose decisions, policy and log count; what is written is entered there',
  force: 'replace the output if it is there',
  notOneOf: (option: string, typed: string, words: readonly string[]) =>
    `${option} ${typed} is none of ${words.join(', ')}.`,
  notANumber: (option: string, typed: string) => `${option} ${typed} is no number that it can be.`,
  twice: (one: string, other: string) => `${one} and ${other} name the same thing: give one of them.`,
  examples: [
    'custos segments customers.csv --by value -o segments.csv',
    'custos segments orders.csv --person customer_id --date ordered_on --amount total --noise 1 -o segments.json',
  ],
  title: ({ by, people, file, noise }: Segmentation) =>
    `${segmentsText.methods[by]}: ${counted(people, 'person', 'people')} of ${file}` +
    `${noise === null ? '' : `, with noise of ε = ${noise.epsilon}`}.`,
  heads: ['segment', 'people', 'share', 'mean spend'],
  row: ({ name, people, share, meanSpend }: Segmentation['groups'][number]): string[] => [
    name,
    people === null ? 'hidden' : String(people),
    share === null ? '' : percent(share),
    amount(meanSpend),
  ],
  lossTitle: (sameSegment: number, leftOut: number) =>
    `By the recipe ${percent(sameSegment)} of the people stay in the same segment; ` +
    `${counted(leftOut, 'person', 'people')} ${leftOut === 1 ? 'is' : 'are'} not in the release.`,
  lossHeads: ['segment', 'source', 'release', 'stay', 'mean', 'mean in release', 'error'],
  lossRow: (group: SegmentLoss['groups'][number], k: number): string[] => [
    group.name,
    String(group.before),
    group.after === null ? `under ${k}` : String(group.after),
    percent(group.stay),
    amount(group.meanBefore),
    amount(group.meanAfter),
    signed(group.meanError),
  ],
  written: (output: string, entry: number | null) =>
    `Counts: ${output}${entry === null ? '' : `, register entry ${entry}`}`,
};
