import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { BookmarkCheck, RefreshCw, Scale } from 'lucide-react';
import { useState } from 'react';
import type { PrinciplesShown } from '#shared/contract/principles.ts';
import { checkedOver, keptAs, tally } from '#shared/text/principles.ts';
import { principlesText as text } from '#shared/text/window/principles.ts';
import { engine } from '#renderer/client/connection.ts';
import { keys, queryClient, refresh } from '#renderer/client/query-client.ts';
import { useWorkspace } from '#renderer/client/queries.ts';
import { FailureNotice } from '#renderer/design/failure-notice.tsx';
import { Screen } from '#renderer/design/screen.tsx';
import { SkeletonRows } from '#renderer/design/skeleton-rows.tsx';
import { Inspector } from '#renderer/navigation/inspector.tsx';
import { guarded } from '#renderer/workspace/workspace-actions.ts';
import { NoDataset } from '#renderer/workspace/no-dataset.tsx';
import { CellEvidence } from './cell-evidence.tsx';
import { PrinciplesMatrix, type ChosenCell } from './principles-matrix.tsx';
import styles from './principles.module.css';
import { mostShown, worstDatasets } from './worst-datasets.ts';

/** Which datasets are shown: those that a person looks for, else those that stand worst. */
function useShown(found: PrinciplesShown) {
  const [wanted, setWanted] = useState('');
  const word = wanted.trim().toLowerCase();
  const shown =
    word === ''
      ? worstDatasets(found)
      : found.datasets.filter(({ name }) => name.toLowerCase().includes(word)).slice(0, mostShown);
  return { shown, wanted, setWanted };
}

function Found({ found }: { found: PrinciplesShown }) {
  const [chosen, setChosen] = useState<ChosenCell | null>(null);
  const { shown, wanted, setWanted } = useShown(found);
  const ofWorkspace = found.cells.filter(({ dataset }) => dataset === null).map(({ state }) => state);
  return (
    <>
      <div className={styles.bar}>
        <div>
          <p className={styles.tally}>{tally(ofWorkspace)}</p>
          <p className={styles.over}>
            {checkedOver(found.at, found.datasets.length, found.over)} {keptAs(found.kept)}
          </p>
        </div>
        {found.datasets.length > mostShown && (
          <TextInput
            aria-label={text.find}
            placeholder={text.find}
            description={text.shownOf(shown.length, found.datasets.length)}
            value={wanted}
            onChange={(event) => setWanted(event.currentTarget.value)}
          />
        )}
      </div>
      <PrinciplesMatrix found={found} datasets={shown} chosen={chosen} onChoose={setChosen} />
      <Inspector>
        <CellEvidence found={found} chosen={chosen} />
      </Inspector>
    </>
  );
}

/** Looks anew, has the log tell of it, and shows what was kept. */
const keep = (): Promise<void> =>
  guarded(async () => {
    const { shown } = await engine.principles.keep({});
    // A look that is still under way began before it was kept, and would say otherwise.
    await queryClient.cancelQueries({ queryKey: keys.principles });
    queryClient.setQueryData<PrinciplesShown>(keys.principles, shown);
    await refresh(keys.register, keys.verification);
  });

/** Where the workspace and each dataset stand on G1–G7 and E1–E9, why, and what to do next. */
export function PrinciplesScreen() {
  const workspace = useWorkspace();
  const matrix = useQuery({
    queryKey: keys.principles,
    queryFn: () => engine.principles.matrix({}),
    enabled: Boolean(workspace.data),
    // Decisions, releases and records change it from other screens.
    staleTime: 0,
  });
  if (workspace.isPending) return <SkeletonRows rows={16} />;
  if (!workspace.data) return <NoDataset title={text.title} icon={Scale} words={text.closed} />;
  return (
    <Screen
      title={text.title}
      note={text.note}
      actions={
        <>
          <Button
            leftSection={<BookmarkCheck size={14} aria-hidden="true" />}
            disabled={!matrix.data}
            onClick={() => void keep()}
          >
            {text.keep}
          </Button>
          <Button
            leftSection={<RefreshCw size={14} aria-hidden="true" />}
            loading={matrix.isFetching}
            onClick={() => void matrix.refetch()}
          >
            {text.again}
          </Button>
        </>
      }
    >
      {matrix.isError && <FailureNotice error={matrix.error} onRetry={() => void matrix.refetch()} />}
      {matrix.isPending && <SkeletonRows rows={16} />}
      {matrix.data && <Found found={matrix.data} />}
    </Screen>
  );
}
