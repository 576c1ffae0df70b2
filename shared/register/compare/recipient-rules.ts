import { nameKey } from '#shared/domain/recipient-name.ts';
import type { ObservedRelease } from '../observed/observed.ts';
import { placeOf, proposedItems, statedItems, statedValue, type Declared } from './declared.ts';
import type { Advice, Difference, NotJudged } from './difference.ts';
import { named, type CompareRule, type OfDataset } from './of-dataset.ts';

/** The names by which a record's recipient is known; what the log proposed counts for finding it, for nothing else. */
function namesOf({ holds, drafted }: Declared<'recipient'>): string[] {
  return [holds, drafted].flatMap(({ body: { name, alsoCalled } }) => [
    ...(name?.state === 'stated' ? [name.value] : []),
    ...(alsoCalled?.state === 'stated' ? alsoCalled.items.map(({ value }) => value) : []),
  ]);
}

const called = (recipients: readonly Declared<'recipient'>[], name: string): Declared<'recipient'> | undefined =>
  recipients.find((recipient) => namesOf(recipient).some((known) => nameKey(known) === nameKey(name)));

/** Part of the same controller: nobody that data are disclosed to, and no other party to a transfer. */
const isInternal = ({ holds }: Declared<'recipient'>): boolean =>
  statedValue(holds, holds.body.kind) === 'internal-unit';

const declaredIds = ({ activities }: OfDataset): string[] =>
  activities.flatMap(({ holds }) => [
    ...statedItems(holds, holds.body.recipients),
    ...statedItems(holds, holds.body.subProcessors),
  ]);

/** Releases by the recipient they name; of several to one recipient the newest. */
const byRecipient = (releases: readonly ObservedRelease[]): Map<string, ObservedRelease> =>
  new Map(
    releases.flatMap((release) => (release.recipient === null ? [] : [[nameKey(release.recipient), release] as const])),
  );

/** Recipients of releases that no activity of the dataset names (GDPR Art. 30(1)(d)). */
export const recipientRule: CompareRule = (of) => {
  const declared = declaredIds(of);
  const proposed = of.activities.flatMap(({ drafted }) => proposedItems(drafted, drafted.body.recipients));
  return {
    differences: [...byRecipient(of.releases)].flatMap(([key, release]): Difference[] => {
      const known = called(of.register.recipients, key);
      if (known && (declared.includes(known.id) || isInternal(known))) return [];
      const retired = known === undefined ? called(of.register.retiredRecipients, key) : undefined;
      return [
        {
          id: `recipient-undeclared:${of.dataset.id}:${key}`,
          rule: 'recipient-undeclared',
          dataset: named(of.dataset),
          columns: [],
          place: retired === undefined ? placeOf(of.activities[0]!, 'recipients') : placeOf(retired, 'name'),
          entry: release.entry,
          proposed: known !== undefined && proposed.includes(known.id),
          detail: {
            recipient: release.recipient ?? '',
            known: known !== undefined,
            retired: retired?.ref ?? null,
            releaseId: release.id,
            fileName: release.fileName,
          },
        },
      ];
    }),
    notJudged: of.releases
      .filter(({ recipient }) => recipient === null)
      .map(({ id, fileName, entry }): NotJudged => ({
        what: 'recipient-not-named',
        dataset: named(of.dataset),
        releaseId: id,
        fileName,
        entry,
      })),
  };
};

/** Those who get, or by the register are to get, personal data of the dataset, each with the entry that shows it. */
function whoGetsIt(of: OfDataset): { recipient: Declared<'recipient'>; entry: number }[] {
  const known = [...byRecipient(of.releases.filter(({ label }) => label !== 'anonymised'))].flatMap(
    ([key, { entry }]) => {
      const recipient = called(of.register.recipients, key);
      return recipient ? [{ recipient, entry }] : [];
    },
  );
  const ids = declaredIds(of);
  const declared = of.register.recipients
    .filter(({ id }) => ids.includes(id) && !known.some(({ recipient }) => recipient.id === id))
    .map((recipient) => ({ recipient, entry: recipient.holds.entry ?? of.dataset.entry }));
  return [...known, ...declared].filter(({ recipient }) => !isInternal(recipient));
}

/** A transfer that people declared and that is neither over nor suspended on the day. */
function declaresTransfer(of: OfDataset, recipientId: string, country: string): boolean {
  const ids = of.activities.flatMap(({ holds }) => statedItems(holds, holds.body.transfers));
  return of.register.transfers.some(({ id, holds }) => {
    const { body } = holds;
    const [to, where] = [statedValue(holds, body.recipient), statedValue(holds, body.country)];
    const [ends, suspended] = [statedValue(holds, body.endsOn), statedValue(holds, body.suspendedOn)];
    const over = (ends !== undefined && ends < of.today) || (suspended !== undefined && suspended <= of.today);
    const same =
      to === undefined ? where === country : to === recipientId && (where === undefined || where === country);
    return ids.includes(id) && !over && same;
  });
}

/**
 * Recipients outside the European Economic Area to whom no transfer is declared (GDPR Art. 30(1)(e)). Where a decision
 * finds the country adequate it is advice: no safeguard is missing, the country still has to be named.
 */
export const transferRule: CompareRule = (of) => {
  const differences: Difference[] = [];
  const advice: Advice[] = [];
  const notJudged: NotJudged[] = [];
  for (const { recipient, entry } of whoGetsIt(of)) {
    const name = namesOf(recipient)[0] ?? recipient.ref;
    const country = statedValue(recipient.holds, recipient.holds.body.country);
    const place = placeOf(of.activities[0]!, 'transfers');
    const about = { dataset: named(of.dataset), recipient: name };
    if (country === undefined) {
      notJudged.push({ ...about, what: 'country-not-stated', place: placeOf(recipient, 'country') });
      continue;
    }
    const inside = of.policy.ruling('eea-country', country)?.value === 1;
    if (inside || declaresTransfer(of, recipient.id, country)) continue;
    const adequate = of.policy.ruling('adequate-country', country);
    if (adequate?.value === 1) {
      advice.push({ ...about, what: 'adequate-transfer', country, source: adequate.row.source, place });
      continue;
    }
    differences.push({
      id: `transfer-undeclared:${of.dataset.id}:${recipient.id}`,
      rule: 'transfer-undeclared',
      dataset: named(of.dataset),
      columns: [],
      place,
      entry,
      proposed: false,
      detail: { recipient: name, country },
    });
  }
  return { differences, advice, notJudged };
};
