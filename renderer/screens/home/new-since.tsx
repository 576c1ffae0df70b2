import { Button } from '@mantine/core';
import { editionWindowText as text } from '#shared/text/window/editions.ts';
import { useEdition } from '#renderer/client/editions.ts';
import { useDataset } from '#renderer/client/queries.ts';
import { Section } from '#renderer/design/section.tsx';
import { NewsList } from '#renderer/differences/news-list.tsx';
import { wantDatasetTab } from '#renderer/state/dataset-tab.ts';
import { goTo } from '#renderer/state/ui-state.ts';

/** So many stand on Home; the others are with the dataset. */
const most = 3;

function Of({ datasetId }: { datasetId: string }) {
  const check = useEdition(datasetId).data?.check ?? null;
  if (check === null || check.nothingNew) return null;
  return (
    <Section
      title={text.title(check.earlier.name)}
      aside={
        <Button
          onClick={() => {
            wantDatasetTab('since');
            goTo('datasets');
          }}
        >
          {text.all(check.news.length)}
        </Button>
      }
    >
      <NewsList news={check.news.slice(0, most)} />
    </Section>
  );
}

/** What the dataset in hand has that the edition before it had not: what is new first. */
export function NewSince() {
  const dataset = useDataset();
  return dataset === null ? null : <Of datasetId={dataset.id} />;
}
