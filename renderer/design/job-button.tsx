import { Button, type ButtonProps } from '@mantine/core';
import type { ReactNode } from 'react';
import { useIsRunning } from '#renderer/client/use-job.ts';

interface Props extends ButtonProps {
  /** The name of the job that a press starts. */
  job: string;
  onClick(): void;
  children: ReactNode;
}

/** Starts a job once: while it goes on the button is dimmed, and keeps the focus. */
export function JobButton({ job, onClick, children, ...rest }: Props) {
  const isRunning = useIsRunning(job);
  return (
    <Button
      {...rest}
      {...(isRunning ? { 'data-disabled': true, 'aria-disabled': true } : {})}
      onClick={() => {
        if (!isRunning) onClick();
      }}
    >
      {children}
    </Button>
  );
}
