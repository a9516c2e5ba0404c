import { isNumberKind, type NumberKind } from '../../core/firm/firm.ts'

/** What a label can mean: a kind of number, and for a VAT number or a local one the country. */
export interface Sense {
  /** `own` is any kind of number that the person's country has. */
  kind: NumberKind | 'own'
  country?: string
  /** What its number begins with, where people leave it to the label: HRB, CHE. */
  prefix?: string
}

/** Words before a number that tell which it is. */
export interface Label {
  /** Empty for numbers that are none of a firm: a telephone, a bank account. */
  senses: Sense[]
  /** It also means other things, so that a number of another length after it says nothing. */
  isVague?: true
  /** The number may stand some words later: "rejestru … prowadzonego przez Marszałka … pod numerem 1264". */
  isFar?: true
}

type Manner = 'vague' | 'far' | 'vague far'

/** Several ways to write it are parted by a bar. Senses: a kind, `vat` of the person's country, `vat:CZ`, `local:SK`, `own`. */
const table: [ways: string, senses: string, manner?: Manner][] = [
  // Poland
  [
    'nip|nipu|nipie|nipem|numer identyfikacji podatkowej|numeru identyfikacji podatkowej|ніп|нип',
    'nip',
  ],
  ['regon|regonu|regonie|regonem|numer statystyczny regon|регон', 'regon'],
  ['krs|krsu|krs u|krsie|krsem|крс|nr krs|krs nr', 'krs', 'far'],
  [
    'krajowego rejestru sądowego|krajowym rejestrze sądowym|krajowy rejestr sądowy|rejestru przedsiębiorców|rejestrze przedsiębiorców',
    'krs',
    'far',
  ],
  ['kraz|krazu|kraz u|krazie|краз|кразі|кразе', 'kraz', 'far'],
  [
    'rejestru agencji zatrudnienia|rejestrze agencji zatrudnienia|rejestr agencji zatrudnienia|prowadzących agencje zatrudnienia',
    'kraz',
    'far',
  ],
  [
    'agencja zatrudnienia nr|agencji zatrudnienia nr|agencja pracy nr|agencji pracy nr|agencja pracy tymczasowej nr|agencji pracy tymczasowej nr|numer w rejestrze agencji|nr w rejestrze agencji',
    'kraz',
  ],
  [
    'certyfikat nr|certyfikat numer|certyfikat o nr|certyfikat o numerze|certyfikatu nr|certyfikatem nr|certyfikatu o nr|nr certyfikatu|numer certyfikatu|nr cert|сертифікат номер|сертификат номер',
    'kraz',
    'vague',
  ],
  [
    'certyfikat marszałka|certyfikat marszałka województwa|certyfikat wojewódzkiego urzędu pracy|certyfikat agencji|certyfikat agencji zatrudnienia|certyfikat agencji pracy|licencja marszałka|licencja agencji|licencja agencji pracy|licencja agencji zatrudnienia|zezwolenie marszałka|wpis marszałka|wpisu marszałka',
    'kraz',
    'far',
  ],
  [
    'nr wpisu|numer wpisu|wpis nr|wpis numer|wpis do rejestru|wpisu do rejestru|wpisana do rejestru pod nr|agencja nr|numer agencji|nr agencji|nr licencji|numer licencji',
    'kraz',
    'vague',
  ],
  [
    'сертифікат маршалка|сертификат маршала|реєстрі агентств працевлаштування|реєстру агентств працевлаштування|реестре агентств занятости|реестр агентств занятости|реєстр агентств зайнятості',
    'kraz',
    'far',
  ],
  // VAT: what it is called in one country only, and in several
  ['vat|vat ue|vat eu|vat id|vatid|eu vat|tax id', 'vat', 'vague'],
  [
    'ust id|ust idnr|ustid|ustidnr|umsatzsteuer identifikationsnummer|umsatzsteuer id|umsatzsteuer idnr|ust ident|ust ident nr|mwst nr|mwst|umsatzsteuernummer',
    'vat:DE vat:AT local:CH',
    'vague',
  ],
  ['uid|uid nr|uid nummer', 'vat:AT local:CH:CHE', 'vague'],
  [
    'btw|btw nr|btw nummer|btw id|btwnr|btwnummer|btw identificatienummer',
    'vat:NL vat:BE',
    'vague',
  ],
  [
    'tva|tva intracommunautaire|tva intracom|tva intra|n tva|numéro de tva|no tva',
    'vat:FR vat:BE vat:LU local:CH vat:RO',
    'vague',
  ],
  [
    'p iva|piva|p i|partita iva|part iva|partitaiva|iva|cf|codice fiscale|cod fisc',
    'vat:IT local:CH',
    'vague',
  ],
  ['cif|código de identificación fiscal', 'vat:ES vat:RO', 'vague'],
  ['nif|nif iva|número de identificación fiscal', 'vat:ES vat:PT', 'vague'],
  [
    'nipc|número de contribuinte|n contribuinte|contribuinte|número de identificação fiscal|número de identificação de pessoa coletiva|pessoa coletiva|número único|número único de matrícula',
    'vat:PT',
    'vague',
  ],
  [
    'cui|cod unic de înregistrare|codul unic de înregistrare|cod fiscal|cod de identificare fiscală',
    'vat:RO',
    'vague',
  ],
  ['dič|daňové identifikační číslo', 'vat:CZ vat:SK', 'vague'],
  ['ič dph|ičdph', 'vat:SK', 'vague'],
  ['moms|momsnr|moms nr|momsreg|momsreg nr|vat reg|vat reg no', 'vat:SE vat:DK vat:GB', 'vague'],
  ['momsregistreringsnummer', 'vat:SE', 'vague'],
  ['se nr|senr', 'vat:DK', 'vague'],
  [
    'fo nummer|alv|alv nro|alv tunnus|y tunnus|ytunnus|företags och organisationsnummer',
    'vat:FI',
    'vague',
  ],
  ['ддс|дддс|ддс номер|идентификационен номер по ддс|ин по ддс|дан номер', 'vat:BG', 'vague'],
  ['αφμ|α φ μ|afm|αριθμός φορολογικού μητρώου|φπα', 'vat:EL', 'vague'],
  ['adósz|adószám|adószáma|áfa|közösségi adószám|közösségi adószáma|eu adószám', 'vat:HU', 'vague'],
  ['oib|pdv|pdv id|pdv broj|pdv id broj|porezni broj', 'vat:HR', 'vague'],
  ['ddv|id za ddv|id št za ddv|davčna številka|davčna št|davčna', 'vat:SI', 'vague'],
  ['pvm|pvm kodas|pvm mokėtojo kodas|pvm mokėtojo', 'vat:LT', 'vague'],
  ['pvn|pvn nr|pvn reģ|pvn reģistrācijas numurs|pvn maksātāja', 'vat:LV', 'vague'],
  ['kmkr|kmkr nr|kmkr number|käibemaksukohustuslase number', 'vat:EE', 'vague'],
  ['φπα αριθμός|vat cy|αριθμός φπα', 'vat:EL vat:CY', 'vague'],
  ['пдв|іпн пдв', 'vat', 'vague'],
  // Registers of firms
  [
    'kvk|kvknr|kvknummer|kvk nr|kvk nummer|handelsregister kvk|kamer van koophandel|kamers van koophandel|kamer v koophandel|chamber of commerce|dutch chamber of commerce',
    'kvk',
    'far',
  ],
  [
    'companies house|crn|reg in england|reg in scotland|reg in england and wales|registered in england|registered in scotland|registered in wales|registered in northern ireland|registered in england and wales|incorporated in england|company number england',
    'crn',
    'vague',
  ],
  [
    'company number|company no|company num|company registration|company registration number|company registration no|company reg|company reg no|company reg number|co reg|co reg no|co no|registered number|registered no|registration number|registration no|registered company number|reg no|reg number|business registration number|registered in ireland|registered in dublin',
    'crn cro own',
    'vague',
  ],
  ['cro|cro number|cro no', 'cro', 'vague'],
  [
    'org|orgnr|org nr|org no|orgnummer|org nummer|organisation number|organization number|org number',
    'orgnr orgse',
    'vague',
  ],
  [
    'organisasjonsnummer|organisasjonsnr|foretaksregisteret|foretaksregistret|mva',
    'orgnr',
    'vague',
  ],
  ['organisationsnummer|organisationsnr|bolagsverket|corporate identity number', 'orgse', 'vague'],
  ['ičo|ič|ičo číslo|ičo number', 'ico local:SK', 'vague'],
  [
    'identifikační číslo|ident číslo|identifikační č|identifikační číslo osoby|identifikační číslo organizace|ares',
    'ico',
    'vague',
  ],
  ['identifikačné číslo|identifikačné číslo organizácie', 'local:SK', 'vague'],
  [
    'siren|siren n|numéro siren|rcs|registre du commerce|registre du commerce et des sociétés',
    'siren local:LU',
    'far',
  ],
  ['siret|établissement|numéro siret', 'siret'],
  [
    'ond nr|kbo|bce|kbo bce|ondernemingsnummer|ondernemingsnr|numéro d entreprise|n d entreprise|numéro bce|rpr|rpm|enterprise number|unternehmensnummer|zou',
    'kbo',
    'vague',
  ],
  ['fn|firmenbuch|firmenbuchnummer|firmenbuchnr|fb nr|firmenbuch nummer|fb nummer', 'fn', 'vague'],
  ['cvr|cvr nr|cvr nummer|cvrnr|centrale virksomhedsregister', 'cvr'],
  [
    'edrpou|єдрпоу|едрпоу|егрпоу|ідентифікаційний код|ідентифікаційний код юридичної особи|ідентифікаційний код юрособи|идентификационный код|код підприємства|код предприятия|єдиному державному реєстрі',
    'edrpou',
    'vague',
  ],
  ['handelsreg|handelsregister|handelsregisternummer|handelsregister nr', 'kvk', 'vague far'],
  ['nr reg com|nr ord reg com|reg com|registrul comerțului|înmatriculare', 'local:RO', 'vague'],
  ['reg nr|reg nro|register nr', 'own local:LV local:EE', 'vague'],
  ['lei|legal entity identifier', 'lei', 'vague'],
  ['hrb|hr b', 'local:DE:HRB', 'vague'],
  ['hra|hr a', 'local:DE:HRA', 'vague'],
  [
    'įmonės kodas|įm kodas|įmonės kodo|juridinio asmens kodas|j a kodas|įk|kodas',
    'local:LT',
    'vague',
  ],
  [
    'reģistrācijas numurs|reģistrācijas nr|reģ|reģ nr|vienotais reģistrācijas numurs|vienotais reģ nr|rnr',
    'local:LV',
    'vague',
  ],
  ['registrikood|reg kood|registri kood|äriregistri kood|rg kood', 'local:EE', 'vague'],
  ['cégjegyzékszám|cégjegyzékszáma|cégjegyzék szám|cg|cégj', 'local:HU', 'vague'],
  ['еик|булстат|уик|eik|bulstat', 'local:BG', 'vague'],
  ['mbs|matični broj subjekta', 'local:HR', 'vague'],
  [
    'matični broj|mat br|matična številka|matična št|matična',
    'local:SI local:RS local:HR',
    'vague',
  ],
  ['pib|пиб|матични број', 'local:RS', 'vague'],
  ['γεμη|γ ε μη|γ ε μ η|αριθμός γεμη|gemi|g e mi|αρ γεμη', 'local:GR', 'vague'],
  [
    'rcs luxembourg|r c s luxembourg|registre de commerce et des sociétés luxembourg',
    'local:LU:B',
    'vague',
  ],
  ['rea|numero rea|n rea', 'local:IT', 'vague'],
  ['kennitala|kt|kennitölu', 'local:IS', 'vague'],
  ['ηε|αριθμός εγγραφής|registration he', 'local:CY:HE', 'vague'],
  ['idno|cod fiscal idno', 'local:MD', 'vague'],
  ['mersis|mersis no|mersis numarası', 'local:TR', 'vague'],
  ['fl nr|öffentlichkeitsregister', 'local:LI', 'vague'],
  [
    'numer rejestrowy|nr rejestrowy|numer w rejestrze|nr w rejestrze|реєстраційний номер|регистрационный номер|номер у реєстрі|номер в реестре|firmennummer|registrační číslo|registračné číslo',
    'own',
    'vague',
  ],
  // None of a firm
  [
    'tel|telefon|telefonu|telefoniczny|telefonem|telefonnummer|kom|komórka|komórkowy|phone|phone number|mobile|mobil|handy|gsm|sms|fax|faks|infolinia|zadzwoń|dzwoń|dzwońcie|call|kontakt|contact|whatsapp|whats app|viber|telegram|signal|тел|телефон|телефону|номер телефону|номер телефона|моб|вайбер|вацап|телеграм|телеграмм|дзвоніть|звоните|puhelin|teléfono|móvil|telefoon|téléphone|cell',
    '',
  ],
  [
    'iban|konto|konta|rachunek|rachunku|nrb|bic|swift|karta|karty|рахунок|карта|карту|картка|картку|счёт|blz|rekening|rekeningnummer|kontonummer|bankgiro|plusgiro|bankverbindung',
    '',
  ],
  [
    'rodné číslo|egn|егн|sv nr|svnr|sozialversicherungsnummer|personnummer|samordningsnummer|burgerservicenummer|cpr|cpr nr|cpr nummer|personas kods|fødselsnummer|dni|nie|рнокпп|податковий номер|налоговый номер|rsin|адрес|pesel|dowód|dowodu|paszport|paszportu|passport|паспорт|bdo|ref|referencja|ref nr|numer referencyjny|nr referencyjny|numer oferty|nr oferty|oferta nr|ogłoszenie nr|nr ogłoszenia|nr zamówienia|zamówienie nr|order|order no|offer no|job id|job no|vacaturenummer|stellennummer|referenz|kod pocztowy|steuernummer|st nr|steuer nr|nr rejestracyjny|numer rejestracyjny|kenteken|kennzeichen|prawo jazdy|bsn|nino|national insurance|sofi|inn|инн|іпн|снилс|iso|vca|uprawnienia|faktura|faktura nr|umowa nr|nr umowy',
    '',
  ],
]

