import { Button } from '@mantine/core';
import { appText as text } from '#shared/text/window/app.ts';
import { useRunningJobs } from '#renderer/client/use-job.ts';
import styles from './working.module.css';

/** What a dialog's own job is doing, and Cancel: the title bar's button lies under the dialog. */
export function Working({ name }: { name: string }) {
  const job = useRunningJobs().find((one) => one.name === name);
  if (!job) return null;
  return (
    <div className={styles.working} role="status">
      <span>
        {job.name}
        {job.phase === '' ? '' : `: ${job.phase}`}
      </span>
      <Button disabled={job.cancelling} onClick={() => void job.cancel()}>
        {job.cancelling ? text.cancelling : text.cancel}
      </Button>
    </div>
  );
}
