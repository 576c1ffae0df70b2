import type { GuardFinding } from '#shared/domain/guardrail.ts';
import type { WrittenValues } from '#shared/domain/written-value.ts';
import { notAsked, told } from '#shared/facts/fact.ts';
import { guardrailsText } from '#shared/text/guardrails.ts';
import {
  isDirectIdentifier,
  isFreeText,
  isOnlineIdentifier,
  names,
  visibleOutputs,
  type SeenOutput,
} from './output-view.ts';
import { unknownInPlain } from './identifiers-in-values.ts';
import { reversalRisk } from './reversal-risk.ts';
import { guardrail, notStated, pass } from './guard-input.ts';
import { exampleColumn, exampleInput } from './example-input.ts';

const text = guardrailsText.e3;

type Answer = Omit<GuardFinding, 'id'>;
const different = (columns: readonly string[]): string[] => [...new Set(columns)];
const isHash = ({ treatment }: SeenOutput): boolean => treatment === 'hashed-keyed' || treatment === 'hashed-unkeyed';

/** Nothing that points at a person is left: by what the columns are, and by what stands in them. */
function judgeAnonymised(written: WrittenValues | null, outputs: SeenOutput[]): Answer {
  const hashed = outputs.filter(isHash);
  const byType = different(
    names([
      ...outputs.filter((output) => output.treatment === 'kept' && output.findings.some(isDirectIdentifier)),
      ...hashed,
    ]),
  );
  const byValue = (written?.identifiers ?? []).filter(({ column }) => !byType.includes(column));
  const sentences = different((written?.sentences ?? []).map(({ column }) => column)).filter(
    (column) => !byType.includes(column),
  );
  const columns = different([...byType, ...byValue.map(({ column }) => column), ...sentences]);
  if (columns.length === 0) return written === null ? notStated(text.notLooked) : pass(text.passAnonymised);
  const said = [
    ...(byType.length > 0
      ? [
          {
            message: text.anonymised.message(byType),
            evidence: text.anonymised.evidence(hashed.length, byType.length - hashed.length),
          },
        ]
      : []),
    ...(byValue.length > 0
      ? [
          {
            message: text.values.message('anonymised', byValue),
            evidence: text.values.evidence(different(byValue.map(({ column }) => column)).length),
          },
        ]
      : []),
    ...(sentences.length > 0
      ? [{ message: text.sentences.message(sentences), evidence: text.sentences.evidence(sentences.length) }]
      : []),
  ];
  return {
    verdict: 'block',
    columns,
    message: said.map(({ message }) => message).join(' '),
    evidence: said.map(({ evidence }) => evidence).join(' '),
    fix: text.anonymised.fix,
  };
}

/** Identifiers in plain text, known by their type or by their values. */
function judgePlain(written: WrittenValues | null, outputs: SeenOutput[]): Answer | null {
  const kept = outputs.filter((output) => output.treatment === 'kept');
  const plain = names(kept.filter((output) => output.findings.some((finding) => finding.class === 'linked')));
  const unknown = unknownInPlain(written?.identifiers ?? [], outputs);
  const byValue = unknown.plain.filter(({ column }) => !plain.includes(column));
  if (plain.length + byValue.length > 0) {
    const said = [
      ...(plain.length > 0
        ? [{ message: text.plain.message(plain), evidence: text.plain.evidence(plain.length) }]
        : []),
      ...(byValue.length > 0
        ? [
            {
              message: text.values.message('other', byValue),
              evidence: text.values.evidence(different(byValue.map(({ column }) => column)).length),
            },
          ]
        : []),
    ];
    return {
      verdict: 'block',
      columns: different([...plain, ...byValue.map(({ column }) => column)]),
      message: said.map(({ message }) => message).join(' '),
      evidence: said.map(({ evidence }) => evidence).join(' '),
      fix: text.plain.fix,
    };
  }
  const online = different([
    ...names(
      kept.filter((output) => output.findings.some((finding) => isOnlineIdentifier(finding) || isFreeText(finding))),
    ),
    ...unknown.online.map(({ column }) => column),
  ]);
  if (online.length > 0)
    return {
      verdict: 'warn',
      columns: online,
      message: text.online.message(online),
      evidence: text.online.evidence(online.length),
      fix: text.online.fix,
    };
  const sentences = different((written?.sentences ?? []).map(({ column }) => column));
  if (sentences.length === 0) return null;
  return {
    verdict: 'warn',
    columns: sentences,
    message: text.sentencesElsewhere.message(sentences),
    evidence: text.sentencesElsewhere.evidence(sentences.length),
    fix: text.online.fix,
  };
}

