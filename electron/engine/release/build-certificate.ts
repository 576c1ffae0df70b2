import { basename } from 'node:path';
import type { z } from 'zod';
import {
  certificate as schema,
  certificateFormat,
  certificateFormatVersion,
  signedText,
  type Certificate,
  type ModelVerdict,
} from '#shared/certificate/certificate.ts';
import { fileOf } from '#shared/domain/recipe-file.ts';
import type { AttackFindings } from '#shared/domain/attack-results.ts';
import type { GuardFinding } from '#shared/domain/guardrail.ts';
import { certifiedFindings } from '#shared/certificate/certified-attacks.ts';
import { certifiedSpendOf } from '#shared/certificate/certified-spend.ts';
import { certifiedRuling } from '#shared/certificate/certified-policy.ts';
import type { PolicyRuling } from '#shared/policy/policy-in-force.ts';
import type { CompiledRecipe } from '#shared/recipe/compile-recipe.ts';
import { undecidedInOutput } from '#shared/recipe/undecided-columns.ts';
import { engineVersions } from '#engine/machine/engine-versions.ts';
import type { LedgerInHand } from '../facts/ledger-lookup.ts';
import { decimal } from '../privacy/judge-models.ts';
import type { Spent } from './spent-together.ts';
import type { MeasuredOutput } from './measure-output.ts';
import type { PopulationCounter } from './population-counter.ts';
import type { ReleaseFormat } from './formats/release-format.ts';
import type { Recomputed } from './recompute.ts';
import type { LabelledRelease } from './release-label.ts';
import { isDrawn, type WayMade } from '../run-recipe/ways/apply-way.ts';
import type { TransformedRows } from '../run-recipe/transform-rows.ts';
import type { ReleaseInput } from './release-input.ts';

export interface CertificateFacts {
  compiled: CompiledRecipe;
  leftOut: TransformedRows['leftOut'];
  /** The rulings that decided something. */
  policy: PolicyRuling[];
  referenceDate: string;
  plan: string;
  format: ReleaseFormat;
  bytes: number;
  checked: Recomputed;
  measured: MeasuredOutput;
  findings: GuardFinding[];
  label: LabelledRelease;
  models: ModelVerdict[];
  spent: Spent | null;
  /** Null: the target asks for none. */
  population: PopulationCounter | null;
  /** Null: it was not attacked. */
  attacks: AttackFindings | null;
}

const certificateVersions = (appVersion: string): Record<string, string> => {
  const { duckdb, node } = engineVersions(appVersion);
  return { app: appVersion, duckdb, node };
};

/** The outputs, and what is counted or summed up beside them: a count is made of no column of the source. */
const writtenColumns = ({ compiled, measured: { counted } }: CertificateFacts) => [
  ...compiled.outputs,
  ...(counted?.columns ?? []).map(({ name, of }) => ({
    name,
    treatment: 'generalised' as const,
    sources: compiled.beside.find((output) => output.name === of)?.sources ?? [],
  })),
];

/** How wide the noise of each figure is, where counts have any. */
const figuresOf = (way: WayMade | null) => (way?.id === 'noisy-counts' ? way.figures : []);

const consentOf = ({ columns, lastEvent, day }: LedgerInHand) => ({ columns: [...columns], lastEvent, day });

const outsiderOf = ({ outsider }: Recomputed) => ({
  uniqueAllColumns: outsider.uniqueAllColumns,
  relinkable: decimal(outsider.relinkable),
  earlierReleases:
    outsider.earlierReleases?.map((earlier) => ({
      ...earlier,
      joined: earlier.joined === null ? null : decimal(earlier.joined),
    })) ?? null,
  ...(outsider.earlierEditions.length > 0 && {
    earlierEditions: outsider.earlierEditions.map((edition) => ({
      ...edition,
      joined: edition.joined === null ? null : decimal(edition.joined),
    })),
  }),
});

const populationOf = (
  { fileName, sha256, rows, people, counts, k }: PopulationCounter,
  { population: least }: Recomputed,
) => ({ name: fileName, sha256, rows, people, counts, k, least: least ?? 0 });

