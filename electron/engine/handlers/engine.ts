import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { contractVersion } from '#shared/contract/engine.ts';
import { Failure } from '#shared/contract/failure.ts';
import { engineText } from '#shared/text/engine/engine.ts';
import { os } from '#engine/dispatch/builder.ts';
import type { EngineState } from '#engine/state/engine-state.ts';
import { engineVersions } from '#engine/state/engine-versions.ts';

export const engineHandlers = (state: EngineState) => ({
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
