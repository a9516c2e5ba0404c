/** A word of a line, or a sign that stands for one. */
export interface Word {
  text: string
  /** As labels are compared: letters that look alike are one, whatever the script and whatever a reader of pictures took them for. */
  plain: string
  from: number
  to: number
  /** What stands between it and the word before. */
  gap: string
}

/** The words of a line in one pass. */
export function wordsOf(line: string): Word[] {
  const words: Word[] = []
  let end = 0
  for (const { 0: text, index } of line.matchAll(/№|[\p{L}\p{N}\p{M}'’ʼ`]+/gu)) {
    const plain = plainOf(text)
    if (plain === '') continue
    words.push({ text, plain, from: index, to: index + text.length, gap: line.slice(end, index) })
    end = index + text.length
  }
  return words
}

/** Letters and digits that are drawn alike. */
const alike: Record<string, string> = {
  ...{ а: 'a', в: 'b', е: 'e', є: 'e', к: 'k', м: 'm', н: 'h', о: 'o', р: 'p', с: 'c', т: 't' },
  ...{ у: 'y', х: 'x', і: 'i', ј: 'i', ѕ: 's', ъ: 'ь' },
  ...{ l: 'i', ł: 'i', ı: 'i', j: 'i', ß: 'ss', đ: 'd', '№': 'no' },
}

/** Digits that a reader of pictures takes letters for; in a number they are meant. */
const misread: Record<string, string> = { '0': 'o', '1': 'i', '5': 's', '8': 'b', '6': 'b' }

/** No label has a longer word; what is longer stands for itself. */
const longest = 60

export function plainOf(text: string): string {
  if (text === '№') return 'no'
  const letters = lettersOf(text)
  const isWord = countOf(letters, /\p{L}/gu) > countOf(letters, /\p{N}/gu)
  let plain = ''
  for (const sign of letters) plain += alike[sign] ?? (isWord ? misread[sign] : undefined) ?? sign
  return plain
}

/** Small, without accents. A sign that stands for a whole sentence is none that papers have. */
function lettersOf(text: string): string {
  const short = text.length > longest ? text.slice(0, longest) : text
  if (/^[\da-z]+$/.test(short)) return short
  const parts = short.toLowerCase().normalize('NFKD')
  return parts.slice(0, 3 * longest).replaceAll(/[\p{M}'’ʼ`]/gu, '')
}

/** Words as they are compared. */
export function plainSet(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/).map(plainOf))
}

function countOf(text: string, sign: RegExp): number {
  return text.match(sign)?.length ?? 0
}

/** `0` read as O and `1` as l included; at least one true digit. */
export function isDigits({ text }: { text: string }): boolean {
  return /\d/.test(text) && /^[\dOОоoIІlі]+$/.test(text)
}

export function digitsIn(words: Word[]): number {
  return words
    .map(({ text }) => (isDigits({ text }) ? text.length : countOf(text, /\d/g)))
    .reduce((all, digits) => all + digits, 0)
}

/** What stands behind what costs or counts something: `15000 zł`. */
export function isCounted(after: Word | undefined): boolean {
  if (!after) return false
  const isUnit = units.some((unit) => after.plain.startsWith(unit))
  return /^\s?[€$£%]/.test(after.gap) || (isUnit && /^\s?$/.test(after.gap))
}

const units = [
  ...plainSet(
    'zł zl złot pln eur euro usd uah грн зл злот евро євро руб gbp chf czk ron lei netto brutto',
  ),
]

/** Whether it may be a part of somebody's name: a capital first, a digit for a letter here and there. */
export function isNameLike({ text, plain }: Word): boolean {
  if (!/^\p{Lu}/u.test(text) && !/^[01]\p{Lu}/u.test(text)) return false
  return countOf(text, /\p{L}/gu) > 2 * countOf(text, /\p{N}/gu) && !noNames.has(plain)
}

/** Small words inside names. */
export function isParticle({ text }: Word): boolean {
  return /^(?:de|van|von|der|den|da|di|la|le|ten|ter)$/.test(text)
}

export function isCapitals(text: string): boolean {
  return text === text.toUpperCase() && text !== text.toLowerCase()
}

export function isLetters({ text }: Word): boolean {
  return /^[\p{L}\p{M}'’ʼ`]+$/u.test(text)
}

/** Words that are in no name, so that a shouted sentence is none. */
const noNames = plainSet(
  `a i o w z na do od po za dla oraz lub nie to jest są się ze bez przy lat rok wymagane wymagany wymagana wymagany obowiązkowo brak dowolne
   dowolna każda potrzebny potrzebne potrzebna podaj wyślij prosimy proszę zabieramy paszport dowód pesel nip krs regon kraz telefon tel nr
   numer umowa praca pracy firma firmy agencja agencji osoba osoby stawka wiek płeć data miejsce adres e mail email
   the and or of for in to your you we our with not no none all is are be by on at from required needed send passport phone name
   і й та або в у з на до від за для по при не без є це що ваш ваше ваші свій свої треба потрібно потрібен потрібні потрібна обовязково
   надішліть паспорт телефон будь яке яка який и или с от из для не без это что ваш ваше ваши нужен нужно нужны нужна обязательно
   пришлите любое любая пишіть пишите надсилайте шліть відправте отправьте шлите вкажіть укажите prześlij napisz wpisz piszcie write bitte 
   und oder der die das mit für nicht kein keine ist sind bei von vom zum zur erforderlich ihre ihr sie
   company agency group ltd limited llc gmbh sp zoo bv srl sro inc models hotel restaurant club work job jobs sex bar salon studio тов ооо
   фірма фирма агентство компания компанія робота работа`,
)

/** A day with its month and year, in so many words from here; 0 where there is none. */
export function dateAt(words: Word[], at: number): number {
  const [day, month, year, other] = words.slice(at, at + 4)
  if (!day || !isDigits(day)) return 0
  if (/^(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d\d$/.test(day.text)) return 1
  if (!month || !/^\s?[-–—./, ]?\s?$/.test(month.gap)) return 0
  if (isYear(day) && isDigits(month) && year && isDigits(year) && month.text.length < 3)
    return year.text.length < 3 ? 3 : 0
  if (day.text.length > 2) return 0
  if (isDigits(month) && month.text.length < 3)
    return year && isDigits(year) && isNear(year) && (isYear(year) || year.text.length === 2)
      ? 3
      : 0
  if (!isMonth(month)) return 0
  if (year && isYear(year)) return 3
  // "12 MAR/MAR 1988"
  return year && isMonth(year) && other && isYear(other) ? 4 : 0
}

function isNear({ gap }: Word) {
  return /^\s?[-–—./, ]\s?$/.test(gap)
}

function isYear({ text }: Word) {
  return /^(?:[1IlІ]9|[2][0OОо])[\dOОоlI]{2}$/.test(text)
}

function isMonth(word: Word) {
  return isLetters(word) && months.has(word.plain.slice(0, 3))
}

const months = new Set(
  `sty lut mar kwi maj cze lip sie wrz paź lis gru jan feb apr may jun jul aug sep oct nov dec jän mär mai okt dez mrt mei
   ian mai iun iul noi січ лют бер кві тра чер лип сер вер жов лис гру янв фев мар апр мая май июн июл авг сен окт ноя дек
   яну юни юли сту кра чэр жні вер кас ліс сне stu сак`
    .split(/\s+/)
    .map((word) => plainOf(word).slice(0, 3)),
)
