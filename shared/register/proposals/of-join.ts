import type { Purpose } from '#shared/domain/purpose.ts';
import { joinsText } from '#shared/text/register/joins.ts';
import { activitiesOf, declaredOf, proposedFor } from '../compare/declared.ts';
import type { ObservedDataset } from '../observed/observed.ts';
import type { RecordBody } from '../record-kinds/index.ts';
import type { RegisterSnapshot } from '../register-snapshot.ts';
import { fromLog } from './from-log.ts';
import type { Proposal } from './merge-proposal.ts';
import { itemsOf, sourceOf } from './of-import.ts';
import { purposeOf } from './of-release.ts';
import { peopleIn } from './people-by-type.ts';

/** A joined view as the log has it: what it is, what it was made of and what for. */
export interface ObservedJoin {
  view: ObservedDataset;
  sources: readonly ObservedDataset[];
  purpose: Purpose;
  people: number;
  rows: number;
}

/**
 * What a join says: it is an activity of its own, with its purpose, the data that came together, whose they are and
 * where they are from. Its sources stand under where data come from and not among its datasets: whoever approves the
 * join does not bind them to its purpose.
 * @returns what is said of the purpose, where it has no record yet, and of the activity
 */
export function proposalsOfJoin(
  snapshot: RegisterSnapshot,
  { view, sources, purpose, people, rows }: ObservedJoin,
  newId: () => string,
): Proposal[] {
  const { entry } = view;
  const log = fromLog(entry);
  const all = declaredOf(snapshot, 'activity');
  const known = activitiesOf(all, view)[0] ?? proposedFor(all, view);
  const forPurpose = purposeOf(snapshot, purpose, entry, newId);
  const subjects = [...new Set([view, ...sources].flatMap(peopleIn))];
  const body: RecordBody<'activity'> = {
    name: log.one(
      joinsText.activity(
        view.name,
        sources.map(({ name }) => name),
      ),
    ),
    datasets: log.many('datasets', [view.id]),
    ...(forPurpose === null ? {} : { purposes: log.many('purposes', [forPurpose.id]) }),
    dataItems: log.many('dataItems', itemsOf(view)),
    ...(subjects.length === 0 ? {} : { dataSubjects: log.many('dataSubjects', subjects) }),
    ...(subjects.includes('minors') ? { includesMinors: log.one('yes') } : {}),
    dataSources: log.many(
      'dataSources',
      sources.map(({ name, channel }) => ({
        kind: channel === null ? 'subject' : sourceOf(channel),
        who: joinsText.source(name),
      })),
    ),
    scale: log.many('scale', [{ people, rows }]),
  };
  return [...(forPurpose?.proposals ?? []), { kind: 'activity', id: known?.id ?? newId(), body }];
}
