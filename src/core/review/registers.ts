import { isShown, linkFor } from '../cards/register-link.ts'
import { isCountry } from '../countries.ts'
import type { Content } from '../engine/flow.ts'
import { numberCountries } from '../firm/firm.ts'
import { anywhere, type Register } from '../knowledge/knowledge.ts'
import { patternFault, plainPattern } from '../scan/pattern.ts'
import type { Fault } from './fault.ts'

/** Registers that lead astray, or nowhere, and names of agencies that find the wrong firms. */
export function reviewRegisters({ registers, agencyNames, facts }: Content): Fault[] {
  const each = Object.entries(registers).flatMap(([id, register]) => {
    const found = registerFaults(register)
    if (register.fact && !facts[register.fact])
      found.push([`rests on the fact ${register.fact}, which is missing`, 'Add it to facts.yaml.'])
    return found.map(([fault, cure]) => ({ file: 'flows/registers.yaml', at: id, fault, cure }))
  })
  return [...each, ...unserved(Object.values(registers)), ...namesOf(agencyNames)]
}

/** Whoever asks about a firm of a country that is named here must find a page that can be opened. */
function unserved(registers: Register[]): Fault[] {
  const named = new Set(registers.flatMap(({ countries }) => countries))
  const served = new Set(
    registers
      .filter((register) => register.proves === 'firm' && linkFor(register))
      .flatMap(({ countries }) => countries),
  )
  return [...named]
    .filter((code) => code !== anywhere && !served.has(code))
    .map((code) => ({
      file: 'flows/registers.yaml',
      at: code,
      fault: 'has no register of firms with an address to show',
      cure: 'Add one and where its address was read, or leave the country to ZZ.',
    }))
}

/** Words that cannot be found, or stand there twice. */
function namesOf(agencyNames: Content['agencyNames']): Fault[] {
  const seen = new Set<string>()
  return Object.entries(agencyNames).flatMap(([language, written]) =>
    written.flatMap((one) => {
      const plain = plainPattern(one)
      const wrong = seen.has(plain) ? 'stands there twice' : patternFault(one)
      seen.add(plain)
      if (!wrong) return []
      const cure = 'Mend the words, or remove the line.'
      return [{ file: 'flows/agency-names.yaml', at: language, fault: `"${one}" ${wrong}`, cure }]
    }),
  )
}

function registerFaults(register: Register): [string, string][] {
  const { takes, countries, written, pages } = register
  const faults = pages.flatMap((page) => pageFaults(page, takes.length > 0))
  if (pages.length > 0 && pages.at(-1)?.url.includes('{'))
    faults.push(['has no page without a hole', 'Add the page where people search, as the last.'])
  if (written !== undefined && takes.length === 0)
    faults.push(['writes numbers but takes none', 'Name the numbers in takes, or remove written.'])
  if (register.says && register.says.ended.length === 0)
    faults.push(['does not say how an ended firm is called', 'Write ended, or remove says.'])
  if (register.says && isShown(register.says) && !register.says.source)
    faults.push(['shows words without a source', 'Write where they were read into source.'])
  for (const code of countries.filter((code) => code !== anywhere && !isCountry(code)))
    faults.push([`serves ${code}, which is no country`, 'Write the ISO code, e.g. GB for Britain.'])
  for (const kind of takes) {
    const country = numberCountries[kind]
    if (country && !countries.includes(country))
      faults.push([`takes ${kind}, a number of ${country}`, 'Correct takes or countries.'])
  }
  return faults
}

function pageFaults(page: Register['pages'][number], hasNumbers: boolean): [string, string][] {
  const faults: [string, string][] = []
  const holes: string[] = page.url.match(/\{.*?\}/g) ?? []
  if (!page.url.startsWith('https://'))
    faults.push(['has a page without https', 'Find its https address, or remove the page.'])
  const unknown = holes.filter((hole) => hole !== '{number}' && hole !== '{name}')
  if (unknown.length > 0)
    faults.push([`nothing fills ${unknown.join(', ')}`, 'Write {number} or {name} there.'])
  if (new Set(holes).size > 1)
    faults.push(['has two holes in one page', 'Write a page for the number and one for the name.'])
  if (holes.includes('{number}') && !hasNumbers)
    faults.push(['has {number} in its page but takes none', 'Name the numbers in takes.'])
  if (isShown(page) && !page.source)
    faults.push(['shows a page without a source', 'Write where it was read into source.'])
  return faults
}
