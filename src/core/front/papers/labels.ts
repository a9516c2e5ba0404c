import { isNear } from '../slips.ts'
import { plainOf, type Word } from './words.ts'

/** What stands behind a label of somebody's papers. */
export type Kind =
  | 'surname'
  | 'given'
  /** The whole name, or one that may be of a firm too. */
  | 'name'
  /** A word right before somebody's name: Mr, Pani. */
  | 'title'
  /** Who signs a contract as one who works. */
  | 'side'
  | 'born'
  | 'birthplace'
  | 'personal'
  | 'document'
  /** Letters and a number, and only with that word between them: "seria ABC nr 123456". */
  | 'series'
  | 'dated'
  | 'valid'
  | 'authority'
  | 'sex'
  | 'nationality'
  | 'address'
  | 'signature'
  | 'account'
  /** A number of a firm: it stays. */
  | 'firm'
  | 'phone'

/** Ways to write it are parted by a bar; a star stands for any ending. */
const table: [kind: Kind, ways: string][] = [
  [
    'surname',
    `nazwisko|nazwiska|nazwisko rodowe|nazwisko panieńskie|family name|surname|surnames|last name|second name|maiden name|birth name|nom|nom de famille
    |прізвище|прiзвище та імя|фамилия|фамілія|прозвішча|фамилно име|familienname|familiennamen|nachname|geburtsname|achternaam|geslachtsnaam|nume de familie|numele|apellidos|cognome`,
  ],
  [
    'given',
    `imię|imiona|imie imiona|imię drugie|drugie imię|pierwsze imię|given name|given names|first name|first names|forename|forenames|prénom|prénoms|prenom|prenume|prenumele
    |vorname|vornamen|voornaam|voornamen|імена|власне імя|по батькові|отчество|імя па бацьку|patronymic|patronimic|презиме|father s name|fathers name|бащино име|name of father|imię ojca|imię matki|imiona rodziców
    |имя матери|имя отца|імя матері|імя батька|ojciec|matka|father|mother|отец|мать|батько|мати`,
  ],
  [
    'name',
    `imię i nazwisko|nazwisko i imię|nazwisko imię|imiona i nazwisko|nazwisko i imiona|name|full name|candidate name|employee name|applicant name|worker name|name of candidate|name of employee|naam|nume|nume si prenume|numele si prenumele|імя|имя|име|імя та прізвище|прізвище та імя|прізвище імя|имя и фамилия
    |фамилия и имя|фамилия имя|піб|п і б|п і п|фио|ф и о|name und vorname|vor und nachname|name vorname|naam en voornaam|holder|cardholder|posiadacz|posiadacz karty|posiadacz rachunku|account holder|card holder
    |name of holder|odbiorca|odbiorca przelewu|dane odbiorcy|отримувач|одержувач|получатель|beneficiary|recipient|kontoinhaber|empfänger|begünstigter|власник картки|владелец карты|держатель карты`,
  ],
  [
    'title',
    `pan|pana|panu|panem|pani|panią|p|mr|mrs|ms|miss|herr|herrn|frau|mevrouw|dhr|mevr|domnul|doamna|dl|dna|гр|гражданин|гражданина|гражданином|гражданка|гражданкой|гражданки|громадянин|громадянина|громадянином
    |громадянка|громадянкою|громадянки|пан|пана|паном|пані|панові|obywatel*|niżej podpisany|niżej podpisana|ja niżej podpisany|ja niżej podpisana|нижчепідписаний|нижчепідписана|нижеподписавшийся|нижеподписавшаяся
    |the undersigned|undersigned|ja|я`,
  ],
  [
    'side',
    `pracownik|pracownikiem|pracownica|zleceniobiorca|zleceniobiorcą|wykonawca|kandydat|kandydatka|dłużnik|dłużnikiem|employee|worker|candidate|applicant|debtor|arbeitnehmer|arbeitnehmerin|werknemer|працівник|працівниця
    |виконавець|заявник|позичальник|работник|исполнитель|заявитель|заемщик|lucrător|angajat|salariat`,
  ],
  [
    'born',
    `data urodzenia|data i miejsce urodzenia|data ur|ur|urodzony|urodzona|urodzonego|urodzonym|urodzoną|urodzonej|urodziłam się|urodziłem się|date of birth|date and place of birth|birth date|birthdate|dob|d o b|born|born on
    |date de naissance|дата народження|дата народж|народився|народилася|народилась|народженого|дата рождения|дата и место рождения|дата рожд|родился|родилась|рожд|дата нараджэння|дата на раждане|роден|родена
    |geburtsdatum|geburtstag|geburtstag und ort|geboren|geboren am|geb|geboortedatum|geboren op|data nașterii|data naşterii|data nasterii|născut|născută|născut la data`,
  ],
  [
    'birthplace',
    `miejsce urodzenia|place of birth|birthplace|lieu de naissance|місце народження|место рождения|месца нараджэння|място на раждане|geburtsort|geboorteplaats|loc naștere|locul nașterii|loc nastere`,
  ],
  [
    'personal',
    `pesel|nr pesel|numer pesel|pesela|peselem|numer ewidencyjny pesel|personal number|personal no|personal identification number|identification number|identification no|identity no|record no|запис|запис no|унзр
    |рнокпп|іпн|инн|ідентифікаційний номер|реєстраційний номер облікової картки платника податків|идентификационный номер|ідэнтыфікацыйны нумар|личный номер|личный код|особистий номер|национальный идентификационный номер
    |егн|egn|единен граждански номер|лнч|лнч егн|cnp|cod numeric personal|idnp|numărul personal|персональный номер|снилс|bsn|burgerservicenummer|persoonsnummer|sofinummer|sofi nummer|steuer id|steuer identifikationsnummer|idnr
    |steuerliche identifikationsnummer|sozialversicherungsnummer|sv nummer|rentenversicherungsnummer|national insurance number|national insurance|ni number|social security number|ssn|rodné číslo|personnummer|личен номер`,
  ],
  [
    'document',
    `paszport|paszportu|paszportem|paszporcie|nr paszportu|paszport nr|numer paszportu|legitymujący się*|legitymująca się*|legitymującą się*|legitymującym się*|legitymującego się*|legitymującej się*
    |dowód|dowodem|dowodu|dowód osobisty|dowodem osobistym|dowodu osobistego|nr dowodu|numer dowodu|nr dokumentu|numer dokumentu|dokument nr|numer karty|karta pobytu|kartą pobytu|karty pobytu|nr karty pobytu|prawo jazdy|prawa jazdy
    |wiza|wizy|wizą|nr wizy|passport|passport number|passport no|pass no|passeport|document no|document number|doc no|card no|card number|identity card|identity card no|id card|id card no|id card number|id no|id number|id nr|visa no
    |visa number|driving licence no|licence no|driver license|паспорт|паспорта|паспортом|паспорту|номер паспорта|загранпаспорт|закордонний паспорт|посвідка|посвідка на проживання|посвідчення|посвідчення водія|документ no
    |документ номер|номер документа|номер документу|удостоверение|удостоверением|вид на жительство|водительское удостоверение|віза|виза|пашпарт|лична карта|лична карта no|документ за самоличност|reisepass|pass nr|reisepass nr|reisepassnummer|passnummer
    |ausweis|personalausweis|ausweisnummer|ausweis nr|aufenthaltstitel|aufenthaltserlaubnis|paspoort|paspoortnummer|documentnummer|document nr|rijbewijs|identiteitskaart|pasaport|pașaport|pașaportul|buletin|carte de identitate
    |nr document|seria i numer dowodu|seria i nr dowodu|seria i numer dowodu osobistego|seria i nr dowodu osobistego|seria i numer paszportu`,
  ],
  [
    'series',
    `seria|serii|serie|series|серія|серії|серия|серии|серыя|seria i numer|seria i nr|seria nr|серія та номер|серия и номер`,
  ],
  [
    'dated',
    `data wydania|data ważności|termin ważności|date of issue|issue date|date of expiry|expiry date|date of expiration|expiration date|card expiry|date d expiration|дата видачі|дата закінчення строку дії|термін дії|дата выдачи
    |дата окончания срока действия|срок действия|дата выдачы|тэрмін дзеяння|дата на издаване|дата на изтичане|дата на валидност|ausstellungsdatum|datum der ausstellung|ablaufdatum|datum van afgifte|datum afgifte
    |data emiterii|data eliberării|data expirării|valabilitate|виданий|видано|выдан|wydany dnia|wydanym dnia|wydanego dnia|issued on|ausgestellt am|eliberat la data`,
  ],
  [
    'valid',
    `ważny do|ważna do|ważne do|valid until|valid thru|valid through|valid to|valid|exp|expires|дійсний до|дійсна до|действителен до|действительна до|годен до|gültig bis|geldig tot|valabil până la|валидна до`,
  ],
  [
    'authority',
    `organ wydający|wydany przez|wydane przez|wydana przez|wydanym przez|wydaną przez|wydanego przez|authority|issuing authority|issued by|орган що видав|орган|виданий органом|ким видано|кем выдан|паспорт выдан|орган выдавший|орган які выдаў
    |издаден от|ausstellende behörde|behörde|autoriteit|afgegeven door|autoritatea|autoritatea emitentă|emisă de|eliberat de`,
  ],
  ['sex', `płeć|sex|gender|стать|пол|полъ|geschlecht|geslacht|sexul|sexe`],
  [
    'nationality',
    `obywatelstwo|narodowość|nationality|citizenship|nationalité|громадянство|національність|гражданство|национальность|грамадзянства|staatsangehörigkeit|nationalität|nationaliteit|cetățenie|cetăţenie|cetatenie|cetățenia`,
  ],
  [
    'address',
    `adres zamieszkania|adres zameldowania|miejsce zamieszkania|miejsce zameldowania|adres stałego zameldowania|zamieszkały|zamieszkała|zamieszkałą|zamieszkałym|zamieszkałego|zamieszkałej|zamieszkali|zam|zameldowany|zameldowana|zameldowanym
    |zameldowaną|home address|residential address|permanent address|residing|residing at|resident at|living at|адреса проживання|місце проживання|адреса реєстрації|місце реєстрації|що проживає|який проживає|яка проживає|проживає|мешкає
    |зареєстрований|зареєстрована|адрес проживания|место жительства|адрес регистрации|адрес прописки|проживающий|проживающая|проживающего|проживающей|проживающим|зарегистрированный|зарегистрированная|месца жыхарства
    |постоянен адрес|wohnhaft|wohnhaft in|wohnanschrift|meldeadresse|wohnort|wonende te|woonachtig|woonplaats|domiciliu|domiciliat|domiciliată|domiciliat în`,
  ],
  [
    'signature',
    `podpis posiadacza|podpis|signature|holder s signature|signature of bearer|signature of holder|підпис|підпис пред явника|підпис власника|подпись|подпись владельца|подпіс уладальніка|подпис|unterschrift|unterschrift des inhabers
    |handtekening|semnătura|semnătura titularului`,
  ],
  [
    'account',
    `iban|nr konta|numer konta|numer rachunku|nr rachunku|rachunek|konto|konta|karta nr|numer karty bankowej|номер карти|номер карты|номер картки|карта|карту|картку|картка|рахунок|счет|bank account|account number|account no|kontonummer|rekeningnummer`,
  ],
  [
    'firm',
    `nip|nipu|nipie|nipem|n i p|nip ue|regon|regonu|krs|krsu|kraz|vat|vat ue|vat eu|vat id|vat no|vat nr|ust|ustid|ust id|ust idnr|ust id nr|ustidnr|uid|btw|btw nr|btwnr|kvk|kvknr|kvk nr|kvknummer|hrb|hra|siren|siret|rcs|tva|iva|p iva|piva|cif|nif|cui|dič|ičo|ič|r c s|mbs|número único
    |orgnr|org nr|org no|organisasjonsnummer|foretaksnummer|føretaksnummer|organisationsnummer|cvr|crn|companies house|org номер|company no|company number|company registration|company reg|registered|registration|registration no|registration number|reg no|єдрпоу|едрпоу|егрпоу|edrpou|еик|булстат|eik|idno|kbo|bce
    |ondernemingsnummer|fn|firmenbuch|firmenbuchnummer|lei|reg com|oib|eori|bdo|krajowego rejestru|rejestru|rejestrze|rejestrowy|rejestr|certyfikat|certyfikatu|certyfikatem|wpis|wpisu|licencja|licencji|agencji zatrudnienia|agencja zatrudnienia nr
    |огрн|огрнип|кпп|унп|код підприємства|код предприятия|ідентифікаційний код|идентификационный код|нип|ніп|крс|регон|краз|пдв|handelsregister|handelsregisternummer|chamber of commerce|steuernummer|st nr|реєстрі|реєстру|реестре|реестра|ліцензія|ліцензії
    |лицензия|лицензии|dic|dph|moms|momsnr|cégjegyzékszám|cégjegyzék|cg|adószám|adósz|áfa|pvm|pvn|kmkr|registrikood|c i f|n i f|p i|c f|cf|codice fiscale|partita iva|iscrizione
    |rea|orc|reg nr|reg no|reg kood|reg|reģ|reģistrācijas|vienotais|äriregistri|kood|kodas|įm kodas|juridinio asmens kodas|kennitala|kt|αφμ|α φ μ|γεμη|γ ε μη|g e mi|gemi|enterprise number|dentreprise|entreprise|entreprises|registre
    |unternehmensnummer|ond nr|ondernemingsnr|firmennummer|kamer van koophandel|handelsreg|omzetbelastingnummer|org|orgnummer|organisation number|y tunnus|y tunn|ytunnus|fo nummer|alv|företagsnummer|davčna|davčna številka|matična|matična številka
    |matični broj|pdv|pib|ddv|ident číslo|identifikační číslo|identifikačné číslo|číslo společnosti|contribuinte|nipc|pessoa coletiva|cod fiscal|cod unic|număr de ordine|број|дппо|ддс|mersis|che|atu|uid nr|se nr|cvr nr|company number
    |registered number|tax id|numer identyfikacji podatkowej|krajowym rejestrze|krajowy rejestr|banque carrefour`,
  ],
  [
    'phone',
    `tel|telefon|telefonu|telefonem|telefonicznie|kom|komórka|mob|mobil|mobile|phone|gsm|whatsapp|whats app|wa|viber|telegram|signal|handy|fax|sms|тел|телефон|телефону|телефоном|моб|вайбер|вацап|ватсап|телеграм|телеграмм|dzwoń|zadzwoń|дзвоніть
    |звоните|дзвони|звони|call|kontakt|contact|telefoon|infolinia`,
  ],
]

