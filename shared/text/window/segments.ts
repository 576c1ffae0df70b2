import { count, counted, percent } from '../numbers.ts';

const spend = new Intl.NumberFormat('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const amount = (value: number | null): string => (value === null ? '–' : spend.format(value));

/** The screen of segments. */
export const segmentsWindowText = {
  title: 'Segments',
  note: 'Who buys how recently, how often and for how much. People are counted, no group of fewer than the threshold.',
  empty: {
    title: 'Which customers are alike?',
    sentence:
      'Open a dataset of customers or of orders: they are put into segments by their last purchase, their orders and ' +
      'their spend, and counted.',
    open: 'Open dataset',
    sample: 'Try the sample',
  },
  form: {
    label: 'What to segment by',
    by: 'By',
    recency: 'Last purchase',
    frequency: 'Number of orders',
    monetary: 'Spend',
    person: 'Person',
    found: 'Found by the classification',
    clear: 'Found by the classification again',
    k: 'Fewest people of a group',
    kNote: (least: number) => `A picture shows no group below ${least}.`,
    small: 'Smaller groups are',
    noise: 'Noise (ε)',
    noiseNote: 'Empty: exact counts. 0.01 to 10; the smaller, the more noise.',
    none: 'none',
  },
  segment: 'Segment',
  exporting: 'Export…',
  job: (name: string) => `Segmenting ${name}`,
  file: 'segments.csv',
  exported: (file: string) => `Counts saved to ${file}.`,
  written: (file: string, noise: number | null) =>
    `“${file}” is written: ${noise === null ? 'exact counts' : `counts with noise of ε = ${noise}`} of people by segment, and nothing else.`,
  entry: (seq: number) => `Entry ${seq}`,
  groups: (people: number, file: string) => `${counted(people, 'person', 'people')} of ${file}`,
  picture: 'People by segment',
  heads: ['Segment', 'People', 'Share', 'Mean spend', 'Picture'],
  hidden: 'hidden',
  limit: (k: number) => `The dashed line is the threshold of ${k} people.`,
  number: (people: number | null) => (people === null ? 'hidden' : count(people)),
  share: (share: number | null) => (share === null ? '' : percent(share)),
  amount,
  notes: 'How it was counted',
  loss: {
    title: 'What the recipe loses of them',
    note: (same: number, leftOut: number) =>
      `${percent(same)} of the people stay in the same segment. ${counted(leftOut, 'person', 'people')} ` +
      `${leftOut === 1 ? 'is' : 'are'} not in the release.`,
    label: 'Segments of the source and of the release',
    heads: ['Segment', 'Source', 'Release', 'Stay', 'Mean spend', 'In the release', 'Error'],
    under: (k: number) => `under ${k}`,
    error: (share: number | null) =>
      share === null ? '–' : `${share > 0 ? '+' : ''}${(share * 100).toFixed(1)}\u202f%`,
    none: 'Make a recipe, and what it loses of the segments stands here.',
    toRecipe: 'Go to Recipe',
  },
};
