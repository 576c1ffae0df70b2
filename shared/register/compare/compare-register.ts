import type { PolicyInForce } from '#shared/policy/index.ts';
import { isTold } from '../observed/observe-column.ts';
import type { Observed, ObservedDataset } from '../observed/observed.ts';
import type { RegisterSnapshot, WholeSnapshot } from '../register-snapshot.ts';
import {
  categoryRule,
  columnsNotJudged,
  identifierRule,
  isAboutPeople,
  minorsRule,
  specialOf,
  specialRule,
} from './data-rules.ts';
import { activitiesOf, declaredOf, placeOf, proposedFor } from './declared.ts';
import { differenceRules, type Comparison, type Difference, type NotJudged } from './difference.ts';
import { named, type CompareRule, type Found, type Register } from './of-dataset.ts';
import { basisRule, conditionRule, purposeMissingRule, purposeUndeclaredRule } from './purpose-rules.ts';
import { recipientRule, transferRule } from './recipient-rules.ts';
import { retentionRule } from './retention-rule.ts';
import { unreadableRecords } from '../unreadable-records.ts';

/** What is looked for in a dataset that an activity covers. */
const rules: readonly CompareRule[] = [
  specialRule,
  identifierRule,
  categoryRule,
  minorsRule,
  purposeMissingRule,
  purposeUndeclaredRule,
  basisRule,
  conditionRule,
  recipientRule,
  transferRule,
  retentionRule,
];

/** Kinds of records that data are held against. */
const comparedKinds = ['activity', 'purpose', 'recipient', 'transfer', 'retention'] as const;

const notReadable = (dataset: ObservedDataset, refs: readonly string[]): Found => ({
  notJudged: [{ what: 'records-unreadable', dataset: named(dataset), refs }],
});

/** A dataset that no activity covers is one task: everything else about it follows from that. */
function undeclared({ activities }: Register, dataset: ObservedDataset): Difference {
  const draft = proposedFor(activities, dataset);
  const personal = dataset.columns.filter(isTold);
  return {
    id: `dataset-undeclared:${dataset.id}`,
    rule: 'dataset-undeclared',
    dataset: named(dataset),
    columns: [],
    place: draft === undefined ? null : placeOf(draft, 'datasets'),
    entry: dataset.entry,
    proposed: draft !== undefined,
    detail: {
      special: [...new Set(personal.flatMap(specialOf))],
      identifiers: personal.filter(({ identifier }) => identifier !== null).length,
    },
  };
}

/** Releases of which no dataset is there to hold them against; of one that cannot be read it is told already. */
function sourcesUnknown({ datasets, unreadable, releases }: Observed): NotJudged[] {
  const known = new Set([...datasets, ...unreadable].map(({ id }) => id));
  return releases
    .filter(({ datasetId }) => !known.has(datasetId))
    .map(({ id, datasetId, sourceName, fileName, entry }) => ({
      what: 'source-unknown',
      dataset: { id: datasetId, name: sourceName ?? '' },
      releaseId: id,
      fileName,
      entry,
    }));
}

/** Differences in the order of tasks; one about a record that several datasets share stands once. */
function ordered(differences: readonly Difference[]): Difference[] {
  const once = [...new Map(differences.toReversed().map((each) => [each.id, each])).values()];
  const rank = ({ rule }: Difference): number => differenceRules.indexOf(rule);
  return once.toSorted(
    (a, b) => rank(a) - rank(b) || a.dataset.name.localeCompare(b.dataset.name, 'en') || (a.id < b.id ? -1 : 1),
  );
}

/**
 * Holds what the workspace shows against what the register says. Only what people stand behind counts as said: a
 * version that was approved, or an answer typed or taken over; what the log put into a draft does not.
 * @param snapshot versions that hold, and drafts beside them; who was retired is known by name
 * @param today YYYY-MM-DD: the day that periods and transfers are judged on
 */
export function compareRegister(
  snapshot: RegisterSnapshot & Partial<Pick<WholeSnapshot, 'retired'>>,
  observed: Observed,
  policy: PolicyInForce,
  today: string,
): Comparison {
  const { datasets, unreadable: unseen, releases } = observed;
  const register: Register = {
    activities: declaredOf(snapshot, 'activity'),
    purposes: declaredOf(snapshot, 'purpose'),
    recipients: declaredOf(snapshot, 'recipient'),
    retiredRecipients: declaredOf({ ...snapshot, records: snapshot.retired ?? [] }, 'recipient'),
    transfers: declaredOf(snapshot, 'transfer'),
    retentions: declaredOf(snapshot, 'retention'),
  };
  const unreadable = unreadableRecords(snapshot, comparedKinds).map(({ kind, ref }) => ({ kind, ref }));
  const found: Found[] = [];
  const personal = datasets.filter(isAboutPeople);
  for (const dataset of datasets) {
    const activities = activitiesOf(register.activities, dataset);
    const own = releases.filter(({ datasetId }) => datasetId === dataset.id);
    const of = { dataset, releases: own, activities, register, policy, today };
    found.push(columnsNotJudged(of));
    if (!personal.includes(dataset)) continue;
    if (unreadable.length > 0)
      found.push(
        notReadable(
          dataset,
          unreadable.map(({ ref }) => ref),
        ),
      );
    // Whether one that cannot be read covers the dataset is not known.
    if (activities.length === 0 && unreadable.some(({ kind }) => kind === 'activity')) continue;
    if (activities.length === 0) found.push({ differences: [undeclared(register, dataset)] });
    else found.push(...rules.map((rule) => rule(of)));
  }
  return {
    differences: ordered(found.flatMap(({ differences = [] }) => differences)),
    notJudged: [
      ...unseen.map(({ id, name }) => ({ what: 'dataset-unreadable' as const, dataset: { id, name } })),
      ...found.flatMap(({ notJudged = [] }) => notJudged),
      ...sourcesUnknown(observed),
    ],
    advice: found.flatMap(({ advice = [] }) => advice),
    compared: personal.length,
  };
}
