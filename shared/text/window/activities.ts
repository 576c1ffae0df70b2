/** Sentences of the Register screen's tab Activities. */
export const activitiesText = {
  empty: {
    title: 'No processing activity yet',
    sentence: 'What is processed, for which purpose and on which basis is written down here, activity by activity.',
  },
};
