import { existsSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import * as z from 'zod'
import { plain } from '../core/countries.ts'
import { type Content, Flow } from '../core/engine/flow.ts'
import { Contact, shownPhones } from '../core/knowledge/contact.ts'
import { Denied } from '../core/knowledge/denied.ts'
import { Doors } from '../core/knowledge/doors.ts'
import { Holidays } from '../core/knowledge/holidays.ts'
import { Conduct, Fact, Indicator, Register } from '../core/knowledge/knowledge.ts'
import { Phrases } from '../core/knowledge/phrases.ts'
import { Reply } from '../core/knowledge/reply.ts'
import { Wage } from '../core/knowledge/wage.ts'
import type { Fault } from '../core/review/fault.ts'
import { Scenario } from '../core/review/scenario.ts'
import { type Known, type Read, readFile } from './read.ts'
import type { Locales, Tree } from './words.ts'

/** What the authors wrote, and what of it could not be read. */
export interface Loaded {
  content: Content
  locales: Locales
  /** By the name of their file. */
  scenarios: Record<string, Scenario>
  faults: Fault[]
}

/** Files in `flows/` that are no flow. */
const knowledge = [
  'indicators.yaml',
  'facts.yaml',
  'registers.yaml',
  'agency-names.yaml',
  'wages.yaml',
  'contacts-denied.yaml',
  'doors.yaml',
  'holidays.yaml',
  'conduct.yaml',
]

const noLanguage: Fault = {
  file: 'locales',
  at: '',
  fault: 'there is no language',
  cure: 'Create a folder for each, e.g. locales/pl.',
}

const Texts: z.ZodType<Tree> = z.record(z.string(), z.union([z.string(), z.lazy(() => Texts)]))

const Indicators = z.record(z.string(), Indicator)
const Facts = z.record(z.string(), Fact)
const Registers = z.record(z.string().regex(/^[A-Z]{2}_[A-Z]+$/), Register)
const AgencyNames = z.record(z.string().regex(/^[a-z]{2}$/), z.array(z.string().trim().min(1)))
const Wages = z.record(z.string().regex(/^[A-Z]{2}$/), z.array(Wage))
const Contacts = z.array(Contact)
const AllDenied = z.array(Denied)
const Replies = z.array(Reply).min(1)

/**
 * Reads `flows/` and `locales/` below a folder. A broken file is a fault, never an exception. Whoever reads copies that differ in
 * a file or two gives along what is known, so that the others are not read again.
 */
export function load(root: string, before?: Known): Loaded {
  const faults: Fault[] = []
  const report = (fault: Fault) => faults.push(fault)
  const read: Read = (path, schema) => readFile({ root, path, schema, report, known: before })
  const flows = files(root, 'flows', '.yaml')
    .filter((file) => !knowledge.includes(file))
    .flatMap((file) => readFlow(file, read, faults))
  const locales = readLocales(root, read)
  if (Object.keys(locales).length === 0) faults.push(noLanguage)
  const contacts = readContacts(root, read, faults)
  const phrases = readPhrases(root, read)
  const known: Omit<Content, 'doors'> = {
    flows: Object.fromEntries(flows.map((flow) => [flow.id, flow])),
    indicators: read('flows/indicators.yaml', Indicators) ?? {},
    facts: read('flows/facts.yaml', Facts) ?? {},
    registers: read('flows/registers.yaml', Registers) ?? {},
    agencyNames: read('flows/agency-names.yaml', AgencyNames) ?? {},
    wages: read('flows/wages.yaml', Wages) ?? {},
    contacts,
    holidays: read('flows/holidays.yaml', Holidays) ?? {},
    denied: read('flows/contacts-denied.yaml', AllDenied) ?? [],
    conduct: read('flows/conduct.yaml', Conduct) ?? { wording: '', pages: [] },
    replies: readReplies(root, read),
    emergencyNumbers: toEmergencyNumbers(contacts),
    nicknames: toNicknames(Object.values(phrases).map(({ countries }) => countries)),
    phrases,
    languages: inOrder(Object.keys(locales)),
  }
  const doors = read('flows/doors.yaml', Doors)
  const content: Content = { ...known, ...(doors && { doors }) }
  return { content, locales, scenarios: readScenarios(root, read), faults }
}

/** For the bot: content that could not be read completely must not run. */
export function loadOrThrow(root: string): Loaded {
  const loaded = load(root)
  const [first] = loaded.faults
  if (!first) return loaded
  const { file, at, fault, cure } = first
  throw new Error(`${file} ${at}: ${fault}. ${cure} (npm run review shows everything)`)
}

function readFlow(file: string, read: Read, faults: Fault[]) {
  const flow = read(`flows/${file}`, Flow)
  if (!flow) return []
  if (`${flow.id}.yaml` !== file) {
    const cure = `Write id: ${file.replace('.yaml', '')}, or rename the file.`
    faults.push({
      file: `flows/${file}`,
      at: 'id',
      fault: `the flow calls itself ${flow.id}`,
      cure,
    })
  }
  return [flow]
}

function readLocales(root: string, read: Read): Locales {
  const languages = folders(root, 'locales').map((language) => {
    const names = files(root, `locales/${language}`, '.json')
    const trees = names.map((file) => {
      return [file.replace('.json', ''), read(`locales/${language}/${file}`, Texts) ?? {}] as const
    })
    return [language, Object.fromEntries(trees)] as const
  })
  return Object.fromEntries(languages)
}

function readContacts(root: string, read: Read, faults: Fault[]) {
  const countries = files(root, 'flows/contacts', '.yaml').flatMap((name) => {
    const file = `flows/contacts/${name}`
    const code = name.replace('.yaml', '').toUpperCase()
    if (/^[A-Z]{2}$/.test(code)) return [[code, read(file, Contacts) ?? []] as const]
    const fault = 'the name of the file is no country'
    faults.push({ file, at: '', fault, cure: 'Name it by two letters, e.g. nl.yaml.' })
    return []
  })
  return Object.fromEntries(countries)
}

function readPhrases(root: string, read: Read) {
  const languages = files(root, 'flows/phrases', '.yaml').flatMap((file) => {
    const phrases = read(`flows/phrases/${file}`, Phrases)
    return phrases ? [[file.replace('.yaml', ''), phrases] as const] : []
  })
  return Object.fromEntries(languages)
}

function readReplies(root: string, read: Read) {
  const themes = files(root, 'flows/replies', '.yaml').flatMap((file) => {
    const replies = read(`flows/replies/${file}`, Replies)
    return replies ? [[file.replace('.yaml', ''), replies] as const] : []
  })
  return Object.fromEntries(themes)
}

function readScenarios(root: string, read: Read) {
  const scenarios = files(root, 'flows/scenarios', '.yaml').flatMap((name) => {
    const file = `flows/scenarios/${name}`
    const scenario = read(file, Scenario)
    return scenario ? [[file, scenario] as const] : []
  })
  return Object.fromEntries(scenarios)
}

function toNicknames(countries: Record<string, string[]>[]) {
  const names = countries.flatMap((one) =>
    Object.entries(one).flatMap(([code, names]) => names.map((name) => [plain(name), code])),
  )
  return Object.fromEntries(names)
}

function toEmergencyNumbers(contacts: Content['contacts']) {
  const records = Object.values(contacts)
    .flat()
    .filter(({ kinds }) => kinds.includes('emergency'))
  return [...new Set(records.flatMap(shownPhones).map(({ dial }) => dial))]
}

/** Polish is the first language of the project and the default; the others follow by their codes. */
function inOrder(languages: string[]) {
  return languages.sort((a, b) => Number(b === 'pl') - Number(a === 'pl') || a.localeCompare(b))
}

function files(root: string, folder: string, ending: string) {
  const path = join(root, folder)
  if (!existsSync(path)) return []
  return readdirSync(path)
    .filter((file) => file.endsWith(ending))
    .map((file) => relative(path, join(path, file)))
    .sort()
}

function folders(root: string, folder: string) {
  const path = join(root, folder)
  if (!existsSync(path)) return []
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
}
