import { fold } from '#shared/domain/fold.ts';
import { semanticType } from '#shared/semantic-types/semantic-type.ts';
import { calendarWords } from '../value-words/index.ts';

const words = new Set(
  (
    'january,february,march,april,may,june,july,august,september,october,november,december,jan,feb,mar,apr,jun,jul,' +
    'aug,sep,sept,oct,nov,dec,monday,tuesday,wednesday,thursday,friday,saturday,sunday,mon,tue,wed,thu,fri,sat,sun,' +
    'weekday,weekend,januar,februar,marz,mai,juni,juli,oktober,dezember,montag,dienstag,mittwoch,donnerstag,freitag,' +
    'samstag,sonntag,janvier,fevrier,mars,avril,juin,juillet,aout,septembre,octobre,novembre,decembre,lundi,mardi,' +
    'mercredi,jeudi,vendredi,samedi,dimanche,enero,febrero,marzo,abril,mayo,junio,julio,agosto,septiembre,octubre,' +
    'noviembre,diciembre,lunes,martes,miercoles,jueves,viernes,sabado,domingo,gennaio,febbraio,aprile,maggio,giugno,' +
    'luglio,settembre,ottobre,dicembre,lunedi,martedi,mercoledi,giovedi,venerdi,domenica,janeiro,fevereiro,marco,' +
    'maio,junho,julho,setembro,outubro,novembro,dezembro,segunda,terca,quarta,quinta,sexta,segunda-feira,terca-feira,' +
    'quarta-feira,quinta-feira,sexta-feira,januari,februari,maart,mei,augustus,maandag,dinsdag,woensdag,donderdag,' +
    'vrijdag,zaterdag,zondag'
  ).split(','),
);

/** Part of a date; alone only by the names of months and days. */
export const calendarFeature = semanticType({
  id: 'calendar_feature',
  label: 'Part of a date',
  class: 'non_pii',
  category: 'technical',
  flags: [],
  accepts: ['integer', 'category', 'text', 'boolean', 'decimal'],
  valueCheck: (text) => words.has(fold(text)) || calendarWords.has(fold(text)),
  columnRule: { strength: 'vocabulary', minShare: 0.9, minDistinct: 3, alone: true },
  lookAlikes: ['birth_month', 'birth_parts', 'first_name'],
  positives: ['January', 'Mar', 'Monday', 'Sat', 'Dienstag', 'juillet', 'miércoles', 'settembre', 'maandag'],
  negatives: ['yes', 'Anna', '1', '2024', 'spring sale', 'Berlin', 'date', 'Q1'],
  headers: ['Month', 'Wochentag', 'jour de la semaine', 'trimestre', 'dag van de week'],
  source: 'taxonomy 6g',
});
