import { firstNames } from '../names.ts';
import { counted, listed } from '../numbers.ts';
import { noColumns, notForTargeting, outputColumns, says, type OfColumns } from './words.ts';

interface OfAudits {
  entries: number[];
  groups: string[];
}

const audit = 'Audit the selection: Fairness, or `custos fairness` with the workspace.';
const byEntries = (entries: readonly number[]): string =>
  `${entries.length === 1 ? 'Entry' : 'Entries'} ${listed(entries.map((entry) => `#${entry}`))} of the log.`;

export const e6Text = {
  title: 'Reduce bias',
  reasons: {
    'not-for-targeting': notForTargeting,
    'no-columns': noColumns,
    'no-score': () => says('No score or label is in the output, and no segment is chosen.'),
    'score-not-audited': ({ columns }: OfColumns) =>
      says(
        `People would be chosen by a score or label: ${firstNames(columns)}. Whether it treats groups alike was not ` +
          'audited.',
        `${outputColumns(columns.length)} ${columns.length === 1 ? 'is a score or label' : 'are scores or labels'}.`,
        audit,
      ),
    'segment-not-audited': ({ columns }: OfColumns) =>
      says(
        `People would be chosen by a segment: ${firstNames(columns)}. Whether it treats groups alike was not audited.`,
        'No audit of these data is in the log.',
        audit,
      ),
    'audit-of-other-data': ({ columns, entry }: OfColumns & { entry: number }) =>
      says(
        `People would be chosen by ${firstNames(columns)}. The last audit of it read other data, and does not count.`,
        byEntries([entry]),
        audit,
      ),
    'disparity-found': ({ columns, entries, groups, disparities }: OfColumns & OfAudits & { disparities: number }) =>
      says(
        `People would be chosen by ${firstNames(columns)}, and the audit indicates that groups are not treated alike ` +
          `(${firstNames(groups)}).`,
        `${counted(disparities, 'comparison indicates', 'comparisons indicate')} a disparity. ${byEntries(entries)}`,
        'Look at the audit under Fairness, and choose by other criteria or say why the difference is right.',
      ),
    'groups-not-audited': ({ columns, entries, groups, notAudited }: OfColumns & OfAudits & { notAudited: string[] }) =>
      says(
        `${firstNames(columns)} was audited by ${firstNames(groups)}, and not by ${firstNames(notAudited)}, which says more of ` +
          'how people are treated.',
        byEntries(entries),
        'Audit it by these columns under Fairness.',
      ),
    'audit-open': ({ columns, entries, groups, open }: OfColumns & OfAudits & { open: number }) =>
      says(
        `${firstNames(columns)} was audited by ${firstNames(groups)}, and ${counted(open, 'group')} could not be judged: ` +
          'inconclusive, too small, or not stated.',
        byEntries(entries),
        'Look at the audit under Fairness: coarser groups or more rows may tell.',
      ),
    audited: ({
      names,
      entries,
      groups,
      notAudited,
      openCrossed,
    }: OfAudits & { names: string[]; notAudited: string[]; openCrossed: number }) =>
      says(
        `${firstNames(names)} was audited by ${firstNames(groups)}: every group is chosen at a rate within the band.`,
        [
          byEntries(entries),
          ...(openCrossed === 0 ? [] : [`${counted(openCrossed, 'crossed group')} could not be judged.`]),
          ...(notAudited.length === 0 ? [] : [`Not audited by ${firstNames(notAudited)}.`]),
        ].join(' '),
      ),
  },
};
