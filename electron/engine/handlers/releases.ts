import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Failure } from '#shared/contract/failure.ts';
import { verifyCertificate } from '#shared/certificate/verify-certificate.ts';
import { releaseText } from '#shared/text/engine/release.ts';
import { registerCrypto } from '#engine/keys/register-crypto.ts';
import { printCertificate } from '#engine/release/print-certificate.ts';
import { os } from '#engine/procedures/builder.ts';
import { datasetRelation } from '#engine/session/dataset-session.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { guardWrite, releaseOutputs } from '#engine/session/guard-write.ts';
import { releaseDataset } from '#engine/use-cases/releases/release-dataset.ts';
import { requiredReason } from '#engine/use-cases/required-reason.ts';

export const releasesHandlers = (state: EngineSession) => {
  const certificatePath = (releaseId: string) => {
    const workspace = state.requireWorkspace();
    if (!workspace.catalog.releases.get(releaseId)) throw new Failure('RELEASE_UNKNOWN', releaseText.gone);
    return join(workspace.directory, 'releases', `${releaseId}.certificate.json`);
  };
  const readCertificate = async (releaseId: string) => {
    const text = await readFile(certificatePath(releaseId), 'utf8').catch(() => {
      throw new Failure('RELEASE_UNKNOWN', releaseText.certificateGone);
    });
    const certificate: unknown = JSON.parse(text);
    const { signature } = verifyCertificate(certificate, {
      verify: registerCrypto.verifySignature,
      outputSha256: null,
    });
    return { certificate, signatureValid: signature === 'valid', outputMatches: null };
  };
  return {
    run: os.releases.run.handler(({ input, signal }) =>
      state.jobs.run(
        { kind: 'release', subject: state.grants.fileName(input.grantId), signal, records: state.jobRecords() },
        async (job) => {
          const outputPath = state.grants.path(input.grantId, 'write');
          await guardWrite(state, releaseOutputs(outputPath));
          const session = await state.dataset(input.datasetId);
          const workspace = state.requireWorkspace();
          // What lies in memory was read a while ago: the release goes by what is held against the register now.
          state.refreshRecord(input.datasetId);
          const { summary } = session.record;
          const duck = await session.duck.connect();
          try {
            const result = await releaseDataset(state, job, {
              source: {
                duck,
                relation: datasetRelation,
                columns: session.columns,
                rows: summary.rows,
                sha256: summary.sha256,
                fileName: summary.fileName,
                rejects: { total: summary.rejectedRows },
              },
              directory: workspace.workDirectory,
              findings: session.effectiveFindings(),
              unconfirmed: session.unconfirmed(),
              recipe: input.recipe,
              outputPath,
              keys: null,
              datasetId: input.datasetId,
              workingRecipe: true,
              keepOrder: input.keepOrder,
              // A save dialog has asked already.
              force: true,
            });
            return { ...result, output: basename(result.output), certificate: basename(result.certificate) };
          } finally {
            duck.close();
          }
        },
      ),
    ),

    list: os.releases.list.handler(() => state.requireWorkspace().catalog.releases.list()),

    certificate: os.releases.certificate.handler(({ input }) => readCertificate(input.releaseId)),

    printCertificate: os.releases.printCertificate.handler(async ({ input }) => {
      const path = state.grants.path(input.grantId, 'write');
      await guardWrite(state, [{ path }]);
      return printCertificate(state.environment.desktop, await readCertificate(input.releaseId), {
        path,
        paper: input.paper,
      });
    }),

    place: os.releases.place.handler(({ input }) => ({ path: state.grants.path(input.grantId, 'write') })),

    showInFolder: os.releases.showInFolder.handler(async ({ input }) => {
      const path = state.grants.path(input.grantId, 'write');
      if (!existsSync(path) || !(await state.environment.desktop.showFile(path)))
        throw new Failure('FILE_MISSING', releaseText.notShown);
      return {};
    }),

    delete: os.releases.delete.handler(async ({ input }) => {
      const path = certificatePath(input.releaseId);
      const workspace = state.requireWorkspace();
      const fileName = workspace.catalog.releases.get(input.releaseId)?.fileName ?? '';
      const reason = requiredReason(input.reason, releaseText.reasonToDelete(fileName));
      workspace.transaction(() => {
        workspace.catalog.releases.delete(input.releaseId);
        workspace.register.append({
          kind: 'release.deleted',
          subjectRef: input.releaseId,
          payload: { releaseId: input.releaseId, fileName, reason },
        });
      });
      await rm(path, { force: true });
      return {};
    }),
  };
};
