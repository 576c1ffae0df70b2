import { basename } from 'node:path';
import { signedText } from '#shared/certificate/certificate.ts';
import {
  toldCertificate,
  toldCertificateFormat,
  toldCertificateFormatVersion,
} from '#shared/certificate/told-certificate.ts';
import { heldOfFigures, notRecomputedOfFigures, type TargetTold } from '#shared/domain/made-elsewhere.ts';
import { fileOf, type Recipe } from '#shared/domain/recipe-file.ts';
import { canonicalJson } from '#shared/journal/canonical-json.ts';
import type { CompiledScript } from '#shared/recipe/compile-script.ts';
import { shareLeftOut } from '#shared/recipe/told-target.ts';
import { scriptText } from '#shared/text/script.ts';
import { toldCertificateText } from '#shared/text/told-certificate.ts';
import { engineVersions } from '#engine/machine/engine-versions.ts';
import { decimal } from '#engine/privacy/judge-models.ts';
import { planHash } from '#engine/run-recipe/plan-hash.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import type { Workspace } from '#engine/workspace/workspace.ts';
import { signerOfWorkspace } from '../releases/workspace-signer.ts';
import type { ToldRun } from './told-in.ts';

/** A run that told its figures, held against its recipe. */
export interface HeldRun {
  releaseId: string;
  recipe: Recipe;
  referenceDate: string;
  recipient: string | undefined;
  columns: readonly string[];
  checksPath: string;
  script: CompiledScript;
  run: ToldRun;
  target: readonly TargetTold[];
}

function columnsOf({ script: { compiled, leftOut }, columns }: HeldRun) {
  return {
    source: { columns: [...columns], leftOut: [...leftOut] },
    output: {
      columns: compiled.outputs.map(({ name, treatment, sources }) => ({ name, treatment, sources: [...sources] })),
    },
  };
}

/** The text of the certificate of such a run, signed for the workspace. */
export function toldStatement(state: EngineSession, workspace: Workspace, held: HeldRun): string {
  const { recipe, script, run, recipient } = held;
  const { appVersion, clock } = state.environment;
  const { id, organisation, operator } = workspace.summary();
  const purpose = state.findPurpose(recipe.purpose);
  const { duckdb, node } = engineVersions(appVersion);
  const signer = signerOfWorkspace(workspace.keys);
  const unsigned = {
    format: toldCertificateFormat,
    formatVersion: toldCertificateFormatVersion,
    releaseId: held.releaseId,
    createdAt: clock().toISOString(),
    operator,
    workspace: { id, organisation },
    statement: toldCertificateText.statement(scriptText.engine(script.target)),
    release: recipe.release,
    purpose: purpose === null ? null : { id: purpose.id, title: purpose.title },
    ...(recipient === undefined ? {} : { recipient }),
    recipe: fileOf(recipe),
    referenceDate: held.referenceDate,
    planHash: planHash(script.compiled),
    elsewhere: {
      engine: script.target,
      checks: { name: basename(held.checksPath), sha256: run.checks },
      told: run.told,
      held: [...heldOfFigures],
      notRecomputed: [...notRecomputedOfFigures],
    },
    ...columnsOf(held),
    counted: script.counted,
    target: held.target,
    leftOut: {
      share: decimal(shareLeftOut(run.told) ?? 0),
      limit: script.compiled.suppression === null ? null : decimal(recipe.target.suppression),
    },
    versions: { app: appVersion, duckdb, node },
  };
  const signature = signer.sign(Buffer.from(signedText(unsigned), 'utf8'));
  const signed = toldCertificate.parse({
    ...unsigned,
    signature: { algorithm: 'Ed25519', publicKey: signer.publicKey, keyId: signer.keyId, signature },
  });
  return `${canonicalJson(signed)}\n`;
}
