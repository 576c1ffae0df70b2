import { Button, Progress } from '@mantine/core';
import { useRunningJobs, type RunningJob } from '#renderer/client/use-job.ts';
import { appText } from '#shared/text/window/app.ts';
import { percent } from '#shared/text/numbers.ts';
import styles from './job-list.module.css';

/** One running job: its name, an honest bar (striped while the total is unknown) and Cancel. */
function JobItem({ job }: { job: RunningJob }) {
  const share = job.share === null ? null : Math.round(job.share * 100);
  return (
    <div className={styles.job}>
      <div className={styles.words} title={appText.percentOf(job.name, job.phase)}>
        <span className={styles.name}>{job.name}</span>
        <span className={styles.share}>{share === null ? '' : percent(job.share!)}</span>
      </div>
      <Progress.Root size={4} className={styles.bar} transitionDuration={120}>
        <Progress.Section
          value={share ?? 100}
          striped={share === null}
          animated={share === null}
          withAria={false}
          role="progressbar"
          aria-label={job.name}
          aria-valuemin={0}
          aria-valuemax={100}
          {...(share === null ? {} : { 'aria-valuenow': share })}
          aria-valuetext={share === null ? job.phase || job.name : `${share} %`}
        />
      </Progress.Root>
      <Button className={styles.cancel} disabled={job.cancelling} onClick={() => void job.cancel()}>
        {job.cancelling ? appText.cancelling : appText.cancel}
      </Button>
    </div>
  );
}

/** Running jobs, newest last; beyond two the older ones are only counted. */
export function JobList() {
  const jobs = useRunningJobs();
  return (
    <div className={styles.list} aria-live="polite">
      {jobs.slice(-2).map((job) => (
        <JobItem key={job.key} job={job} />
      ))}
    </div>
  );
}
