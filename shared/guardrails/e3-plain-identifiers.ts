import { because } from '#shared/domain/reason.ts';
import { nothingWritten, type WrittenValues, type WrittenIdentifiers } from '#shared/domain/written-value.ts';
import { notAsked, told } from '#shared/facts/fact.ts';
import type { FactAnswers } from '#shared/facts/index.ts';
import type { Undoing } from '#shared/text/guardrails/undoing.ts';
import { e3Text } from '#shared/text/guardrails/e3-plain-identifiers.ts';
import {
  holdsValues,
  isDirectIdentifier,
  isFreeText,
  isOnlineIdentifier,
  names,
  visibleOutputs,
  type SeenOutput,
} from './output-view.ts';
import { unknownInPlain } from './identifiers-in-values.ts';
import { block, guardrail, notStated, pass, warn } from './guardrail.ts';
import { exampleColumn, exampleInput } from './example-input.ts';

/** More columns than these are summed up by the worst of them. */
const mostTold = 5;

/** The measured columns, the fastest undone first. */
function howUndone(answer: FactAnswers['reversal'], columns: readonly string[]): Undoing[] {
  if (answer.state !== 'told') return [];
  return answer.value
    .filter(({ column }) => columns.includes(column))
    .map(({ column, values, perSecond, ...measured }): Undoing & { values?: number } =>
      values === null
        ? { by: 'list', column }
        : { by: 'trying', column, values, perSecond, seconds: Math.round(values / perSecond), ...measured },
    )
    .toSorted((a, b) => (a.values ?? Number.POSITIVE_INFINITY) - (b.values ?? Number.POSITIVE_INFINITY))
    .slice(0, mostTold);
}

const different = (columns: readonly string[]): string[] => [...new Set(columns)];
const isHash = ({ treatment }: SeenOutput): boolean => treatment === 'hashed-keyed' || treatment === 'hashed-unkeyed';
const foundIn = (found: readonly WrittenIdentifiers[]) =>
  found.map(({ column, kind, rows }) => ({ column, kind, rows }));

/** Nothing that points at a person is left: by what the columns are, and by what stands in them. */
function judgeAnonymised(written: WrittenValues | null, outputs: SeenOutput[]) {
  const hashed = outputs.filter(isHash);
  const byType = different(
    names([...outputs.filter((output) => holdsValues(output) && output.findings.some(isDirectIdentifier)), ...hashed]),
  );
  const byValue = foundIn(written?.identifiers ?? []).filter(({ column }) => !byType.includes(column));
  const sentences = different((written?.sentences ?? []).map(({ column }) => column)).filter(
    (column) => !byType.includes(column),
  );
  const columns = different([...byType, ...byValue.map(({ column }) => column), ...sentences]);
  if (columns.length === 0)
    return written === null ? notStated(because('not-looked-at')) : pass(because('none-in-anonymised'));
  const kept = byType.length - hashed.length;
  return block(columns, because('left-in-anonymised', { byType, hashed: hashed.length, kept, byValue, sentences }));
}

/** Without those whose every cell a release empties, since all are past their time. */
function notEmptied(outputs: SeenOutput[], answer: FactAnswers['past-limit']): SeenOutput[] {
  if (answer.state !== 'told') return outputs;
  const emptied = answer.value.filter(({ rows, undated, left }) => left === 0 && rows + undated > 0);
  return outputs.filter(({ sources }) => !sources.some((source) => emptied.some(({ column }) => column === source)));
}

/** Identifiers in plain text, known by their type or by their values; null where none is. */
function judgePlain(written: WrittenValues | null, outputs: SeenOutput[], ofPeople: boolean) {
  const kept = outputs.filter(holdsValues);
  const byType = names(kept.filter((output) => output.findings.some((finding) => finding.class === 'linked')));
  const unknown = unknownInPlain(written?.identifiers ?? [], outputs, ofPeople);
  const byValue = foundIn(unknown.plain).filter(({ column }) => !byType.includes(column));
  if (byType.length + byValue.length > 0)
    return block(
      different([...byType, ...byValue.map(({ column }) => column)]),
      because('in-plain-text', { byType, byValue }),
    );
  const online = different([
    ...names(
      kept.filter((output) => output.findings.some((finding) => isOnlineIdentifier(finding) || isFreeText(finding))),
    ),
    ...unknown.online.map(({ column }) => column),
  ]);
  if (online.length > 0) return warn(online, because('online-in-plain-text'));
  const asTheyWere = new Set(names(kept));
  const digests = different(
    (written?.identifiers ?? [])
      .filter(({ column, kind }) => kind === 'digest' && asTheyWere.has(column))
      .map(({ column }) => column),
  );
  if (digests.length > 0) return warn(digests, because('digests-of-the-source'));
  const sentences = different((written?.sentences ?? []).map(({ column }) => column));
  return sentences.length === 0 ? null : warn(sentences, because('own-words'));
}

/**
 * Store hash values, not plain text: direct identifiers leave only as keyed hashes, as platform hashes for matching, or
 * not at all.
 */
