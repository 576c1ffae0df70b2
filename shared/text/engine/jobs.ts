/** What a job is doing, beside its bar, and how it ends early. */
export const jobsText = {
  cancelled: 'The work was cancelled; nothing was written.',
  cutOff: (kind: string, startedAt: string) =>
    `A job (${kind}) that began ${startedAt} was cut off; nothing half-written is left. Start it again if you ` +
    'still need it.',
  phases: {
    readingFile: 'reading the file',
    readingLines: 'reading the lines',
    readingRecords: 'reading the records',
    readingRecordsAgain: 'reading the records again, with all their fields',
    readingSheet: 'reading the sheet',
    readingTable: 'reading the table',
    readingConsent: 'reading consent',
    unpacking: 'unpacking the file',
    settingAside: 'setting damaged rows aside',
    importing: 'importing rows',
    profiling: 'profiling',
    classifying: 'classifying',
    profilingAndClassifying: 'profiling and classifying',
    sealing: 'sealing',
    transforming: 'transforming rows',
    attacking: 'attacking the release',
    recommending: 'proposing a recipe',
    measuring: 'measuring',
    writing: 'writing',
    guarding: 'running the guardrails',
    comparing: 'comparing with the register',
    laying: 'laying out pages',
    auditing: 'counting groups',
    checking: 'checking the written file',
    done: 'done',
  },
};
