import { because } from '#shared/domain/reason.ts';
import { told } from '#shared/facts/fact.ts';
import { g6Text } from '#shared/text/guardrails/g6-confidentiality.ts';
import { hasFlag, names, visibleOutputs } from './output-view.ts';
import { block, doesNotApply, guardrail, notStated, pass, warn } from './guardrail.ts';
import { exampleColumn, exampleInput } from './example-input.ts';

/** Integrity and confidentiality: k over what is counted, and no secret leaves in any output. */
export const g6 = guardrail({
  id: 'G6',
  ...g6Text,
  source: 'GDPR Art. 5(1)(f), 32; WP216 (singling out)',
  needs: ['nearly-unique'],
  blocks: {
    credentials: 'no-need',
    'small-classes-in-anonymised': 'false-word',
    'few-in-all': 'false-word',
  },
  judge(view) {
    const secret = names(
      visibleOutputs(view).filter(
        (output) =>
          output.treatment !== 'hashed-keyed' && output.findings.some((finding) => hasFlag(finding, ['credentials'])),
      ),
    );
    if (secret.length > 0) return block(secret, because('credentials'));
    if (view.measure === null) return notStated(because('not-measured'));
    const { k, targetK, countsPeople, quasiIdentifiers: counted, holdsNoRows = false } = view.measure;
    if (holdsNoRows || view.measure.drawn) return doesNotApply(because('nobodys-rows'));
    const classes = { k, targetK, countsPeople, counted };
    const differing = view.facts['nearly-unique'];
    if (k >= targetK && differing.state === 'told' && differing.value.length > 0)
      return warn(differing.value, because('nearly-unique', classes));
    if (k >= targetK && counted.length === 0) return doesNotApply(because('none-counted', classes));
    if (k >= targetK) return pass(because('classes-reach-target', classes));
    if (view.release !== 'anonymised') return warn(counted, because('small-classes', classes));
    if (counted.length > 0) return block(counted, because('small-classes-in-anonymised', classes));
    return block(
      view.outputs.map(({ name }) => name),
      because('few-in-all', classes),
    );
  },
  examples: [
    { name: 'classes above the target', input: exampleInput([]), verdict: 'pass', code: 'classes-reach-target' },
    {
      name: 'a unique row in an anonymised release',
      input: exampleInput([], { measure: { k: 1 } }),
      verdict: 'block',
      code: 'small-classes-in-anonymised',
    },
    {
      name: 'a recipe that leaves no row',
      input: exampleInput([], { measure: { k: 0, rowsOut: 0 } }),
      verdict: 'block',
      code: 'small-classes-in-anonymised',
    },
    {
      name: 'a file of too few people',
      input: exampleInput([], { measure: { k: 3, rowsOut: 3, quasiIdentifiers: [], countsPeople: true } }),
      verdict: 'block',
      code: 'few-in-all',
    },
    {
      name: 'no column by which people are recognised',
      input: exampleInput([], { release: 'pseudonymised', measure: { quasiIdentifiers: [] } }),
      verdict: 'pass',
      state: 'does-not-apply',
      code: 'none-counted',
    },
    {
      name: 'rows that are drawn',
      input: exampleInput([], { measure: { quasiIdentifiers: [], drawn: true } }),
      verdict: 'pass',
      state: 'does-not-apply',
      code: 'nobodys-rows',
    },
    {
      name: 'an amount to the cent that tells rows apart',
      input: exampleInput([exampleColumn('purchase_amount', 'kept')], {
        facts: { 'nearly-unique': told(['purchase_amount']) },
      }),
      verdict: 'warn',
      code: 'nearly-unique',
    },
    {
      name: 'a unique row in a pseudonymised release',
      input: exampleInput([], { release: 'pseudonymised', measure: { k: 1 } }),
      verdict: 'warn',
      code: 'small-classes',
    },
    {
      name: 'a masked password',
      input: exampleInput([exampleColumn('password', 'masked', { class: 'linked', flags: ['credentials'] })], {
        release: 'pseudonymised',
      }),
      verdict: 'block',
      code: 'credentials',
    },
    {
      name: 'nothing measured',
      input: exampleInput([], { measure: null }),
      verdict: 'warn',
      state: 'not-stated',
      code: 'not-measured',
    },
  ],
});
