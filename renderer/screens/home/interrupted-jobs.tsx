import { useQuery } from '@tanstack/react-query';
import { engine } from '#renderer/client/connection.ts';
import { homeText } from '#shared/text/window/home.ts';
import { moment } from '#shared/text/numbers.ts';
import styles from './home.module.css';

/** Jobs that a crash cut short, so that somebody can start them again. */
export function InterruptedJobs() {
  const { data } = useQuery({ queryKey: ['interrupted'], queryFn: () => engine.jobs.interrupted({}) });
  if (!data || data.length === 0) return null;
  return (
    <div className={styles.interrupted}>
      <p>{homeText.interrupted}</p>
      <ul>
        {data.map((job) => (
          <li key={job.jobId}>
            {job.kind}, {job.subject}, {moment(job.startedAt)}
          </li>
        ))}
      </ul>
    </div>
  );
}
