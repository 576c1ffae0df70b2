export { calendarWords, orderWords, paymentWords, subscriptionWords, termWords, ticketWords } from './dealings.ts';
export {
  beginsWithOne,
  educationStems,
  educationWords,
  employmentWords,
  maritalWords,
  occupationStems,
  religionWords,
} from './persons.ts';
export { isUnspacedName } from './unspaced-names.ts';
