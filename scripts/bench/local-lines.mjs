import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const percent = (share) => `${(100 * share).toFixed(1)} %`;
const time = ({ wallSeconds, cpuSeconds }) => `${wallSeconds.toFixed(2)} s, ${cpuSeconds.toFixed(2)} s CPU`;
const refinement = ({ shrunk, misled, guessBefore, guessAfter }) =>
  `sets shrunk ${percent(shrunk)}, truth struck out ${percent(misled)}, right guess ${guessBefore.toFixed(3)} → ` +
  guessAfter.toFixed(3);

/** Lines for the table about local recoding. A case that cannot be measured is told with its reason. */
export function measureLocal(node, projectRoot, rows, say) {
  const run = (...args) => {
    say(`local recoding, ${args.join(' ')} …`);
    const script = join(projectRoot, 'scripts', 'bench', 'local.mjs');
    const { status, stdout, stderr } = spawnSync(node, ['--no-warnings', script, ...args], { encoding: 'utf8' });
    if (status !== 0) throw new Error(/Error: (.*)/.exec(stderr)?.[1] ?? stderr.trim().slice(-200));
    return JSON.parse(stdout);
  };
  const line = (what, args, beside, goal, told) => {
    try {
      const found = run(...args);
      return [what, told(found), beside, found.refined === undefined ? '' : refinement(found.refined), goal];
    } catch (error) {
      return [what, `not measured: ${error.message.replaceAll('|', '/')}`, beside, '', goal];
    }
  };
  const wide = ({ ncp, exact, ...used }) => `NCP ${ncp.toFixed(4)}, ${percent(exact)} exact; ${time(used)}`;
  const labels = ({ ncp, ...used }) => `NCP ${ncp.toFixed(6)}; ${time(used)}`;
  const sample = 'Wide, sample 10,000 × 33 in bands, k 5';
  const adult = 'Local recoding on hierarchies, adult, k 5, nobody left out';
  const arx = 'ARX: NCP 0.058938, 5–9 s';
  return [
    line(sample, ['sample', 'quick'], 'Mondrian: NCP 0.259, 15.5 % exact, 8 s', '≤ 0.1535, ≥ 30 %, ≤ 1 s', wide),
    line(`${sample}, much effort`, ['sample', 'long'], '', '≤ 0.150 in 30 s', wide),
    line(
      `Wide, ${rows.toLocaleString('en-US')} rows × 33, k 5, drawn along a tree of its columns`,
      ['rows', String(rows)],
      '',
      '≤ 20 s, ≤ 0.5 GB, blocks within 1 %',
      ({ blocked, unblocked, peakMb, ...found }) =>
        `${wide(found)}; ${Math.round(peakMb)} MB; 36,000 rows in blocks ${blocked.toFixed(4)}, in one piece ` +
        `${unblocked.toFixed(4)} (${((100 * blocked) / unblocked - 100).toFixed(2)} % more)`,
    ),
    line(adult, ['adult', 'quick'], arx, '≤ 0.0580, ≤ 1.5 s', labels),
    line(`${adult}, much effort`, ['adult', 'long'], arx, '≤ 0.0555 in 10 s', labels),
  ];
}
