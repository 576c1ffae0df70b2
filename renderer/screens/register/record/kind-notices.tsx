import { Button } from '@mantine/core';
import { useDataUses } from '#renderer/client/data-use.ts';
import { useDatasets, useWorkspace } from '#renderer/client/queries.ts';
import { Notice } from '#renderer/design/notice.tsx';
import { goToDataUse, goToNotice } from '#renderer/state/register-place.ts';
import type { AnyBody } from '#shared/register/any-body.ts';
import type { RecordKind } from '#shared/register/record-kinds/index.ts';
import { askAgainText } from '#shared/text/window/ask-again.ts';
import { recordsText } from '#shared/text/window/records.ts';
import { AskAgain } from '../ask-again/ask-again.tsx';

const text = recordsText.kindNotices;

const stated = (body: AnyBody, field: string): string | null => {
  const answer = body[field];
  return answer?.state === 'stated' && 'value' in answer ? String(answer.value) : null;
};

/** On consent the test of a further purpose cannot pass: said before anybody weighs, with the list of whom to ask. */
function ConsentNotice({ id, body }: { id: string; body: AnyBody }) {
  const { data: uses } = useDataUses();
  const { data: datasets } = useDatasets();
  const { data: workspace } = useWorkspace();
  const known = uses?.flatMap(({ tests }) => tests).find((test) => test.id === id);
  const onConsent = stated(body, 'originalBasis') === 'consent' || known?.onConsent === true;
  if (!onConsent) return null;
  const outcome = stated(body, 'outcome');
  const dataset = datasets?.find((each) => each.id === stated(body, 'dataset'));
  const to = stated(body, 'to');
  const claims = outcome === 'compatible' || outcome === 'research';
  return (
    <>
      <Notice tone="block" title={askAgainText.title}>
        {askAgainText.cannotPass} {claims && askAgainText.allowsNothing}
      </Notice>
      {dataset === undefined || to === null ? (
        <Notice>{askAgainText.noDataset}</Notice>
      ) : (
        <AskAgain dataset={dataset} purpose={to} disabled={workspace?.readOnly ?? true} />
      )}
    </>
  );
}

/** What a record of a kind leads to beside its fields. */
export function KindNotices({ kind, id, body }: { kind: RecordKind; id: string; body: AnyBody }) {
  if (kind === 'compatibility') return <ConsentNotice id={id} body={body} />;
  if (kind === 'purpose')
    return <Notice action={<Button onClick={() => goToNotice(id)}>{text.notice}</Button>}>{text.purpose}</Notice>;
  const purpose = stated(body, 'purpose');
  if (kind === 'notice' && purpose !== null)
    return (
      <Notice action={<Button onClick={() => goToNotice(purpose)}>{text.compare}</Button>}>{text.noticeKept}</Notice>
    );
  const dataset = stated(body, 'dataset');
  if (kind === 'binding' && dataset !== null)
    return <Notice action={<Button onClick={() => goToDataUse(dataset)}>{text.matrix}</Button>}>{text.binding}</Notice>;
  return null;
}
