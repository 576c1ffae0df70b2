import {
  choice,
  choices,
  date,
  items,
  may,
  mayMany,
  must,
  number,
  paragraph,
  reference,
  references,
  text,
  texts,
  yesNo,
} from '../field.ts';
import { recordKind } from '../record-kind.ts';
import { automatedGrounds, specialCategories } from '../vocabulary/lawful-bases.ts';
import { dataCategories, dataSourceKinds, dataSubjects } from '../vocabulary/people-and-data.ts';

/**
 * A processing activity, of a controller (GDPR Art. 30(1), accountability.md b2) or of a processor (Art. 30(2), b3):
 * one model, and a role that says which fields are asked for.
 */
export const activity = recordKind({
  id: 'activity',
  bodyVersion: 1,
  prefix: 'PA',
  title: 'name',
  fields: {
    name: text({ need: 'rule' }),
    role: choice(['controller', 'processor'], { need: 'law', law: 'GDPR Art. 30(1), 30(2)' }),
    businessFunction: text(),
    owner: text({ need: 'rule' }),
    ownerUnit: text(),

    // Art. 30(1)
    purposes: references('purpose', { need: 'law', law: 'GDPR Art. 30(1)(b)', role: 'controller' }),
    dataSubjects: choices(dataSubjects, { need: 'law', law: 'GDPR Art. 30(1)(c)', role: 'controller' }),
    includesMinors: yesNo({ need: 'rule', law: 'GDPR Art. 8, recital 38' }),
    includesVulnerable: yesNo({ need: 'rule', law: 'WP248 rev.01, criterion 7' }),
    dataItems: items(
      {
        category: must(choice(dataCategories)),
        what: may(text()),
        special: may(choice(specialCategories)),
        source: may(text()),
        necessity: may(text()),
        /** Id of a dataset of the workspace, and names of its columns. */
        dataset: may(text()),
        columns: mayMany(texts()),
        retention: may(reference('retention')),
        optional: may(yesNo()),
      },
      { need: 'law', law: 'GDPR Art. 30(1)(c)', role: 'controller' },
    ),
    criminalData: yesNo({ need: 'rule', law: 'GDPR Art. 10' }),
    dataSources: items({ kind: must(choice(dataSourceKinds)), who: may(text()) }, { law: 'GDPR Art. 14(2)(f)' }),
    recipients: references('recipient', { need: 'law', law: 'GDPR Art. 30(1)(d)', role: 'controller' }),
    transfers: references('transfer', { need: 'law', law: 'GDPR Art. 30(1)(e), 30(2)(c)' }),
    retention: references('retention', { need: 'law', law: 'GDPR Art. 30(1)(f)', role: 'controller' }),
    measures: references('measure', { need: 'law', law: 'GDPR Art. 30(1)(g), 30(2)(d), 32(1)' }),
    systems: references('system'),
    automatedDecision: choice(['none', 'assisted', 'solely-automated'], { law: 'GDPR Art. 22, 13(2)(f)' }),
    /** What lets a decision be taken by automatic means alone, and how a person looks at it again. */
    automatedGround: choice(automatedGrounds, { need: 'rule', law: 'GDPR Art. 22(2)' }),
    humanReview: paragraph({ need: 'rule', law: 'GDPR Art. 22(3)' }),
    profiling: paragraph({ law: 'GDPR Art. 4(4)' }),
    datasets: texts({ need: 'rule' }),
    scale: items({
      people: may(number()),
      rows: may(number()),
      geography: may(text()),
      duration: may(text()),
    }),

    // Art. 30(2)
    controllers: items(
      { name: must(text()), contact: must(text()), representative: may(text()), dpo: may(text()) },
      { need: 'law', law: 'GDPR Art. 30(2)(a)', role: 'processor' },
    ),
    processingCategories: texts({ need: 'law', law: 'GDPR Art. 30(2)(b)', role: 'processor' }),
    contract: items(
      { reference: must(text()), signedOn: may(date()), instructions: may(text()), atTheEnd: may(text()) },
      { need: 'rule', law: 'GDPR Art. 28(3)', role: 'processor' },
    ),
    subProcessors: references('recipient', { law: 'GDPR Art. 28(2)', role: 'processor' }),

    startsOn: date(),
    endsOn: date(),
    reviewedOn: date(),
    nextReviewOn: date({ need: 'rule' }),
  },
});