/**
 * Store hash values, not plain text: direct identifiers leave only as keyed hashes, as platform hashes for matching, or
 * not at all.
 */
export const e3 = guardrail({
  id: 'E3',
  title: text.title,
  source: 'Ethics rule 3; GDPR Art. 4(5), 32(1)(a), recitals 26 and 30',
  needs: ['written-values'],
  judge(input) {
    const outputs = visibleOutputs(input);
    const looked = input.facts['written-values'];
    const written = looked.state === 'told' ? looked.value : null;
    if (input.release === 'anonymised') return judgeAnonymised(written, outputs);
    const plain = judgePlain(written, outputs);
    if (plain !== null) return plain;
    const unkeyed = outputs.filter((output) => output.treatment === 'hashed-unkeyed');
    if (unkeyed.length > 0) {
      const risks = different(
        unkeyed.flatMap((output) => output.findings.map((finding) => reversalRisk(finding.type))),
      );
      return {
        verdict: 'warn',
        columns: names(unkeyed),
        message: text.unkeyed.message(names(unkeyed)),
        evidence: risks.join(' '),
        fix: input.release === 'targeting' ? text.unkeyed.fixTargeting : text.unkeyed.fixOtherwise,
      };
    }
    if (written === null) return notStated(text.notLooked);
    return pass(outputs.some(isHash) ? text.passHashed : text.passNone);
  },
  examples: [
    {
      name: 'a plain address',
      input: exampleInput([exampleColumn('email_address', 'kept', { class: 'linked' })], { release: 'pseudonymised' }),
      verdict: 'block',
    },
    {
      name: 'a keyed hash in a pseudonymised release',
      input: exampleInput([exampleColumn('email_address', 'hashed-keyed', { class: 'linked' })], {
        release: 'pseudonymised',
      }),
      verdict: 'pass',
    },
    {
      name: 'a keyed hash in an anonymised release',
      input: exampleInput([exampleColumn('email_address', 'hashed-keyed', { class: 'linked' })]),
      verdict: 'block',
    },
    {
      name: 'a cookie in an anonymised release',
      input: exampleInput([exampleColumn('cookie_id', 'kept', { flags: ['online_identifier'] })]),
      verdict: 'block',
    },
    {
      name: 'free text in an anonymised release',
      input: exampleInput([exampleColumn('review_text', 'kept')]),
      verdict: 'block',
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
    },
    {
      name: 'sentences under the name of a plan',
      input: exampleInput([exampleColumn('service_subscription', 'kept')], {
        facts: {
          'written-values': told({ identifiers: [], sentences: [{ column: 'service_subscription', rows: 40 }] }),
        },
      }),
      verdict: 'block',
    },
    {
      name: 'values nobody looked at',
      input: exampleInput([], { facts: { 'written-values': notAsked } }),
      verdict: 'warn',
      state: 'not-stated',
    },
    {
      name: 'a platform hash for matching',
      input: exampleInput([exampleColumn('phone_number', 'hashed-unkeyed', { class: 'linked' })], {
        release: 'targeting',
      }),
      verdict: 'warn',
    },
    {
      name: 'a truncated address',
      input: exampleInput([exampleColumn('ip_address', 'generalised', { flags: ['online_identifier'] })]),
      verdict: 'pass',
    },
  ],
});
