import { Failure } from '#shared/contract/failure.ts';
import { tokensText } from '#shared/text/engine/tokens.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { sealedTokens } from '#engine/workspace/sealed-names.ts';
import { readTokens } from './token-table.ts';

/**
 * What tokens stand for; the register says who asked before anybody is told.
 * @returns for each token its value, null where the domain has none such
 * @throws Failure WRONG_USAGE where the workspace has no tokens of that domain
 */
export async function lookUpTokens(
  state: EngineSession,
  { domain, tokens }: { domain: string; tokens: string[] },
): Promise<{ values: (string | null)[] }> {
  const workspace = state.requireWorkspace();
  workspace.operators.requireMay('token.looked-up');
  if (!workspace.hasSealed(sealedTokens(domain))) throw new Failure('WRONG_USAGE', tokensText.noDomain(domain));
  const known = await readTokens(workspace, domain);
  const values = tokens.map((token) => known.get(token.trim().toLowerCase()) ?? null);
  const found = values.filter((value) => value !== null).length;
  workspace.register.append({
    kind: 'token.looked-up',
    subjectRef: workspace.id,
    payload: { domain, tokens: tokens.length, found },
  });
  return { values };
}
