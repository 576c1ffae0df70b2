import { Button } from '@mantine/core';
import type { RetentionLine, RetentionRan } from '#shared/contract/retention.ts';
import { retentionWindowText as text } from '#shared/text/window/retention.ts';

/** What somebody wants of a line. */
export interface LineWish {
  line: RetentionLine;
  kind: 'rehearse' | 'act' | 'length' | 'undated';
}

interface Props {
  line: RetentionLine;
  rehearsed: RetentionRan['lines'][number] | undefined;
  mayApprove: boolean;
  onWish(wish: LineWish): void;
}

/** The one thing to do next: decide the length, a dry run, then what it counted; and what to do without a date. */
export function LineDeeds({ line, rehearsed, mayApprove, onWish }: Props) {
  const { duration, action, undated } = line;
  const due = rehearsed === undefined ? 0 : rehearsed.over - rehearsed.held;
  // One button all along: what was pressed last keeps the focus while it becomes the next thing to do.
  const acts = due > 0 && action !== 'review';
  const wish = (kind: LineWish['kind']) => () => onWish({ line, kind });
  return (
    <>
      {duration === null && (
        <Button
          size="compact-sm"
          disabled={!mayApprove}
          aria-label={text.decideLengthOf(line)}
          onClick={wish('length')}
        >
          {text.decideLength}
        </Button>
      )}
      {undated > 0 && (
        <Button
          size="compact-sm"
          ml={4}
          disabled={!mayApprove}
          aria-label={text.decideUndatedOf(line, undated)}
          onClick={wish('undated')}
        >
          {text.decideUndated(undated)}
        </Button>
      )}
      {duration !== null && (
        <Button
          size="compact-sm"
          ml={4}
          variant={acts ? 'filled' : 'default'}
          {...(acts ? { color: 'red.9' } : {})}
          disabled={acts && !mayApprove}
          aria-label={acts ? text.actOf(line, due) : text.dryRunOf(line)}
          onClick={wish(acts ? 'act' : 'rehearse')}
        >
          {acts ? text.act(action, due) : text.dryRun}
        </Button>
      )}
      {due > 0 && action === 'review' && <span>{text.review}</span>}
    </>
  );
}
