import { headerTypes, kinds } from '#shared/semantic-types/semantic-type.ts';

/** Keys that stand for a person: known by their headers, told from row keys by the table pass. */
export const personKeyFamily = headerTypes([
  { id: 'customer_id', label: 'Customer number', class: 'linkable', category: 'personal', flags: [],
    accepts: kinds.identifier, headers: ['customer_id', 'Kundennummer', 'numéro client', 'codigo de cliente', 'codice cliente', 'klantnummer'], source: 'GDPR article 4(1) (2016)' },
  { id: 'user_id', label: 'User number', class: 'linkable', category: 'personal', flags: [],
    accepts: kinds.identifier, headers: ['user_id', 'Benutzer-ID', 'id utilisateur', 'id de usuario', 'id utente', 'gebruikersnummer'], source: 'GDPR article 4(1) (2016)' },
  { id: 'employee_id', label: 'Employee number', class: 'linkable', category: 'personal', flags: [],
    accepts: kinds.identifier, headers: ['employee_id', 'Personalnummer', 'matricule', 'id empleado', 'matricola', 'personeelsnummer'], source: 'GDPR article 4(1) (2016)' },
  { id: 'patient_id', label: 'Patient number', class: 'linkable', category: 'personal', flags: [],
    accepts: kinds.identifier, headers: ['patient_id', 'Patientennummer', 'numéro patient', 'id paciente', 'patiëntnummer'], source: 'HIPAA 45 CFR 164.514 (2013)' },
  { id: 'respondent_id', label: 'Respondent number', class: 'linkable', category: 'personal', flags: [],
    accepts: kinds.identifier, headers: ['RespondentID', 'Teilnehmernummer', 'id répondant', 'id encuestado', 'respondentnummer'], source: 'taxonomy 6b' },
  { id: 'person_id', label: 'Person key', class: 'linkable', category: 'personal', flags: [],
    accepts: kinds.identifier, headers: ['person_id', 'Matrikelnummer', 'numéro étudiant', 'id persona', 'persoonsnummer', 'student_id'], source: 'GDPR article 4(1) (2016)' },
]);
