// What a page taken over by somebody else cannot do to the rest: starve it, or put a box in front of it.
import type { Page } from '@playwright/test';
import { enginePid } from './support/engine-process.ts';
import { expect, test } from './support/launch.ts';

/** Posts on the page's own line to the engine. */
async function withLine(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const line = new Promise<MessagePort>((resolve) => {
      window.addEventListener('message', (event) => {
        if ((event.data as { custos?: string })?.custos === 'port') resolve(event.ports[0]!);
      });
    });
    await window.custos.connect();
    (window as unknown as { line: MessagePort }).line = await line;
  });
}

test('messages that are too long do not reach the engine, and a flood of short ones does not stop it', async ({
  custos,
}) => {
  test.skip(process.platform !== 'linux', 'Processes are found in /proc, which only Linux has');
  const { page } = custos;
  await expect(page.getByText('engine ready')).toBeVisible();
  const engine = enginePid(custos.app);
  await withLine(page);
  await page.evaluate(() => {
    const { line } = window as unknown as { line: MessagePort };
    line.start();
    line.postMessage('x'.repeat(200_000_000));
    line.postMessage(new Uint8Array(200_000_000));
    const call = (at: number): string =>
      JSON.stringify({ i: `${at}`, p: { u: '/workspaces/current', b: { json: {} } } });
    for (let at = 0; at < 30_000; at += 1) line.postMessage(call(at));
  });
  // Main answers at once, and the engine is the same and answers a page that comes after.
  expect(await custos.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  await page.evaluate(() => window.custos.connect());
  await page.reload();
  await expect(page.getByText('engine ready')).toBeVisible();
  await page.getByRole('button', { name: 'Try the sample' }).first().click();
  await expect(page.getByText(/10,000 rows/).first()).toBeVisible({ timeout: 60_000 });
  expect(enginePid(custos.app)).toBe(engine);
});

test('a wish with a very long name is refused', async ({ custos }) => {
  const refused = await custos.page.evaluate(() =>
    window.custos.requestSave({ kind: 'release', suggestedName: 'x'.repeat(50_000_000) }).then(
      () => 'done',
      (error: Error) => error.message,
    ),
  );
  expect(refused).toContain('does not know');
});

test('no box of the system opens by the page: print, alert, confirm, also from a frame', async ({ custos }) => {
  const told = await custos.page.evaluate(() => {
    let asked = 0;
    window.addEventListener('beforeprint', () => (asked += 1));
    const frame = document.body.appendChild(document.createElement('iframe'));
    const answers = [window.confirm('?'), frame.contentWindow!.confirm('?')];
    window.alert('!');
    window.print();
    frame.contentWindow!.print();
    document.execCommand('print');
    frame.remove();
    return { asked, answers };
  });
  expect(told).toEqual({ asked: 0, answers: [false, false] });
  await expect(custos.page.getByRole('button', { name: 'Try the sample' }).first()).toBeEnabled();
});
