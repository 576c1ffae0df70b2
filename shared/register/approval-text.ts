import { sameText } from './any-body.ts';
import type { Statement } from './register-snapshot.ts';

/**
 * What an approval signs: the register, the exact version by its hash, and the generated statements taken over. Its
 * first line keeps the signature from passing for one of anything else.
 * @param sha256 the version's, lower-case hex
 */
export const approvalText = (workspaceId: string, sha256: string, takenOver: readonly Statement[]): string =>
  `custos-record-approval/1\n${workspaceId}\n${sha256}\n${sameText(takenOver)}\n`;
