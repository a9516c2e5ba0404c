/**
 * Legal forms that no single person can have, as they stand in names of the countries that VIES tells of, without
 * full stops. A form that is missing here only hides a name.
 */
const anywhere = [
  'SPÓŁKA AKCYJNA|SPÓŁKA Z OGRANICZONĄ ODPOWIEDZIALNOŚCIĄ|SPÓŁKA (?:KOMANDYTOWA|JAWNA|PARTNERSKA)',
  'SPÓŁKA KOMANDYTOWO-AKCYJNA|SPÓŁDZIELNIA|FUNDACJA|STOWARZYSZENIE|SP Z ?O ?O|SP Z OO',
  'GMBH|AKTIENGESELLSCHAFT|BVBA|SPRL|SARL|SAS|SASU|STICHTING|SOCIETÀ COOPERATIVA|LIMITADA|UNIPESSOAL|LDA',
  'SPOL S R O|S R O|SRO|KFT|ZRT|NYRT|ЕООД|ООД|ЕАД|EOOD|OOD|AKTIEBOLAG|APS|OYJ|OÜ|UAB|SIA|ΕΠΕ|ΙΚΕ',
  'LTD|LIMITED|PLC|DAC|CLG|LLP',
].join('|')

/** So short that they could be somebody's initials: only at the end, or as the Baltic names have them at the start. */
const atTheEnd = [
  'SP K|SPK|SP J|S A|SA|P S A|S K A|A G|AG|O H G|OHG|K G|KG|B V|BV|N V|NV|V O F|VOF|S R L|SRL|S A R L|S A S|S N C',
  'S P A|SPA|A S|AS|A/S|D O O|DOO|D D|DD|BT|АД|AB|OY|Α Ε|ΑΕ|Ε Π Ε|Ι Κ Ε',
].join('|')

const company = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${anywhere})(?![\\p{L}\\p{N}])|(?<![\\p{L}\\p{N}])(?:${atTheEnd})(?: W (?:LIKWIDACJI|UPADŁOŚCI|RESTRUKTURYZACJI))?$|^AS `,
  'u',
)

/** Whether a name says that it is a company's, and so no single person's. */
export function bearsLegalForm(name: string): boolean {
  const words = name.slice(0, 300).toUpperCase().replaceAll(/[.,"]/g, ' ')
  return company.test(words.replaceAll(/\s+/g, ' ').trim())
}
