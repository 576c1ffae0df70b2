import { Button, Menu } from '@mantine/core';
import type { RequestView } from '#shared/contract/requests.ts';
import { requestLetters, type RequestLetter } from '#shared/domain/request.ts';
import { requestLetterWords } from '#shared/text/requests.ts';
import { requestsWindowText as text } from '#shared/text/window/requests.ts';
import { engine } from '#renderer/client/connection.ts';
import { notifyDone } from '#renderer/client/notify.ts';
import { guarded } from '#renderer/workspace/workspace-actions.ts';
import { refreshRequests } from './use-act.ts';

/** Letters that can tell something already. */
function possible({ request }: RequestView): RequestLetter[] {
  const can: Record<RequestLetter, boolean> = {
    acknowledge: true,
    'ask-identity': request.waits.some(({ why }) => why === 'identity'),
    extension: request.extension !== null && request.answer === null,
    answer: request.decision !== null,
    'tell-recipients': request.recipients.length > 0,
  };
  return requestLetters.filter((letter) => can[letter]);
}

const write = (view: RequestView, letter: RequestLetter): Promise<void> =>
  guarded(async () => {
    const suggestedName = text.letter.name(view.request.ref, requestLetterWords[letter]);
    const grant = await window.custos.requestSave({ kind: 'letter', suggestedName });
    if (!grant) return;
    const { fileName } = await engine.requests.letter({ id: view.id, letter, grantId: grant.grantId });
    notifyDone(text.letter.done(fileName));
    await refreshRequests();
  });

/** Letters as drafts, in the person's language. */
export function LetterMenu({ view, readOnly }: { view: RequestView; readOnly: boolean }) {
  return (
    <Menu>
      <Menu.Target>
        <Button disabled={readOnly}>{text.letter.menu}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {possible(view).map((letter) => (
          <Menu.Item key={letter} onClick={() => void write(view, letter)}>
            {requestLetterWords[letter]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
