import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { contractVersion } from '#shared/contract/engine.ts';
import { Failure } from '#shared/contract/failure.ts';
import { engineText } from '#shared/text/engine/engine.ts';
import { os } from '#engine/procedures/builder.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { engineVersions } from '#engine/machine/engine-versions.ts';

export const engineHandlers = (state: EngineSession) => ({
  hello: os.engine.hello.handler(({ input }) => {
    if (input.contractVersion !== contractVersion) throw new Failure('CONTRACT_MISMATCH', engineText.otherVersion);
    return engineVersions(state.environment.appVersion);
  }),

  thirdPartyNotices: os.engine.thirdPartyNotices.handler(async () => {
    try {
      return { text: await readFile(join(state.environment.resourcesDirectory, 'third-party-notices.txt'), 'utf8') };
    } catch {
      throw new Failure('FILE_MISSING', engineText.noticesMissing);
    }
  }),
});
