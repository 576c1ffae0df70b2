import type { EngineSession } from './engine-session.ts';

/** The engine's date as YYYY-MM-DD in local time: what a person means by "today". */
export function today(state: EngineSession): string {
  const now = state.environment.clock();
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
}
