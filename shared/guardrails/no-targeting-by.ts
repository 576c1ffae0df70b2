import type { ColumnFlag } from '#shared/domain/column-class.ts';
import { specialFlags } from '#shared/policy/index.ts';
import type { SemanticTypeId } from '#shared/semantic-types/index.ts';
import { guardrailsText } from '#shared/text/guardrails.ts';
import { exampleColumn, exampleInput } from './example-input.ts';
import { doesNotApply, pass, type Guardrail } from './guard-input.ts';
import { hasFlag, names, visibleOutputs } from './output-view.ts';

/** What a rule says that keeps a kind of data out of targeting. */
interface Words {
  notForTargeting: string;
  pass: string;
  message(columns: string[]): string;
  evidence(columns: number): string;
  fix: string;
}

/**
 * A column with a flag that the policy in force bars stops a targeting release, in coarse groups too; only what is
 * dropped or hidden passes.
 * @param isOwn whether this rule is the one that answers for a flag
 * @param sample a type that bears one of them, for the worked cases
 */
export function noTargetingBy(
  isOwn: (flag: ColumnFlag) => boolean,
  text: Words,
  sample: { type: SemanticTypeId; flag: ColumnFlag },
): Pick<Guardrail<string, never>, 'needs' | 'judge' | 'examples'> {
  const column = (treatment: 'generalised' | 'redacted') =>
    exampleColumn(sample.type, treatment, { class: 'linkable', flags: [sample.flag] });
  const release = 'targeting';
  return {
    needs: [],
    judge(input) {
      if (input.release !== release) return doesNotApply(text.notForTargeting);
      const outputs = visibleOutputs(input);
      if (outputs.length === 0) return doesNotApply(guardrailsText.noColumns);
      const bearing = (flags: readonly ColumnFlag[]): string[] =>
        names(outputs.filter((output) => output.findings.some((finding) => hasFlag(finding, flags))));
      const flags = input.policy.barred.filter(isOwn);
      const columns = bearing(flags);
      if (columns.length === 0) return pass(text.pass);
      const byLaw = bearing(flags.filter((flag) => specialFlags.includes(flag)));
      const byWorkspace = columns.filter((column) => !byLaw.includes(column));
      return {
        verdict: 'block',
        columns,
        message: [
          ...(byLaw.length === 0 ? [] : [text.message(byLaw)]),
          ...(byWorkspace.length === 0 ? [] : [guardrailsText.barredHere(byWorkspace)]),
        ].join(' '),
        evidence: text.evidence(columns.length),
        fix: text.fix,
      };
    },
    examples: [
      { name: 'an ordinary column', input: exampleInput([], { release }), verdict: 'pass' },
      { name: 'even in coarse groups', input: exampleInput([column('generalised')], { release }), verdict: 'block' },
      { name: 'dropped or redacted', input: exampleInput([column('redacted')], { release }), verdict: 'pass' },
      { name: 'not for targeting', input: exampleInput([column('generalised')]), verdict: 'pass' },
    ],
  };
}