interface Label {
  kind: Kind
  words: string[]
  isBeginning: boolean
  /** `name` and its like: what stands behind may be the name of anything. */
  isBroad: boolean
}

/** What was found of a label from a word on. */
export interface Found {
  kind: Kind
  at: number
  /** How many words it has. */
  size: number
  isBroad: boolean
}

const broad = new Set(['name', 'naam', 'nume', 'имя', 'имя', 'імя', 'име', 'nom'].map(plainOf))

/** What a reader of pictures makes of №. */
const numeros = ['no', 'ne', 'ni', 'mo', 'me', 'mi', 'n9']

function withNumeros(way: string): string[] {
  return / no$/.test(way) ? numeros.map((no) => way.replace(/ no$/, ` ${no}`)) : [way]
}

const labels: Label[] = table.flatMap(([kind, ways]) =>
  ways
    .split('|')
    .flatMap((all) => withNumeros(all.trim()))
    .map((way) => {
      const words = way.replaceAll('*', '').trim().split(/\s+/).map(plainOf)
      const isBroad = broad.has(words.join(' '))
      return { kind, words, isBeginning: way.trim().endsWith('*'), isBroad }
    }),
)

const byFirst = Map.groupBy(
  labels.toSorted((one, other) => other.words.length - one.words.length),
  ({ words: [first = ''] }) => first,
)

