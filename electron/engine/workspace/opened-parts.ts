import type { KeyFile } from '#engine/keys/key-file.ts';
import type { Signer } from '#engine/keys/signing-key.ts';
import type { Session } from './session.ts';
import type { WorkspaceEnv } from './workspace-env.ts';

/** What an opened workspace is put together from. */
export interface OpenedParts {
  session: Session;
  file: KeyFile;
  master: Buffer;
  signer: Signer;
  env: WorkspaceEnv;
  workDirectory: string;
}
