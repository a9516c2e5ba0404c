/** Words and signs by which the name of a company tells that it is one, made plain. */
const forms = [
  /\bsp(\.|olka)?\s*z\s*(o\.?\s*o\.?|ograniczona)/,
  /\bspolka (akcyjna|jawna|partnerska|komandytowa|cywilna|komandytowo)/,
  /\b(s\.\s?a\.|s\.?k\.?a?\.?|p\.?s\.?a\.?|s\.?j\.?)(\s|$)/,
  /\b(fundacja|stowarzyszenie|spoldzielnia|przedsiebiorstwo panstwowe)\b/,
  /\b(gmbh|ug|ag|kg|ohg|e\.?\s?k\.?|b\.?v\.?|n\.?v\.?|ltd|limited|plc|llp|s\.?r\.?o\.?|a\.?\s?s\.?|as|asa|a\/s|aps|ab|oy|sarl|sas|srl|s\.?p\.?a\.?|s\.?l\.?|uab|ou|oü|sia|kft|doo|d\.o\.o\.?)(\s|$)/,
]

/** True where a name is a company's and not that of a person in business. */
export function isCompanyName(name: string): boolean {
  const words = simple(name)
  return forms.some((form) => form.test(words))
}

/** So many words have the longest names; a sentence that ends like one has more. */
const nameAtMost = 8

/** Forms as companies write them at the end of their name; those of two letters only in capitals, or they are words. */
const endings = [
  /\s(?:sp\.?\s*z\s*o\.?\s*o\.?|gmbh|ltd\.?|limited|plc|s\.\s?r\.\s?o\.?|sro|kft\.?|sarl|uab|d\.\s?o\.\s?o\.?|s\.r\.l\.?|s\.p\.a\.?|b\.v\.?|n\.v\.?|aps)$/i,
  /\s(?:S\.?A\.?|AG|KG|BV|NV|AS|AB|Oy|SAS|SRL|Srl|SpA|S\.?L\.?|OÜ|SIA|DAC|ETT)$/,
]
const openings = /^(?:ООО|ТОВ|ТзОВ|ПП|ФОП|UAB|SIA|OÜ)\s/

/** True where a few words are a company's name by their form: `OTTO Work Force Sp. z o.o.`. No sentence is. */
export function isFirmName(text: string): boolean {
  const name = text.trim()
  if (name.split(/\s+/).length > nameAtMost) return false
  return openings.test(name) || endings.some((form) => form.test(name))
}

/** True where two names may be the same firm's: what is left without legal forms, quotes and case is alike. */
export function isSameName(one: string, other: string): boolean {
  const [a, b] = [core(one), core(other)]
  if (!a || !b) return true
  return a === b || ` ${a} `.includes(` ${b} `) || ` ${b} `.includes(` ${a} `)
}

function core(name: string) {
  const bare = forms.reduce(
    (left, form) => left.replaceAll(new RegExp(form, 'g'), ' '),
    simple(name),
  )
  return bare.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim()
}

/** Lower case, without diacritics; `ł` has no decomposed form. */
function simple(name: string) {
  return name.toLowerCase().replaceAll('ł', 'l').normalize('NFD').replaceAll(/\p{M}/gu, '')
}