/** A shorter word with another letter is another word. */
const nearFrom = 6

/** Words by how they begin and how they end, for one in which a letter was misread. */
const byEdge = new Map<string, Set<string>>()
for (const word of new Set(labels.filter(isPersonal).flatMap(({ words }) => words))) {
  if (word.length < nearFrom - 1) continue
  for (const edge of edges(word)) byEdge.set(edge, (byEdge.get(edge) ?? new Set()).add(word))
}

/** "Kontrakt" is no slip in "kontakt", nor a citizen one in citizens. */
function isPersonal({ kind }: Label): boolean {
  return kind !== 'firm' && kind !== 'phone' && kind !== 'title'
}

function edges(word: string): string[] {
  return [`${word.slice(0, 3)}-`, `-${word.slice(-3)}`]
}

/** The word of a label that a word stands for, where at most one letter is wrong. */
function nearest(plain: string): string[] {
  if (plain.length < nearFrom) return []
  const near = edges(plain).flatMap((edge) => [...(byEdge.get(edge) ?? [])])
  return [...new Set(near)].filter((word) => word !== plain && isSlip(plain, word))
}

/** Who asks for the same word again looks once. */
const looked = new WeakMap<Word, Found | 'none'>()

/** A letter is wrong, or two that stand close were read as one. */
function isSlip(plain: string, word: string): boolean {
  return isNear(plain, word) || (plain.includes('m') && closed(plain) === closed(word))
}

