import { Failure } from '#shared/contract/failure.ts';
import { tokensText } from '#shared/text/engine/tokens.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { sealedTokens } from '#engine/workspace/sealed-names.ts';
import type { Workspace } from '#engine/workspace/workspace.ts';
import { requiredReason } from '../required-reason.ts';
import { forgetTokens, readTokens } from './token-table.ts';

interface AskedTokens {
  domain: string;
  tokens: string[];
}

const asWritten = (token: string): string => token.trim().toLowerCase();

/** The workspace, where it has the domain. @throws Failure WRONG_USAGE where it has written no token of it */
function holding(state: EngineSession, domain: string): Workspace {
  const workspace = state.requireWorkspace();
  if (!workspace.hasSealed(sealedTokens(domain))) throw new Failure('WRONG_USAGE', tokensText.noDomain(domain));
  return workspace;
}

/**
 * What tokens stand for; the register says who asked before anybody is told.
 * @returns for each token its value, null where the domain has none such
 * @throws Failure WRONG_USAGE where the workspace has no tokens of that domain
 */
export async function lookUpTokens(
  state: EngineSession,
  { domain, tokens }: AskedTokens,
): Promise<{ values: (string | null)[] }> {
  const workspace = holding(state, domain);
  workspace.operators.requireMay('token.looked-up');
  const known = await readTokens(workspace, domain);
  const values = tokens.map((token) => known.get(asWritten(token)) ?? null);
  const found = values.filter((value) => value !== null).length;
  workspace.register.append({
    kind: 'token.looked-up',
    subjectRef: workspace.id,
    payload: { domain, tokens: tokens.length, found },
  });
  return { values };
}

/**
 * Takes tokens out of the table: nobody can look them up any more, though the same value gets the same token again.
 * @throws Failure WRONG_USAGE where the workspace has no tokens of that domain, or without a reason
 */
export async function forgetLookedUp(
  state: EngineSession,
  { domain, tokens, reason }: AskedTokens & { reason: string },
): Promise<{ forgotten: number }> {
  const workspace = holding(state, domain);
  workspace.operators.requireMay('token.forgotten');
  const why = requiredReason(reason, tokensText.reasonMissing);
  const forgotten = await forgetTokens(workspace, domain, [...new Set(tokens.map(asWritten))]);
  workspace.register.append({
    kind: 'token.forgotten',
    subjectRef: workspace.id,
    payload: { domain, tokens: forgotten, reason: why },
  });
  return { forgotten };
}