/** The written file: its bytes, their form, and its columns. */
function outputOf(input: Omit<ReleaseInput, 'files'>, facts: CertificateFacts): z.input<typeof schema>['output'] {
  const { checked, format } = facts;
  const headers = new Map(input.source.columns.map(({ name, header }) => [name, header]));
  for (const { output, header } of input.layout?.columns ?? []) if (output !== null) headers.set(output, header);
  return {
    name: basename(input.outputPath),
    format: format.id,
    sha256: checked.sha256,
    bytes: facts.bytes,
    rows: checked.lines,
    ...(input.asText !== true && format.stores.length > 0 ? { typed: true as const } : {}),
    ...(input.form === undefined ? {} : { form: input.form }),
    columns: writtenColumns(facts).map(({ name, treatment, sources }, at) => {
      const header = headers.get(name) ?? name;
      const written = checked.types[at];
      return { name, treatment, sources, ...(header === name ? {} : { header }), ...(written && { written }) };
    }),
  };
}

/** The certificate of a written and re-measured file, signed where there is a workspace to sign for it. */
export function buildCertificate(input: Omit<ReleaseInput, 'files'>, facts: CertificateFacts): Certificate {
  const { source, recipe } = input;
  const { checked, measured } = facts;
  const { measure } = measured;
  const unsigned = schema.parse({
    format: certificateFormat,
    formatVersion: certificateFormatVersion,
    createdAt: input.now.toISOString(),
    operator: input.operator,
    workspace: input.workspace,
    release: recipe.release,
    label: facts.label.label,
    statement: facts.label.statement,
    purpose: input.purpose === null ? null : { id: input.purpose.id, title: input.purpose.title },
    ...(input.recipient === undefined ? {} : { recipient: input.recipient }),
    inputs: [
      {
        name: source.fileName,
        sha256: source.sha256,
        rows: source.rows,
        rejectedRows: source.rejects.total,
        ...(source.rewrites === undefined ? {} : { rewrites: source.rewrites }),
        columns: source.columns.length,
      },
    ],
    ...(facts.population === null ? {} : { population: populationOf(facts.population, checked) }),
    recipe: fileOf(recipe),
    referenceDate: facts.referenceDate,
    ...(input.elsewhere === undefined ? {} : { elsewhere: input.elsewhere.made }),
    ...(facts.policy.length === 0 ? {} : { policy: facts.policy.map(certifiedRuling) }),
    ...(input.ledger && recipe.release !== 'anonymised' ? { consent: consentOf(input.ledger) } : {}),
    ...(input.audience === undefined ? {} : { audience: input.audience }),
    ...(facts.spent === null
      ? {}
      : { spent: certifiedSpendOf(facts.spent.here, facts.spent.together, figuresOf(measured.way)) }),
    planHash: facts.plan,
    rowOrder: input.keepOrder ? 'kept' : 'shuffled',
    output: outputOf(input, facts),
    leftOut: facts.leftOut,
    undecided: undecidedInOutput(source.columns, input.findings, writtenColumns(facts)),
    rows: { in: measure.rowsIn, out: checked.rows, suppressed: measure.suppressed, excluded: measured.excluded },
    measured: {
      quasiIdentifiers: measure.quasiIdentifiers,
      counts: measure.countsPeople ? 'people' : 'rows',
      // Behind a drawn row nobody stands: there is no group, and none is claimed.
      k: isDrawn(measured.way) ? 0 : checked.k,
      uniqueRows: checked.uniqueRows,
      classes: checked.classes,
      targetK: measure.targetK,
      suppressionLimit: decimal(measure.suppressionLimit),
      suppressedShare: decimal(measure.rowsIn === 0 ? 0 : measure.suppressed / measure.rowsIn),
    },
    outsider: outsiderOf(checked),
    ...(facts.attacks === null ? {} : { attacks: certifiedFindings(facts.attacks) }),
    models: facts.models,
    disclosureTests: facts.label.tests,
    failedCasts: measure.failedCasts,
    guardrails: facts.findings,
    versions: certificateVersions(input.appVersion),
    signature: null,
  });
  if (input.signer === null) return unsigned;
  const signature = input.signer.sign(Buffer.from(signedText(unsigned), 'utf8'));
  return {
    ...unsigned,
    signature: { algorithm: 'Ed25519', publicKey: input.signer.publicKey, keyId: input.signer.keyId, signature },
  };
}
