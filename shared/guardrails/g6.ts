import { counted, hasFlag, listed, names, visibleOutputs } from './output-view.ts';
import { noFacts, pass, type Guardrail } from './guard-input.ts';
import { exampleColumn, exampleInput } from './example-input.ts';

/** Integrity and confidentiality: nobody can be singled out of an anonymised output, and no secret leaves in any. */
export const g6: Guardrail = {
  id: 'G6',
  title: 'Integrity and confidentiality',
  source: 'GDPR Art. 5(1)(f), 32; WP216 (singling out)',
  judge(input) {
    const secret = names(visibleOutputs(input).filter((output) => output.treatment !== 'hashed-keyed' && output.findings.some((finding) => hasFlag(finding, ['credentials']))));
    if (secret.length > 0)
      return { verdict: 'block', columns: secret, message: `Passwords or other credentials are in the output: ${listed(secret)}.`, evidence: `${secret.length} output columns come from credentials.`, fix: 'Drop them: no purpose needs them.' };
    const measure = input.measure;
    if (measure === null) return pass('No output was measured.');
    const evidence = `Measured over ${measure.quasiIdentifiers.length} quasi-identifiers${measure.quasiIdentifiers.length === 0 ? '' : ` (${listed(measure.quasiIdentifiers)})`}: k ${measure.k}, target ${measure.targetK}.`;
    const unlike = input.facts.nearlyUnique;
    if (measure.k >= measure.targetK && unlike.length > 0)
      return { verdict: 'warn', columns: unlike, message: `Nearly every row differs in ${listed(unlike)}: whoever has the source can match rows by it.`, evidence: `${evidence} These columns are not counted as quasi-identifiers.`, fix: 'Drop, round or band these columns.' };
    if (measure.k >= measure.targetK) return pass(`Every combination is shared by at least ${counted(measure.k, measure.countsPeople)}.`, evidence);
    const small = `Some combinations are shared by only ${counted(measure.k, measure.countsPeople)}, ${measure.targetK} are wanted`;
    if (measure.quasiIdentifiers.length === 0 && input.release === 'anonymised')
      return { verdict: 'block', columns: input.outputs.map(({ name }) => name), message: `The output is of ${counted(measure.k, measure.countsPeople)} in all, ${measure.targetK} are wanted: so few can be singled out.`, evidence, fix: 'Take a file of more people, or make it a pseudonymised release.' };
    const fix = 'Generalise or drop one of these columns, or suppress small classes over all of them.';
    if (input.release === 'anonymised') return { verdict: 'block', columns: measure.quasiIdentifiers, message: `${small}: people can be singled out.`, evidence, fix };
    return { verdict: 'warn', columns: measure.quasiIdentifiers, message: `${small}. The output is personal data and must be protected as such.`, evidence, fix };
  },
  examples: [
    { name: 'classes above the target', input: exampleInput([]), verdict: 'pass' },
    { name: 'a unique row in an anonymised release', input: exampleInput([], { measure: { k: 1 } }), verdict: 'block' },
    { name: 'a file of too few people', input: exampleInput([], { measure: { k: 3, rowsOut: 3, quasiIdentifiers: [], countsPeople: true } }), verdict: 'block' },
    { name: 'an amount to the cent that tells rows apart', input: exampleInput([exampleColumn('purchase_amount', 'kept')], { facts: { ...noFacts, nearlyUnique: ['purchase_amount'] } }), verdict: 'warn' },
    { name: 'a unique row in a pseudonymised release', input: exampleInput([], { release: 'pseudonymised', measure: { k: 1 } }), verdict: 'warn' },
    { name: 'a masked password', input: exampleInput([exampleColumn('password', 'masked', { class: 'linked', flags: ['credentials'] })], { release: 'pseudonymised' }), verdict: 'block' },
  ],
};
