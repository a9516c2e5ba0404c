import { points } from './phrases.ts'

/** A text that the program itself needs in every language, with the holes it fills. */
export interface Needed {
  holes?: string[]
  /** Stands on a button: at most 30 characters. */
  label?: true
  /** Counts something: one form for each plural class of the language. */
  plural?: true
}

/** Below `common.json` and `contact.json`, by name. Flows and signs name their own texts. */
export const needed: Record<string, Record<string, Needed>> = {
  common: {
    back: { label: true },
    menu: { label: true },
    sos: { label: true },
    previous: { label: true },
    following: { label: true },
    'next-point': { label: true, holes: ['at', 'of'] },
    'go-on': { label: true },
    progress: { holes: ['title', 'at', 'of'] },
    'old-button': {},
    'use-buttons': {},
    'cannot-read': {},
    'unknown-command': {},
    changed: {},
    'verdict.danger': { holes: ['points'] },
    'verdict.strong': { holes: ['points'] },
    'verdict.careful': { holes: ['points'] },
    'verdict.unclear': { holes: ['points'] },
    'verdict.nothing': {},
    'verdict.more': { holes: ['count'], plural: true },
    'verdict.open': { holes: ['count'], plural: true },
    sign: { holes: ['label', 'why', 'advice', 'source'] },
    questions: { holes: ['items'] },
    'source.fact': { holes: ['cite', 'date'] },
    'source.pages': { holes: ['hosts'] },
    hidden: {},
    'hidden-partly': {},
    blank: {},
    forgotten: {},
    sorry: { holes: ['emergency'] },
    'no-groups': {},
  },
  scan: {
    found: { holes: ['items'] },
    hit: { holes: ['words', 'label'] },
    'pay.below': { holes: ['country', 'wage', 'from'] },
    'pay.far-above': { holes: ['country', 'wage', 'from', 'times'] },
    'pay.source': { holes: ['host', 'date'] },
    'pay.changed': {},
    'per.hour': { holes: ['amount'] },
    'per.month': { holes: ['amount'] },
    mail: { holes: ['domain'] },
    'free-mail': { holes: ['domain'] },
    numbers: { holes: ['numbers'] },
    ...Object.fromEntries(points.map((point) => [`ask.${point}`, {}])),
  },
  contact: {
    next: { label: true, holes: ['at', 'of'] },
    before: { label: true },
    card: { holes: ['name', 'lines'] },
    what: { holes: ['kinds'] },
    number: { holes: ['number'] },
    phone: { holes: ['dial', 'number'] },
    noted: { holes: ['line', 'notes'] },
    free: {},
    inside: {},
    languages: { holes: ['languages'] },
    website: { holes: ['url'] },
    email: { holes: ['email'] },
    nothing: {},
    'hours.always': {},
    'hours.day': { holes: ['from', 'times'] },
    'hours.days': { holes: ['from', 'to', 'times'] },
    'hours.week': { holes: ['week'] },
    'hours.open': { holes: ['until'] },
    'hours.closed': {},
    'source.checked': { holes: ['date'] },
    'source.dated': { holes: ['host', 'date'] },
    'source.undated': { holes: ['host'] },
    'source.memory': {},
    'kind.anti_trafficking': {},
    'kind.worker_advice': {},
    'kind.labour_inspectorate': {},
    'kind.trade_union': {},
    'kind.legal_aid': {},
    'kind.shelter': {},
    'kind.consular': {},
    'kind.child': {},
    'kind.police': {},
    'kind.emergency': {},
    'audience.women': {},
    'audience.children': {},
    'audience.foreigners': {},
    'audience.non_eu': {},
    'audience.ukrainians': {},
    'audience.region': {},
  },
}

/** Holes that the bot fills in any text of a flow: facts about this person and the country they named. */
export const ambient = ['emergency', 'country', 'language', 'answers', 'until'] as const
