import { told } from '#shared/facts/fact.ts';
import { guardrailsText } from '#shared/text/guardrails.ts';
import { hasFlag, names, visibleOutputs } from './output-view.ts';
import { doesNotApply, guardrail, notStated, pass } from './guard-input.ts';
import { exampleColumn, exampleInput } from './example-input.ts';

const text = guardrailsText.g6;

/** Integrity and confidentiality: k over what is counted, and no secret leaves in any output. */
export const g6 = guardrail({
  id: 'G6',
  title: text.title,
  source: 'GDPR Art. 5(1)(f), 32; WP216 (singling out)',
  needs: ['nearly-unique'],
  judge(input) {
    const secret = names(
      visibleOutputs(input).filter(
        (output) =>
          output.treatment !== 'hashed-keyed' && output.findings.some((finding) => hasFlag(finding, ['credentials'])),
      ),
    );
    if (secret.length > 0)
      return {
        verdict: 'block',
        columns: secret,
        message: text.secret.message(secret),
        evidence: text.secret.evidence(secret.length),
        fix: text.secret.fix,
      };
    const measure = input.measure;
    if (measure === null) return notStated(text.notMeasured);
    const { k, targetK, countsPeople } = measure;
    const evidence = text.evidence(measure.quasiIdentifiers, k, targetK);
    const differing = input.facts['nearly-unique'];
    const unlike = differing.state === 'told' ? differing.value : [];
    if (k >= targetK && unlike.length > 0)
      return {
        verdict: 'warn',
        columns: unlike,
        message: text.nearlyUnique.message(unlike),
        evidence: text.nearlyUnique.evidence(evidence),
        fix: text.nearlyUnique.fix,
      };
    if (k >= targetK && measure.quasiIdentifiers.length === 0) return doesNotApply(text.noneCounted, evidence);
    if (k >= targetK) return pass(text.pass(k, countsPeople, measure.quasiIdentifiers), evidence);
    if (measure.quasiIdentifiers.length === 0 && input.release === 'anonymised')
      return {
        verdict: 'block',
        columns: input.outputs.map(({ name }) => name),
        message: text.fewInAll.message(k, countsPeople, targetK),
        evidence,
        fix: text.fewInAll.fix,
      };
    if (input.release === 'anonymised')
      return {
        verdict: 'block',
        columns: measure.quasiIdentifiers,
        message: text.small.anonymised(k, countsPeople, targetK),
        evidence,
        fix: text.small.fix,
      };
    return {
      verdict: 'warn',
      columns: measure.quasiIdentifiers,
      message: text.small.otherwise(k, countsPeople, targetK),
      evidence,
      fix: text.small.fix,
    };
  },
  examples: [
    { name: 'classes above the target', input: exampleInput([]), verdict: 'pass' },
    { name: 'a unique row in an anonymised release', input: exampleInput([], { measure: { k: 1 } }), verdict: 'block' },
    {
      name: 'a recipe that leaves no row',
      input: exampleInput([], { measure: { k: 0, rowsOut: 0 } }),
      verdict: 'block',
    },
    {
      name: 'a file of too few people',
      input: exampleInput([], { measure: { k: 3, rowsOut: 3, quasiIdentifiers: [], countsPeople: true } }),
      verdict: 'block',
    },
    {
      name: 'an amount to the cent that tells rows apart',
      input: exampleInput([exampleColumn('purchase_amount', 'kept')], {
        facts: { 'nearly-unique': told(['purchase_amount']) },
      }),
      verdict: 'warn',
    },
    {
      name: 'a unique row in a pseudonymised release',
      input: exampleInput([], { release: 'pseudonymised', measure: { k: 1 } }),
      verdict: 'warn',
    },
    {
      name: 'a masked password',
      input: exampleInput([exampleColumn('password', 'masked', { class: 'linked', flags: ['credentials'] })], {
        release: 'pseudonymised',
      }),
      verdict: 'block',
    },
  ],
});
