// What the walk of scripts/walk.mjs enters into the register: the sample's invented company, as its people would say it.
const day = (now, days) => new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10);

export const people = { author: 'Ada Brandt', approver: 'Bo Castel', dpo: 'dpo.example.org' };

/** Records that others refer to, in the order in which they are made. @param {Date} now */
export const sharedRecords = (now) => [
  [
    'organisation',
    {
      name: 'Fallow & Finch Ltd',
      address: '1 Quay Street\nDublin',
      email: 'privacy@example.org',
      phone: '+353 1 555 0100',
      jointControllers: { state: 'none' },
      representative: { state: 'not-applicable', reason: 'established in the Union' },
      dpo: [{ name: 'Dee Okoro', email: 'dpo@example.org' }],
      role: 'controller',
      employees: 'under-250',
      countries: ['IE', 'DE'],
    },
  ],
  ['recipient', { name: 'Agency Nord', kind: 'processor', country: 'DE', contract: 'DPA-2026-03' }],
  ['recipient', { name: 'Sales', kind: 'internal-unit' }],
  [
    'retention',
    {
      name: 'Customer file',
      dataCategories: ['identity', 'contact', 'transaction'],
      duration: 'P180D',
      startEvent: 'last-seen',
      action: 'anonymise',
      legalReason: 'longer is of no use for groups of customers',
    },
  ],
  [
    'measure',
    {
      name: 'Sealed workspace',
      kind: 'encryption',
      description: 'Imported rows lie under AES-256-GCM; the keys open with a passphrase of each operator.',
      testedOn: day(now, -14),
    },
  ],
  [
    'measure',
    {
      name: 'Roles',
      kind: 'access-control',
      description: 'Who drafts does not approve; every entry is signed by who made it.',
    },
  ],
];

/** What a person adds to the activity that the import and the releases proposed. */
export const activityFields = (now) => ({
  name: 'Segments of customers',
  role: 'controller',
  businessFunction: 'Customer marketing',
  owner: people.author,
  dataSubjects: ['customers'],
  includesMinors: 'yes',
  recipients: ['RC-001', 'RC-002'],
  transfers: { state: 'none' },
  retention: ['RT-001'],
  measures: ['SM-001', 'SM-002'],
  automatedDecision: 'none',
  criminalData: 'no',
  nextReviewOn: day(now, 365),
});

/** @param {{ result: string | null, cases: object[], criteria: object[] }} proposal of `dpia screen --json` */
export const screeningFields = (now, proposal) => {
  const said = (list, id) =>
    list.map((one) => ({ [id]: one.id, answer: one.answer ?? 'unknown', evidence: 'as the workspace shows it' }));
  return {
    name: 'Screening of the segments',
    activity: 'PA-001',
    cases: said(proposal.cases, 'case'),
    criteria: said(proposal.criteria, 'criterion'),
    result: proposal.result ?? 'required',
    reason: 'The workspace shows special categories and a large number of people.',
    dpoAdvice: 'Assess it.',
    decidedBy: people.approver,
    decidedOn: day(now, 0),
  };
};

export const assessmentFields = (now) => ({
  name: 'Assessment of the segments',
  activity: 'PA-001',
  screening: 'DS-001',
  team: [people.author, people.approver, 'Dee Okoro'],
  scope: 'From the import of the customer file to the release of groups.',
  necessity: 'Groups need five columns; all others are left out.',
  proportionality: 'No row of the release stands for fewer than five people.',
  rights: 'Objections take a person out of the file before the next release.',
  risks: [
    {
      event: 'found-again-by-linking',
      arises: 'design',
      impact: 'Somebody is found again in a group with the help of another file.',
      severity: '3',
      likelihood: '2',
      controls: 'k is measured over all columns of the written file',
      residualSeverity: '3',
      residualLikelihood: '1',
      acceptedBy: people.approver,
    },
  ],
  measures: [{ what: 'Release of anonymised groups only', against: 'found-again-by-linking', owner: people.author }],
  dpoName: 'Dee Okoro',
  dpoAdvice: 'May go on as anonymised groups.',
  dpoFollowed: 'yes',
  viewsNotSought: 'Nobody can be asked who is not in the release any more.',
  decision: 'approve',
  justification: 'What remains is low.',
  completedOn: day(now, 0),
  approvedBy: people.approver,
  approvedOn: day(now, 0),
  reviewOn: day(now, 365),
});
