import type { ModelVerdict } from '#shared/certificate/certificate.ts';
import type { Finding } from '#shared/domain/finding.ts';
import type { Risk } from '#shared/domain/risk.ts';
import type { GuardOutput } from '#shared/guardrails/guard-input.ts';
import { hasFlag } from '#shared/guardrails/output-view.ts';
import { specialFlags } from '#shared/guardrails/special-flags.ts';
import { privacyModels } from '#shared/privacy-models/index.ts';

/**
 * Outputs that must not be told by a class: those whose value, once tied to a person, could harm them and can still be
 * read (special categories, crime, money), and those the recipe protects.
 */
export function sensitiveOutputs(
  outputs: readonly GuardOutput[],
  findings: readonly Finding[],
  guarded: readonly string[],
): string[] {
  const sensitive = new Set(
    findings.filter((finding) => hasFlag(finding, [...specialFlags, 'financial'])).map((finding) => finding.name),
  );
  return outputs
    .filter(
      (output) =>
        !/^(redacted|hashed-)/.test(output.treatment) &&
        (guarded.includes(output.name) || output.sources.some((source) => sensitive.has(source))),
    )
    .map((output) => output.name);
}

/** Decimals of a certificate are text of at most six places. */
export const decimal = (value: number): string => String(Math.round(value * 1e6) / 1e6);

/**
 * Every privacy model's answer: k over the classes as they are, l and t per sensitive column over the classes of the
 * other columns.
 */
export function judgeModels(
  k: number,
  targetK: number,
  sensitive: readonly { column: string; risk: Risk }[],
): ModelVerdict[] {
  const whole = { k } as Risk;
  return privacyModels.flatMap((model) =>
    (model.perColumn ? sensitive : [{ column: '', risk: whole }]).map(({ column, risk }) => {
      const value = model.value(risk, column);
      const wanted = model.perColumn ? model.usual : targetK;
      return {
        model: model.id,
        column: model.perColumn ? column : null,
        value: decimal(value),
        wanted: decimal(wanted),
        met: model.met(value, wanted),
        detail: model.explain(value, wanted, column),
      };
    }),
  );
}