export const e3 = guardrail({
  id: 'E3',
  ...e3Text,
  source: 'Ethics rule 3; GDPR Art. 4(5), 32(1)(a), recitals 26 and 30',
  needs: ['written-values', 'reversal', 'past-limit'],
  blocks: { 'in-plain-text': 'false-word', 'left-in-anonymised': 'false-word' },
  judge(view) {
    const outputs = visibleOutputs(view);
    const looked = view.facts['written-values'];
    const written = looked.state === 'told' ? looked.value : null;
    if (view.release === 'anonymised') return judgeAnonymised(written, outputs);
    const filled = view.asItStands ? outputs : notEmptied(outputs, view.facts['past-limit']);
    const plain = judgePlain(written, filled, view.release === 'targeting');
    if (plain !== null) return plain;
    const unkeyed = outputs.filter((output) => output.treatment === 'hashed-unkeyed');
    if (unkeyed.length > 0) {
      const undone = howUndone(view.facts.reversal, names(unkeyed));
      return view.release === 'targeting'
        ? warn(names(unkeyed), because('hashes-for-platform', { undone }))
        : warn(names(unkeyed), because('hashes-without-key', { undone }));
    }
    if (written === null) return notStated(because('not-looked-at'));
    return pass(outputs.some(isHash) ? because('hashed-under-key') : because('none-in-output'));
  },
  examples: [
    {
      name: 'a plain address',
      input: exampleInput([exampleColumn('email_address', 'kept', { class: 'linked' })], { release: 'pseudonymised' }),
      verdict: 'block',
      code: 'in-plain-text',
    },
    {
      name: 'digests that stood in the source',
      input: exampleInput([exampleColumn('loyalty_segment', 'kept')], {
        release: 'targeting',
        facts: {
          'written-values': told({
            ...nothingWritten,
            identifiers: [{ column: 'loyalty_segment', kind: 'digest', rows: 9, share: 1 }],
          }),
        },
      }),
      verdict: 'warn',
      code: 'digests-of-the-source',
    },
    {
      name: 'a keyed hash in a pseudonymised release',
      input: exampleInput([exampleColumn('email_address', 'hashed-keyed', { class: 'linked' })], {
        release: 'pseudonymised',
      }),
      verdict: 'pass',
      code: 'hashed-under-key',
    },
    {
      name: 'a keyed hash in an anonymised release',
      input: exampleInput([exampleColumn('email_address', 'hashed-keyed', { class: 'linked' })]),
      verdict: 'block',
      code: 'left-in-anonymised',
    },
    {
      name: 'a cookie in an anonymised release',
      input: exampleInput([exampleColumn('cookie_id', 'kept', { flags: ['online_identifier'] })]),
      verdict: 'block',
      code: 'left-in-anonymised',
    },
    {
      name: 'free text in an anonymised release',
      input: exampleInput([exampleColumn('review_text', 'kept')]),
      verdict: 'block',
      code: 'left-in-anonymised',
    },
    {
      name: 'addresses under the name of an order',
      input: exampleInput([exampleColumn('order_id', 'kept')], {
        release: 'pseudonymised',
        facts: {
          'written-values': told({
            identifiers: [{ column: 'order_id', kind: 'email', rows: 40, share: 1 }],
            sentences: [],
          }),
        },
      }),
      verdict: 'block',
      code: 'in-plain-text',
    },
    {
      name: 'sentences under the name of a plan',
      input: exampleInput([exampleColumn('service_subscription', 'kept')], {
        facts: {
          'written-values': told({ identifiers: [], sentences: [{ column: 'service_subscription', rows: 40 }] }),
        },
      }),
      verdict: 'block',
      code: 'left-in-anonymised',
    },
    {
      name: 'values nobody looked at',
      input: exampleInput([], { facts: { 'written-values': notAsked } }),
      verdict: 'warn',
      state: 'not-stated',
      code: 'not-looked-at',
    },
    {
      name: 'a platform hash for matching',
      input: exampleInput([exampleColumn('phone_number', 'hashed-unkeyed', { class: 'linked' })], {
        release: 'targeting',
      }),
      verdict: 'warn',
      code: 'hashes-for-platform',
    },
    {
      name: 'a truncated address',
      input: exampleInput([exampleColumn('ip_address', 'generalised', { flags: ['online_identifier'] })]),
      verdict: 'pass',
      code: 'none-in-anonymised',
    },
    {
      name: 'a hash without a key that is for nobody’s matching',
      input: exampleInput([exampleColumn('phone_number', 'hashed-unkeyed', { class: 'linked' })], {
        release: 'pseudonymised',
      }),
      verdict: 'warn',
      code: 'hashes-without-key',
    },
    {
      name: 'a cookie in a pseudonymised release',
      input: exampleInput([exampleColumn('cookie_id', 'kept', { flags: ['online_identifier'] })], {
        release: 'pseudonymised',
      }),
      verdict: 'warn',
      code: 'online-in-plain-text',
    },
    {
      name: 'sentences in a pseudonymised release',
      input: exampleInput([exampleColumn('service_subscription', 'kept')], {
        release: 'pseudonymised',
        facts: {
          'written-values': told({ identifiers: [], sentences: [{ column: 'service_subscription', rows: 40 }] }),
        },
      }),
      verdict: 'warn',
      code: 'own-words',
    },
    {
      name: 'amounts in a pseudonymised release',
      input: exampleInput([], { release: 'pseudonymised' }),
      verdict: 'pass',
      code: 'none-in-output',
    },
  ],
});
