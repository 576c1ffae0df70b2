/** Preloaded into a measured process: when it ends, writes what it used to the file that CUSTOS_BENCH_USAGE names. */
import { readFileSync, writeFileSync } from 'node:fs';

const file = process.env.CUSTOS_BENCH_USAGE;
delete process.env.CUSTOS_BENCH_USAGE;

function peakKilobytes() {
  try {
    // The kernel's own high-water mark of this process; what resourceUsage() gives can include the process it was
    // started by.
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]);
  } catch {
    return process.resourceUsage().maxRSS;
  }
}

/** Bytes that this process read, whatever was in the page cache; null where the system does not tell. */
function bytesRead() {
  try {
    return Number(/rchar:\s+(\d+)/.exec(readFileSync('/proc/self/io', 'utf8'))[1]);
  } catch {
    return null;
  }
}

if (file) {
  process.on('exit', () => {
    const { user, system } = process.cpuUsage();
    writeFileSync(
      file,
      JSON.stringify({ cpuSeconds: (user + system) / 1e6, peakMb: peakKilobytes() / 1024, readBytes: bytesRead() }),
    );
  });
}