const labels = new Map<string, Label>()
for (const [ways, senses, manner = ''] of table) {
  for (const words of ways.split('|').map(plain)) {
    // Without accents two languages may write the same.
    const before = labels.get(words)
    labels.set(words, {
      senses: [...(before?.senses ?? []), ...senses.split(' ').filter(Boolean).map(toSense)],
      ...((manner.includes('vague') || before) && { isVague: true }),
      ...(manner.includes('far') && { isFar: true }),
    })
  }
}

/** So that most words are no label after one look. */
const firsts = new Set([...labels.keys()].map((words) => words.split(' ')[0] ?? ''))

/** What may stand between a label and its number. */
const fillers = wordsOf(
  'č čís nr nru numer numerem numeru no num number nummer numero numéro número n pod id idnr ue eu pl to jest is ist firmy podatnika wpisu wpis certyfikatu certyfikat and wales код номер номером під за und identification registration reg rej onder onderneming met het de der den unter sous le la du sub con al del par under med číslo pod číslom szám broj št številka kods kodas kood numurs nro registered company ст au w we im i in a o e y et i ireland england scotland wales uk eire društva podjetja podjetje společnosti spoločnosti organizace firmy spółki przedsiębiorstwa entreprise société empresa sociedad společnost subjektu юридичної особи підприємства компанії',
)
/** What a person may write around a number that they were asked for. */
const company = wordsOf(
  `mój moja numer nr firma firmy firmę pracodawca pracodawcy agencja agencji agencję ma mam mają to jest ten tej tego oto podaję
   podali dali proszę prosze sprawdź sprawdz sprawdzić sprawdzcie sprawdźcie sprawdzenie czy istnieje taka taki mi o i a w z na
   my the number of company is its it here please check verify this firm employer agency does exist real can you for me
   мой мій номер фирмы фірми фирма фірма компания компанія агентство агентства работодатель роботодавець вот ось это це проверь
   проверьте проверить перевірте перевір перевірити пожалуйста будь ласка есть ли чи існує існуе така такая такую таку эту цю dzień dobry dziękuję dzięki dziekuje спасибі дякую спасибо thanks thank co za jaka jaki która który що за что ok hej cześć hello hi`,
)
const announcing = wordsOf(
  'č čís poz pozycja pozycją nr numer numerem numeru no number nummer numéro numero número номером номер',
)

