import { packPlaces } from '#shared/evidence/pack-places.ts';
import { requestEntries } from '#shared/journal/entry-kinds/request.ts';
import { subjectEntries } from '#shared/journal/entry-kinds/subject.ts';
import { registerPage } from '#shared/register/document/register-page.ts';
import type { RequestOutcome, RequestType } from '#shared/domain/request.ts';
import { evidenceText } from '#shared/text/evidence.ts';
import { count } from '#shared/text/numbers.ts';
import { requestTypeWords } from '#shared/text/requests.ts';
import type { SignedEntry } from '#engine/journal/all-entries.ts';
import { payloadFacts } from '#engine/journal/payload-facts.ts';
import { packedJson, packedText, type PackSection } from '../pack-section.ts';

const text = evidenceText.rights;

/** A request as the log has it: its kind, days and states, never who asked. */
interface LoggedRequest {
  ref: string;
  type: RequestType;
  receivedOn: string;
  /** The day by which the next duty is due; null where none is. */
  dueOn: string | null;
  extendedOn: string | null;
  pauses: number;
  /** Stages that are done, in the order in which they were. */
  stages: string[];
  outcome: RequestOutcome | null;
  answeredOn: string | null;
  /** Days after the last day; null where it is not answered. */
  lateBy: number | null;
  /** Recipients who were told. */
  told: number;
  state: 'answered' | 'open' | 'overdue';
  /** Whether its sealed record was erased since. */
  recordErased: boolean;
  /** Its entries. */
  entries: number[];
}

const begun = (said: Pick<LoggedRequest, 'ref' | 'type' | 'receivedOn' | 'dueOn'>): LoggedRequest => ({
  ...said,
  extendedOn: null,
  pauses: 0,
  stages: [],
  outcome: null,
  answeredOn: null,
  lateBy: null,
  told: 0,
  state: 'open',
  recordErased: false,
  entries: [],
});

/** What an entry says of its request, by kind; what cannot be read says nothing. */
const learn: { [K in keyof typeof requestEntries]: (request: LoggedRequest, facts: unknown) => void } = {
  'request.opened': () => undefined,
  'request.stage': (request, facts) => {
    const { data } = requestEntries['request.stage'].safeParse(facts);
    if (data === undefined) return;
    request.dueOn = data.dueOn;
    if (data.isDone && !request.stages.includes(data.stage)) request.stages.push(data.stage);
  },
  'request.extended': (request, facts) => {
    const { data } = requestEntries['request.extended'].safeParse(facts);
    if (data !== undefined) Object.assign(request, { extendedOn: data.toldOn, dueOn: data.dueOn });
  },
  'request.paused': (request, facts) => {
    const { data } = requestEntries['request.paused'].safeParse(facts);
    if (data === undefined) return;
    request.dueOn = data.dueOn;
    if (!data.isOver) request.pauses += 1;
  },
  'request.answered': (request, facts) => {
    const { data } = requestEntries['request.answered'].safeParse(facts);
    if (data === undefined) return;
    const { outcome, on, lateBy, told } = data;
    Object.assign(request, { outcome, answeredOn: on, lateBy, told, state: 'answered', dueOn: null });
  },
  'request.deleted': (request) => {
    request.recordErased = true;
  },
};

/** @param day YYYY-MM-DD, the day that the pack is of */
function requestsIn(entries: readonly SignedEntry[], day: string): LoggedRequest[] {
  const requests = new Map<string, LoggedRequest>();
  for (const { seq, kind, subject_ref: subject, payload } of entries) {
    if (!(kind in requestEntries)) continue;
    const known = kind as keyof typeof requestEntries;
    if (known === 'request.opened') {
      const { success, data } = requestEntries[known].safeParse(payloadFacts(payload));
      if (success) {
        const { ref, type, receivedOn, dueOn } = data;
        requests.set(subject, begun({ ref, type, receivedOn, dueOn }));
      }
    }
    const request = requests.get(subject);
    if (request === undefined) continue;
    request.entries.push(seq);
    learn[known](request, payloadFacts(payload));
  }
  for (const request of requests.values())
    if (request.state === 'open' && request.dueOn !== null && request.dueOn < day) request.state = 'overdue';
  return [...requests.values()];
}

/** What was done about people, requests or not: by counts, as the log has it. */
const deedsIn = (entries: readonly SignedEntry[]) =>
  entries.flatMap(({ seq, ts, kind, leaf_hash: leafHash, payload }) => {
    if (!(kind in subjectEntries)) return [];
    const { success, data } = subjectEntries[kind as keyof typeof subjectEntries].safeParse(payloadFacts(payload));
    if (!success) return [];
    // Readings of the ledger have hashes of their own in the log.
    const { consentBatches: _batches, ...counts } = { consentBatches: undefined, ...data };
    return [{ entry: seq, leafHash, at: ts, kind, ...counts }];
  });

function countsOf(requests: readonly LoggedRequest[]) {
  const of = (wanted: (request: LoggedRequest) => boolean): number => requests.filter(wanted).length;
  return {
    received: requests.length,
    answeredInTime: of(({ lateBy }) => lateBy === 0),
    answeredLate: of(({ lateBy }) => (lateBy ?? 0) > 0),
    open: of(({ state }) => state === 'open'),
    overdue: of(({ state }) => state === 'overdue'),
    extended: of(({ extendedOn }) => extendedOn !== null),
    refused: of(({ outcome }) => outcome === 'refused'),
  };
}

/** Requests of people (Art. 12, 15–22) in numbers: kinds, deadlines, states. No request is an answer, too. */
export const rightsSection: PackSection = ({ entries, profile, asOf, organisation, workspaceId }) => {
  if (profile === 'public') return [];
  const requests = requestsIn(entries, asOf.slice(0, 10));
  const deeds = deedsIn(entries);
  const counts = countsOf(requests);
  const document = {
    title: text.title(organisation),
    said: [text.said(asOf)],
    draft: false,
    sections: [
      {
        heading: text.counts,
        said: [],
        table: {
          heads: text.countHeads,
          rows: (Object.keys(text.countNames) as (keyof typeof counts)[]).map((name) => [
            text.countNames[name],
            count(counts[name]),
          ]),
        },
        records: [],
      },
      {
        heading: text.requests,
        said: requests.length === 0 ? [text.none] : [],
        table: {
          heads: text.heads,
          rows: requests.map((request) => [
            request.ref,
            requestTypeWords[request.type],
            request.receivedOn,
            text.states[request.state],
            request.outcome === null ? '' : text.outcomes[request.outcome],
            request.answeredOn ?? '',
            request.lateBy === null ? (request.dueOn ?? '') : text.late(request.lateBy),
            request.extendedOn ?? '',
            request.entries.join(', '),
          ]),
        },
        records: [],
      },
    ],
    foot: text.foot(workspaceId),
  };
  return [
    packedText(`${packPlaces.rights}/requests.html`, registerPage(document)),
    packedJson(`${packPlaces.rights}/requests.json`, { asOf, counts, requests, deeds }),
  ];
};
