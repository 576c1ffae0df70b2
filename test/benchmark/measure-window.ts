/**
 * Measures a real window and prints one JSON document:  measure-window.ts FILE
 * `scripts/bench.mjs` starts it, on a display or under xvfb-run. FILE is a large CSV; the sample is opened for the
 * start of the app.
 */
import type { Page } from '@playwright/test';
import { homeText } from '#shared/text/window/home.ts';
import { intakeText } from '#shared/text/window/intake.ts';
import { launchCustos } from '#test/desktop/support/launch.ts';

const [file] = process.argv.slice(2);
if (file === undefined) throw new Error('measure-window.ts takes the file to open');

/** The first cell of data, filled. */
const rowsOf = (page: Page) =>
  page
    .locator('[role="grid"] [row-index="0"] [role="gridcell"]')
    .filter({ hasText: /[^…\s]/ })
    .first();
const minutes = (count: number) => ({ timeout: count * 60_000 });

async function measureStart() {
  const started = Date.now();
  const custos = await launchCustos();
  try {
    const { page } = custos;
    await page.getByRole('button', { name: homeText.sample }).waitFor(minutes(1));
    const paint = await page.evaluate(
      () =>
        performance.timeOrigin + (performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN),
    );
    const asked = Date.now();
    await page.getByRole('button', { name: homeText.sample }).click();
    await rowsOf(page).waitFor(minutes(2));
    return { firstPaint: paint - started, sampleRows: Date.now() - asked };
  } finally {
    await custos.close();
  }
}

/** Jumps to places all over the dataset; each time, how long until every cell in sight is filled. */
async function measureScroll() {
  const custos = await launchCustos();
  try {
    const { page } = custos;
    await custos.answerOpenDialog(file!);
    const asked = Date.now();
    await page.getByRole('button', { name: homeText.open }).click();
    await page.getByRole('button', { name: intakeText.import }).click(minutes(5));
    await rowsOf(page).waitFor(minutes(10));
    const openMs = Date.now() - asked;
    // A jump while rows are still stored waits for the import, not for the grid.
    await page.getByRole('progressbar', { name: /^Importing / }).waitFor({ state: 'detached', ...minutes(10) });
    const jumps = await page.evaluate(async () => {
      const viewport = document.querySelector<HTMLElement>('[role="grid"]')!;
      const frame = () => new Promise((done) => requestAnimationFrame(done));
      const inSight = () => {
        const { top, bottom } = viewport.getBoundingClientRect();
        return [...viewport.querySelectorAll<HTMLElement>('[row-index]:has([role="gridcell"])')].filter((row) => {
          const box = row.getBoundingClientRect();
          return box.bottom > top + 1 && box.top < bottom - 1;
        });
      };
      const filled = () => {
        const rows = inSight();
        return (
          rows.length > 5 &&
          rows.every((row) =>
            [...row.querySelectorAll('[role="gridcell"]')].every((cell) => /[^…\s]/.test(cell.textContent ?? '')),
          )
        );
      };
      const found: number[] = [];
      for (let jump = 1; jump <= 30; jump += 1) {
        const before = inSight()[0]?.getAttribute('row-index');
        const start = performance.now();
        // A golden-section walk: never twice near the same place.
        viewport.scrollTop = ((jump * 0.618_034) % 1) * (viewport.scrollHeight - viewport.clientHeight);
        do await frame();
        while ((inSight()[0]?.getAttribute('row-index') === before || !filled()) && performance.now() - start < 30_000);
        found.push(performance.now() - start);
      }
      return found;
    });
    jumps.sort((a, b) => a - b);
    return {
      openMs,
      scrollMedian: jumps[Math.floor(jumps.length / 2)],
      scroll95: jumps[Math.floor(jumps.length * 0.95)],
    };
  } finally {
    await custos.close();
  }
}

process.stdout.write(JSON.stringify({ ...(await measureStart()), ...(await measureScroll()) }));
