import { connectionState } from '#renderer/client/connection.ts';
import { notifyFailure } from '#renderer/client/notify.ts';
import { finishPendingWork } from '#renderer/client/pending-work.ts';
import { runningJobs } from '#renderer/client/use-job.ts';
import { whatIsAtStake, type AtStake } from './at-stake.ts';
import { showDialog } from './dialog-state.ts';

const patienceMs = 5_000;

/**
 * An engine that says nothing for this long can save nothing either: then only the jobs it may be busy with are asked
 * about.
 */
const silence = (): Promise<AtStake | null> =>
  new Promise((resolve) => {
    setTimeout(() => {
      const jobs = runningJobs().map(({ name }) => name);
      resolve(jobs.length > 0 ? { temporary: false, jobs, unsaved: false } : null);
    }, patienceMs);
  });

/**
 * The window is about to close, or the app to quit: asks where a temporary workspace, a running job or something
 * typed would be lost.
 */
export async function answerCloseAsked(): Promise<void> {
  const close = (): Promise<void> => window.custos.answerClose({ answer: 'close' });
  if (connectionState.get().phase !== 'ready') return close();
  const look = async () => {
    let unsaved = false;
    await finishPendingWork().catch((error: unknown) => {
      unsaved = true;
      notifyFailure(error);
    });
    const stake = await whatIsAtStake();
    return unsaved ? { temporary: false, jobs: [], ...stake, unsaved } : stake;
  };
  const stake = await Promise.race([look(), silence()]).catch(() => null);
  if (!stake) return close();
  showDialog({ kind: 'leave', stake, then: close });
  return window.custos.answerClose({ answer: 'ask' });
}
