import { engine } from '#renderer/client/connection.ts';
import { runningJobs } from '#renderer/client/use-job.ts';

/** What would be lost by leaving the workspace now. */
export interface AtStake {
  /** It is a temporary one with something in it, which leaving wipes. */
  temporary: boolean;
  /** Names of the jobs that would be stopped. */
  jobs: readonly string[];
  /** What was typed could not be saved. */
  unsaved: boolean;
}

async function isTemporaryWithSomething(): Promise<boolean> {
  if (!(await engine.workspaces.current({}))?.temporary) return false;
  const [datasets, releases] = await Promise.all([engine.datasets.list({}), engine.releases.list({})]);
  return datasets.length > 0 || releases.length > 0;
}

/** Null where nothing is at stake. */
export async function whatIsAtStake(): Promise<AtStake | null> {
  const temporary = await isTemporaryWithSomething();
  const jobs = runningJobs().map(({ name }) => name);
  return temporary || jobs.length > 0 ? { temporary, jobs, unsaved: false } : null;
}
