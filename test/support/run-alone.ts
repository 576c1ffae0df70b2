/**
 * Tests that put something else in the place of what others share: a module, a clock, a variable of the process. Each
 * runs in a process of its own; all others go through as few processes as there are workers, which load the program
 * once.
 */
export const runAlone = [
  'electron/engine/machine/account-name.test.ts',
  'electron/engine/transport/end-for-good.test.ts',
  'electron/main/engine-host/engine-supervisor.test.ts',
  'electron/main/grants/grants.test.ts',
  'electron/main/runtime/runtime.test.ts',
  'electron/main/security/navigation.test.ts',
  'electron/main/security/trusted-sender.test.ts',
  'electron/preload/paced-line.test.ts',
  'renderer/client/connection.test.ts',
  'scripts/runtime/runtime.test.ts',
  'scripts/start.test.ts',
  'scripts/system-libraries.test.ts',
  'test/engine/intake/duckdb-files.test.ts',
  'test/engine/intake/sqlite-thread.test.ts',
];
