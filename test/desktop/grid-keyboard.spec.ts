// The grid by keys alone and as assistive software sees it: one stop of Tab, every cell reachable, each with its
// column's name.
import type { CDPSession, Page } from '@playwright/test';
import { seeded } from '#test/support/seeded.ts';
import { expect, launchCustos, test, type Custos } from './support/launch.ts';
import { gridCell, trySample } from './support/window.ts';

/** Where the focus is: row and column of a cell, `header` with its column, or what else has it. */
const focus = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const at = document.activeElement;
    const header = at?.closest('.ag-header-cell');
    const cell = at?.closest('[role="gridcell"]');
    if (header) return `header ${header.getAttribute('col-id')}`;
    if (cell) return `${cell.closest('[row-index]')?.getAttribute('row-index')} ${cell.getAttribute('col-id')}`;
    return at?.closest('.ag-root-wrapper') ? 'in the grid' : ((at?.id || at?.tagName.toLowerCase()) ?? '');
  });
const press = async (page: Page, ...keys: string[]): Promise<string> => {
  for (const key of keys) await page.keyboard.press(key);
  return focus(page);
};
/** How often the focus is asked for: hundreds of keys would otherwise wait a tenth of a second each. */
const soon = { intervals: [10, 20, 50, 100] };
/** One window for all of it: the keys only move about in the sample. */
let custos: Custos;
test.beforeAll(async () => {
  custos = await launchCustos();
  await trySample(custos);
});
test.afterAll(() => custos.close());

const outside = (at: string): boolean => !/^(header|\d|in the grid)/.test(at);

test('Tab, Shift+Tab, Escape and F6 leave the grid in one press; Tab comes back to the cell that was left', async () => {
  const { page } = custos;
  for (const key of ['Tab', 'Shift+Tab', 'Escape', 'F6', 'Shift+F6']) {
    await gridCell(page, 3, 'c2').click();
    expect(await focus(page)).toBe('3 c2');
    expect(outside(await press(page, key)), key).toBe(true);
  }
  await gridCell(page, 3, 'c2').click();
  await press(page, 'Shift+Tab', 'Tab');
  await expect.poll(() => focus(page)).toBe('3 c2');
  await press(page, 'Tab', 'Shift+Tab');
  await expect.poll(() => focus(page)).toBe('3 c2');
});

test('going round the window by Tab, the grid is one stop', async () => {
  await custos.page.locator('#screen-title').focus();
  const stops: string[] = [];
  for (let at = 0; at < 60; at += 1) stops.push(await press(custos.page, 'Tab'));
  expect(stops.some((stop) => !outside(stop))).toBe(true);
  const twice = stops.flatMap((stop, at) =>
    !outside(stop) && !outside(stops[at + 1] ?? '') ? [`${stop}, ${stops[at + 1]}`] : [],
  );
  expect(twice).toEqual([]);
});

test('arrows move, Home and End go to the ends of the row, with Ctrl to the ends of all rows, and up to the headers', async () => {
  const { page } = custos;
  await gridCell(page, 0, 'c2').click();
  expect(await press(page, 'ArrowDown', 'ArrowRight')).toBe('1 c3');
  await press(page, 'End');
  await expect.poll(() => focus(page)).toBe('1 c60');
  await press(page, 'Home');
  await expect.poll(() => focus(page)).toBe('1 row');
  await press(page, 'Control+End');
  await expect.poll(() => focus(page)).toBe('9999 c60');
  await expect(gridCell(page, 9999, 'c60')).toHaveText(/\S/);
  await press(page, 'Control+Home');
  await expect.poll(() => focus(page)).toBe('0 row');
  expect(await press(page, 'ArrowRight')).toBe('0 c1');
  await press(page, 'ArrowUp');
  await expect.poll(() => focus(page)).toBe('header c1');
  await press(page, 'Enter');
  await expect(page.locator('.ag-header-cell[col-id="c1"]')).toHaveAttribute('aria-sort', 'ascending');
  await press(page, 'ArrowDown');
  await expect.poll(() => focus(page)).toBe('0 c1');
});

test('every row says whether it is the selected one', async () => {
  const { page } = custos;
  await gridCell(page, 2, 'c2').click();
  const selected = (): Promise<(string | null)[]> =>
    page
      .locator('[role="row"][row-index][aria-selected="true"]')
      .evaluateAll((rows) => [...new Set(rows.map((row) => row.getAttribute('row-index')))]);
  await expect.poll(selected).toEqual(['2']);
  await page.keyboard.press('ArrowDown');
  await expect.poll(selected).toEqual(['3']);
  const untold = page.locator('[role="row"][row-index]:not([aria-selected])');
  await expect(untold).toHaveCount(0);
});

/** A cell as assistive software is told of it. */
async function told(session: CDPSession, selector: string): Promise<{ role: string; name: string }> {
  const { root } = await session.send('DOM.getDocument');
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector });
  const { nodes } = await session.send('Accessibility.getPartialAXTree', { nodeId, fetchRelatives: false });
  return { role: nodes[0]!.role?.value ?? '', name: nodes[0]!.name?.value ?? '' };
}

test('random cells: role, place, value, and a header with the same place and the column’s name', async () => {
  // Some two hundred keys, each waited for.
  test.slow();
  const { page } = custos;
  const session = await page.context().newCDPSession(page);
  const grid = page.locator('[role="grid"], [role="treegrid"]');
  await expect(grid).toHaveAttribute('aria-rowcount', '10001');
  await expect(grid).toHaveAttribute('aria-colcount', '61');
  const chance = seeded(7);
  const below = (many: number): number => Math.floor(chance() * many);
  for (let round = 0; round < 12; round += 1) {
    const place = below(60);
    const column = `c${place + 1}`;
    const toRow = below(2) === 0 ? 'Control+Home' : 'Control+End';
    await page.locator('[role="row"][row-index] [col-id="row"]').nth(3).click();
    await page.keyboard.press(toRow);
    const row = toRow === 'Control+End' ? 9999 : 0;
    await expect.poll(() => focus(page), soon).toBe(`${row} ${toRow === 'Control+End' ? 'c60' : 'row'}`);
    // From the nearer end of the row.
    const back = place >= 30;
    await page.keyboard.press(back ? 'End' : 'Home');
    await expect.poll(() => focus(page), soon).toBe(`${row} ${back ? 'c60' : 'row'}`);
    // Key by key: pressed faster than a busy machine draws, a cell that scrolls away takes the focus with it.
    for (let at = back ? 59 : 1; back ? at > place : at <= place + 1; at += back ? -1 : 1) {
      await page.keyboard.press(back ? 'ArrowLeft' : 'ArrowRight');
      await expect.poll(() => focus(page), soon).toBe(`${row} c${at}`);
    }
    const cell = gridCell(page, row, column);
    await expect(cell).toHaveText(/\S/);
    await expect(cell).toHaveAttribute('aria-colindex', `${place + 2}`);
    expect(await page.locator(`[row-index="${row}"]`).first().getAttribute('aria-rowindex')).toBe(`${row + 2}`);
    const header = page.locator(`.ag-header-cell[col-id="${column}"]`);
    await expect(header).toHaveAttribute('aria-colindex', `${place + 2}`);
    const asTold = await told(session, `[row-index="${row}"] [col-id="${column}"]`);
    expect(asTold.role).toBe('gridcell');
    expect(asTold.name).toContain((await cell.innerText()).trim());
    const head = await told(session, `.ag-header-cell[col-id="${column}"]`);
    expect(head.role).toBe('columnheader');
    expect(head.name).toContain(await header.locator('[title]').first().getAttribute('title'));
  }
});
