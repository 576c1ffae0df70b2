import { os } from '#engine/procedures/builder.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { makeBackup } from '#engine/use-cases/backups/make-backup.ts';
import { restoreBackup } from '#engine/use-cases/backups/restore-backup.ts';
import { verifyBackup } from '#engine/use-cases/backups/verify-backup.ts';

export const backupsHandlers = (state: EngineSession) => ({
  make: os.backups.make.handler(({ input, signal }) =>
    state.jobs.run({ kind: 'backup', subject: state.requireWorkspace().summary().name, signal }, (job) =>
      makeBackup(state, job, input),
    ),
  ),
  verify: os.backups.verify.handler(({ input }) => verifyBackup(state, input)),
  restore: os.backups.restore.handler(({ input }) => restoreBackup(state, input)),
});
