import type { Tokens } from './tokens.ts'

const domainsAtMost = 3

/** The domains of e-mail addresses, e.g. `firma.example`; a name with `@` alone is none. */
export function mailDomains({ tokens, original }: Tokens): string[] {
  const found = tokens.flatMap(({ text, to }, at) => {
    const before = tokens[at - 1]
    if (text !== '@' || before?.to !== to - 1) return []
    const domain = original.slice(to, endOfDomain(original, to)).toLowerCase()
    return domain.includes('.') ? [domain] : []
  })
  return [...new Set(found)].slice(0, domainsAtMost)
}

/** The longest domain that the internet knows has 253 signs. */
function endOfDomain(text: string, from: number) {
  let end = from
  while (end < text.length && end - from < 253 && /[\p{L}\p{N}.-]/u.test(text.charAt(end))) end++
  while (end > from && '.-'.includes(text.charAt(end - 1))) end--
  return end
}

/** Mailboxes that anybody may open in a minute. */
const free = [
  'gmail.com',
  'outlook.com',
  'hotmail.com',
  'yahoo.com',
  'proton.me',
  'protonmail.com',
  'wp.pl',
  'onet.pl',
  'o2.pl',
  'interia.pl',
  'ukr.net',
  'i.ua',
  'mail.ru',
  'yandex.ru',
  'gmx.de',
  'web.de',
]

export function isFreeMail(domain: string): boolean {
  return free.includes(domain)
}
