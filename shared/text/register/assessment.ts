import type { recordKinds } from '#shared/register/record-kinds/index.ts';
import { assessmentDecisionWords, fearedEventWords, riskLevelWords, yesNoWords } from './options.ts';
import type { WordsOf } from './words.ts';

/** Words of a data protection impact assessment. */
export const assessmentWords: WordsOf<(typeof recordKinds)['assessment']['fields']> = {
  name: { label: 'Name', help: 'The assessment in a few words.' },
  activity: { label: 'Activity', help: 'The processing activity that is assessed.' },
  screening: { label: 'Screening', help: 'The screening that led to it.' },
  team: { label: 'Team', help: 'Who made it, each with a role.' },
  scope: { label: 'Scope', help: 'What is assessed and what is not.' },
  materials: { label: 'Materials', help: 'Documents that it rests on.' },
  publication: {
    label: 'Published',
    help: 'Whether people can read it.',
    options: { whole: 'As a whole', summary: 'As a summary', none: 'Not published' },
  },
  phases: {
    label: 'Operations',
    help: 'What is done with the data in each phase of their life (Art. 35(7)(a)).',
    parts: {
      phase: {
        label: 'Phase',
        help: 'The phase.',
        options: {
          collection: 'Collection',
          use: 'Use',
          storage: 'Storage',
          sharing: 'Sharing',
          deletion: 'Deletion',
        },
      },
      operations: { label: 'What is done', help: 'The operations of the phase.' },
    },
  },
  codesOfConduct: { label: 'Codes of conduct', help: 'Approved codes that are followed (Art. 35(8)).' },
  rights: { label: 'Rights', help: 'How people exercise their rights (Art. 12–22).' },
  necessity: { label: 'Necessity', help: 'Why the purpose cannot be reached with less (Art. 35(7)(b)).' },
  proportionality: { label: 'Proportionality', help: 'Why the effect on people stands in proportion to the purpose.' },
  method: { label: 'Method', help: 'How risks were judged.' },
  risks: {
    label: 'Risks',
    help: 'Risks for people, before and after the measures (Art. 35(7)(c)).',
    parts: {
      event: { label: 'What is feared', help: 'The event.', options: fearedEventWords },
      arises: {
        label: 'Arises',
        help: 'Whether it comes of using data as meant, or of something going wrong.',
        options: { design: 'From the use as it is meant', accident: 'Where something goes wrong' },
      },
      from: { label: 'From', help: 'Who or what causes it.' },
      impact: { label: 'Effect on people', help: 'What it would mean for them.' },
      severity: { label: 'Severity', help: 'How grave it would be without measures.', options: riskLevelWords },
      likelihood: { label: 'Likelihood', help: 'How likely it is without measures.', options: riskLevelWords },
      controls: { label: 'Controls', help: 'What stands against it.' },
      residualSeverity: { label: 'Severity left', help: 'How grave it is with the measures.', options: riskLevelWords },
      residualLikelihood: {
        label: 'Likelihood left',
        help: 'How likely it is with the measures.',
        options: riskLevelWords,
      },
      acceptedBy: { label: 'Accepted by', help: 'Who accepts what is left.' },
    },
  },
  measures: {
    label: 'Measures',
    help: 'What is done against the risks (Art. 35(7)(d)).',
    parts: {
      what: { label: 'What', help: 'The measure.' },
      against: { label: 'Against', help: 'The risk that it is against.', options: fearedEventWords },
      owner: { label: 'Owner', help: 'Who does it.' },
      due: { label: 'Due', help: 'The day by which it is done.' },
      doneOn: { label: 'Done on', help: 'The day on which it was done.' },
      evidence: { label: 'Evidence', help: 'Where that can be seen.' },
    },
  },
  dpoName: { label: 'Data protection officer', help: 'Who advised (Art. 35(2)).' },
  dpoAdvice: { label: 'Officer’s advice', help: 'What the officer advised.' },
  dpoFollowed: { label: 'Advice followed', help: 'Whether it was followed.', options: yesNoWords },
  views: { label: 'Views of people', help: 'What people or their representatives said (Art. 35(9)).' },
  viewsNotSought: { label: 'Why nobody was asked', help: 'The reason, where views were not sought.' },
  decision: { label: 'Decision', help: 'How it ends.', options: assessmentDecisionWords },
  conditions: { label: 'Conditions', help: 'What has to be done first.' },
  justification: { label: 'Justification', help: 'Why it was decided so.' },
  consultation: {
    label: 'Prior consultation',
    help: 'The authority is asked where a high risk is left (Art. 36).',
    parts: {
      sentOn: { label: 'Sent on', help: 'The day on which the authority was asked.' },
      answerDue: { label: 'Answer due', help: 'The day by which it answers.' },
      answer: { label: 'Answer', help: 'What it answered.' },
    },
  },
  completedOn: { label: 'Completed on', help: 'The day on which it was finished.' },
  approvedBy: { label: 'Approved by', help: 'Who approved it.' },
  approvedOn: { label: 'Approved on', help: 'The day of the approval.' },
  reviewOn: {
    label: 'Review on',
    help: 'The day by which it is looked through again, or sooner where the risk changes (Art. 35(11)).',
  },
};