/** What stands behind a number that counts or measures something. */
const units = wordsOf(
  'cyfr cyfry cyfrą digits цифр цифри цифры znaków ofert oferty firm firmy razy raz рази раза разів tygodnie tygodni tygodnia тижні тижня недели недель strony stron kč kc kr brutto netto jours jour jaar jahre jahren stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня января февраля марта апреля мая июня июля августа сентября октября ноября декабря january february march april may june july august september october november december zł zl pln złotych eur euro euros eura usd gbp chf czk nok sek dkk uah грн злотих злотых євро евро funtów koron procent h godz godzin godziny godzinę hours std stunden км km kg m2 m mb ton osób osoby people personen pers лет років года год lat roku rok years dni days день днів дней tygodni weeks miejsc',
)

/** What may stand between "nr" and its number, or a label and its number: "KRS to 28860". */
const linking = wordsOf(
  'ireland england scotland wales uk eire to jest is ist es je e est o pod under onder unter sous sob id n ue eu pl wpisu wpis rejestru certyfikatu certyfikat firmy podatnika reg код це это є',
)

export const longestLabel = Math.max(...[...labels.keys()].map((words) => words.split(' ').length))

export const labelOf = (words: string): Label | undefined => labels.get(words)
export const beginsLabel = (word: string): boolean => firsts.has(word)
export const isFiller = (word: string): boolean => fillers.has(word)
export const isSmallTalk = (word: string): boolean => company.has(word)
export const announcesNumber = (word: string): boolean => announcing.has(word)
export const links = (word: string): boolean => linking.has(word)
export const isUnit = (word: string): boolean => units.has(word)

/** Small letters without accents, as labels are looked up; Unicode knows no parts of ł. */
export function plain(word: string): string {
  return word.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('ł', 'l')
}

function toSense(name: string): Sense {
  const [kind = '', country, prefix] = name.split(':')
  if (kind !== 'own' && !isNumberKind(kind)) throw new Error(`${name} is no kind of number`)
  return { kind, ...(country && { country }), ...(prefix && { prefix }) }
}

function wordsOf(text: string): Set<string> {
  return new Set(text.split(/\s+/).map(plain))
}
