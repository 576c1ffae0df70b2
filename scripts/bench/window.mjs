import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureSystemLibraries } from '../system-libraries.mjs';
import { resolveElectron } from '../electron-runtime.mjs';

/**
 * Lines for the table about a real window on `file`. @throws where no Electron runtime or display can be had, with the
 * reason
 */
export async function measureWindow(node, projectRoot, file, rows, say) {
  const runtime = resolveElectron();
  ensureSystemLibraries({ executable: runtime.exe, display: true });
  const script = [node, '--no-warnings', join(projectRoot, 'test', 'benchmark', 'measure-window.ts'), file];
  const needsDisplay = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
  const [program, ...args] = needsDisplay
    ? ['xvfb-run', '-a', '-s', '-screen 0 1920x1080x24 -nolisten tcp', ...script]
    : script;
  say(`the window, ${rows.toLocaleString('en-US')} rows …`);
  const child = spawn(program, args, { cwd: projectRoot, stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => (stdout += chunk));
  child.stderr.on('data', (chunk) => (stderr += chunk));
  const status = await new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', done);
  });
  if (status !== 0)
    throw new Error(
      `exit ${status}: ${
        stderr
          .trim()
          .split('\n')
          .find((line) => /Error|error/.test(line)) ?? stderr.trim().slice(-200)
      }`,
    );
  const found = JSON.parse(stdout);
  const ms = (value) => (value >= 10_000 ? `${(value / 1000).toFixed(1)} s` : `${Math.round(value)} ms`);
  const runtimeName = needsDisplay ? 'virtual display, no graphics card' : '';
  return [
    ['Start of the app to first paint', ms(found.firstPaint), runtimeName, '', ''],
    ['*Try the sample* to first rows (10,000 rows × 60 imported)', ms(found.sampleRows), runtimeName, '', ''],
    [
      `Open ${rows.toLocaleString('en-US')} rows × 30 to first rows (while the import goes on)`,
      ms(found.openMs),
      runtimeName,
      '',
      '≤ 3 s',
    ],
    [
      `Grid: from a jump to rows, ${rows.toLocaleString('en-US')} rows, all of them stored`,
      `median ${ms(found.scrollMedian)}, 95 % within ${ms(found.scroll95)}`,
      runtimeName,
      '',
      '95 % within 120 ms',
    ],
  ];
}
