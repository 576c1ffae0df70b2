import { prepareWords, topicOf } from '../topic-words.ts';

/*
 * Folded words for what somebody is to another or does, in the languages that headers are read in: `word`, `beginning*`,
 * `*ending`. Beside a word for "name" they say whose name it is.
 */
const roles = `
  guardian* parent* mother* father* mum dad spouse husband wife partner child sibling brother sister relative kin heir
  contact* doctor* physician* nurse* dentist therapist* surgeon* teacher* tutor* coach* trainer* mentor* lecturer
  instructor* supervisor* manager* boss leader* owner* tenant* landlord* agent* broker* seller* buyer* recruiter*
  interviewer* officer* clerk* cashier* driver* technician* donor* recipient* beneficiary insured claimant* witness*
  sponsor* referee* judge* lawyer* attorney* author* director* actor* singer* player* host guest* visitor* participant*
  applicant* candidate* member* holder* cardholder* payer payee sender* receiver* consignee* nominee referrer* salesman
  salesperson patient* student* pupil* employee* customer* client* staff worker* volunteer* resident* passenger*
  vater* mutter* eltern* ehepartner* ehefrau ehemann erziehungsberechtigt* arzt* *arzt *arztin lehrer* *lehrer *lehrerin
  lehrkraft* *lehrkraft leiter* *leiter *leiterin ansprechpartner* betreuer* *betreuer inhaber* *inhaber mieter* vermieter*
  verkaufer* empfanger* absender* spender* zeuge* bearbeiter* *bearbeiter fahrer* *fahrer schuler* kind kindes kunde* gast
  gastes pere mere parents conjoint* epoux epouse medecin* docteur* professeur* enseignant* tuteur* responsable* titulaire*
  proprietaire* locataire* vendeur* acheteur* destinataire* expediteur* donneur* temoin* chauffeur* eleve* enfant*
  padre madre padres tutora conyuge esposo esposa medico* medica profesor* docente* titular* propietari* inquilin*
  vendedor* comprador* destinatari* remitente* donante* testigo* conductor* alumno* hijo hija genitore genitori coniuge
  professor* tutore responsabil* titolare proprietari* venditore* mittente* donatore* testimone* autista* referente* figlio
  figlia pai mae responsavel conjuge proprietario inquilino remetente* doador* testemunha* motorista* aluno* filho filha
  vader* moeder* ouder* voogd* arts docent* leraar* leerkracht* begeleider* verhuurder* huurder* verkoper* ontvanger*
  afzender* getuige* chauffeur* contactpersoon* leerling* kind ojca ojciec matki matka rodzic* opiekun* lekarz* nauczyciel*
  wychowawc* kierownik* wlasciciel* najemc* sprzedawc* odbiorc* nadawc* dawc* swiadk* kierowc* ucznia dziecka
  otec otce matky rodic* zakonn* lekar* ucitel* vedouci vlastnik* najemnik* prodejce prijemc* odesilatel* darce svedek
  ridic* zaka ditete otac oca majka majke roditelj* skrbnik* starsev* lijecnik* zdravnik* nastavnik* ucitelj* voditelj*
  vlasnik* lastnik* prodavac* primatelj* primalac* prejemnik* posiljatelj* posiljalac* darivatelj* vozac* ucenik*
  apja anyja szulo* gondviselo* orvos* tanar* oktato* vezeto* tulajdonos* berlo* elado* cimzett* felado* gyermek*
  tatal* mamei parinte* medic medicul* diriginte titularul* chirias* vanzator* destinatar* expeditor* donator* sofer* elev
  far mor foralder* vardnadshavare* lakare* larare* handledare* chef* agare* hyresgast* saljare* mottagare* avsandare*
  forelder* foraelder* lege laege* laerer* veileder* eier* ejer* lejer* leietaker* selger* saelger* mottaker* modtager*
  avsender* afsender* verge vaerge elevs barnets isan aidin huoltaja* laakari* opettaja* esimies* omistaja* vuokralai*
  myyja* vastaanottaja* lahettaja* luovuttaja* kuljettaja* yhteyshenkilo* lapsen oppilaan
  baba babanin anne annenin veli velinin velisi doktor* hekim* ogretmen* mudur* sahib* kiraci* satici* alici* gonderen*
  bagisci* surucu* danisman* ogrenci* πατερ* μητερ* κηδεμον* ιατρ* γιατρ* καθηγητ* δασκαλ* υπευθυν* ιδιοκτητ* ενοικιαστ*
  πωλητ* παραληπτ* αποστολεα* οδηγ* μαθητ* отец отца мать матери родител* опекун* врач* учител* преподавател* руководител*
  владел* продав* получател* отправител* донор* водител* ребенк* ученик* батьк* матер* лікар* вчител* викладач* керівник*
  власник* отримувач* відправник* водія дитини учня ayah ibu wali orangtua dokter guru petugas pemilik penyewa penjual
  penerima pengirim pendonor pasien siswa suami istri anak pelapor saksi
  父 母 保護者 保护人 监护人 監護人 医生 医師 担当 担任 老师 教師 教师 负责人 負責人 収件人 收件人 寄件人 受取人 依頼人 家长 家長 学生
  生徒 患者 客户 顧客 联系人 聯絡人 보호자 부모 의사 교사 담당 수령인 발신인 학생 환자 고객
`;

const words = prepareWords([{ words: roles }], (topic) => topic.words);

/** Whether a folded word says what somebody is to another or does. */
export const namesRole = (token: string): boolean => topicOf(words, token) !== undefined;