function closed(plain: string) {
  return plain.replaceAll(/ni|rn|in|ri/g, 'm')
}

/** The longest label that begins at a word of a line. */
export function labelAt(words: Word[], at: number): Found | undefined {
  const first = words[at]
  if (!first) return undefined
  const found = looked.get(first) ?? look(words, first, at) ?? 'none'
  looked.set(first, found)
  return found === 'none' ? undefined : found
}

function look(words: Word[], first: Word, at: number): Found | undefined {
  for (const plain of [first.plain, ...nearest(first.plain)]) {
    const label = byFirst.get(plain)?.find((one) => isHere(one, words, at))
    if (label) return { kind: label.kind, at, size: label.words.length, isBroad: label.isBroad }
  }
  return undefined
}

function isHere(one: Label, words: Word[], at: number): boolean {
  const { words: label, isBeginning } = one
  return label.every((word, place) => {
    const other = words[at + place]
    if (!other || (place > 0 && isFar(other.gap))) return false
    // The first word was looked up, or is a slip away.
    if (place === 0 && !(isBeginning && label.length === 1)) return true
    const isLast = place === label.length - 1
    if (isBeginning && isLast && other.plain.startsWith(word)) return true
    return (
      other.plain === word ||
      (isPersonal(one) && word.length >= nearFrom && isSlip(other.plain, word))
    )
  })
}

/** Words of one label stand side by side. */
function isFar(gap: string): boolean {
  return /[,:;/|]/.test(gap) || gap.length > 3
}
