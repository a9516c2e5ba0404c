import type { SimEvent } from '../world.ts'
import { type Desk, newDesk } from './desk.ts'
import { arrange, make } from './dom.ts'
import { newRefresh } from './one-by-one.ts'
import { newPhone, type Phone } from './phone.ts'
import { type Bot, type Group, type Person, quietly, read, tell } from './server.ts'
import { newSwitcher, type Place, type Switcher } from './switcher.ts'

/** More phones than this are opened by hand only, and those of consultants, who work at the desk. */
const MOST_BY_ITSELF = 3
const DESK = 'desk'
const FIRST = { name: 'Ola', language: 'pl' }

/** All phones and the desk, side by side. */
export interface Stage {
  element: HTMLElement
  switcher: Switcher
  desk: Desk
  bot: Bot
  /** Everybody by id; without a phone, it was closed. */
  lines: Map<string, { person: Person; phone: Phone | undefined }>
  /** Where something happened that nobody saw. */
  news: Set<string>
  /** The only one that a narrow screen shows. */
  current: string
  readAll: () => Promise<void>
}

export function newStage(): Stage {
  const desk = newDesk()
  const stage: Stage = {
    element: make('main', { className: 'stage' }),
    switcher: newSwitcher((key) => goTo(stage, key)),
    desk,
    bot: { username: '', inline: false },
    lines: new Map(),
    news: new Set(),
    current: '',
    readAll: newRefresh(() => readAll(stage)),
  }
  return stage
}

/** Reads everything anew, also what is in the chats. */
export async function refresh({ readAll, lines, desk }: Stage): Promise<void> {
  await readAll()
  const phones = [...lines.values()].map(({ phone }) => phone?.refresh())
  await Promise.all([...phones, desk.refresh()])
}

/** Shows the phone of somebody new and goes there. */
export async function goToNew(stage: Stage, id: number): Promise<void> {
  await stage.readAll()
  goTo(stage, String(id))
}

/** Shows a new desk and goes there. */
export async function goToDesk(stage: Stage): Promise<void> {
  await stage.readAll()
  await stage.desk.refresh()
  goTo(stage, DESK)
}

export function hear(stage: Stage, event: SimEvent): void {
  switch (event.type) {
    case 'chat':
      noteNews(stage, String(event.person))
      quietly(phoneOf(stage, event.person)?.refresh())
      break
    case 'alert':
      if (event.group !== undefined) stage.desk.answer(event.group, event)
      else phoneOf(stage, event.person)?.answer(event.text, event.alert)
      break
    case 'typing':
      phoneOf(stage, event.person)?.showTyping()
      break
    case 'people':
      quietly(stage.readAll())
      break
    case 'group':
      noteNews(stage, DESK)
      quietly(stage.readAll().then(() => stage.desk.refresh(event.group)))
      break
    case 'clock':
      break
    default:
      event satisfies never
  }
}

async function readAll(stage: Stage): Promise<void> {
  const people = await readPeople()
  const groups = await read<Group[]>('/groups')
  stage.bot = await read<Bot>('/bot')
  takeIn(stage, people, groups)
  stage.desk.setGroups(groups, people)
  layOut(stage)
}

/** The lock keeps two windows from making two first people; browsers know it on this machine only. */
function readPeople(): Promise<Person[]> {
  if (!('locks' in navigator)) return somePeople()
  return navigator.locks.request('people', somePeople)
}

/** Somebody is always there. */
async function somePeople(): Promise<Person[]> {
  const people = await read<Person[]>('/people')
  if (people.length > 0) return people
  await tell('/people', FIRST)
  return read<Person[]>('/people')
}

function takeIn(stage: Stage, people: Person[], groups: Group[]): void {
  const { lines } = stage
  const members = new Set(groups.flatMap((group) => group.members.map(({ id }) => id)))
  const ids = new Set(people.map(({ id }) => String(id)))
  for (const key of [...lines.keys()]) if (!ids.has(key)) lines.delete(key)
  for (const person of people) {
    const key = String(person.id)
    const known = lines.get(key)
    const isKnown = known && isSame(known.person, person)
    const first = () => (members.has(person.id) ? undefined : firstPhone(stage, person))
    const phone = isKnown ? known.phone : first()
    phone?.setBlocked(person.blocked)
    lines.set(key, { person, phone })
  }
}

/** After a restart of the simulator somebody else may have the same id. */
function isSame(one: Person, other: Person): boolean {
  return one.name === other.name && one.language === other.language
}

function firstPhone(stage: Stage, person: Person): Phone | undefined {
  const shown = [...stage.lines.values()].filter(({ phone }) => phone).length
  return shown < MOST_BY_ITSELF ? open(stage, person) : undefined
}

function open(stage: Stage, person: Person): Phone {
  const phone = newPhone(person, stage.bot, () => close(stage, String(person.id)))
  phone.setBlocked(person.blocked)
  quietly(phone.refresh())
  return phone
}

function close(stage: Stage, key: string): void {
  const line = stage.lines.get(key)
  if (line) line.phone = undefined
  layOut(stage)
  stage.switcher.focus(key)
}

function goTo(stage: Stage, key: string): void {
  const line = stage.lines.get(key)
  if (line) line.phone ??= open(stage, line.person)
  stage.current = key
  layOut(stage)
  const place = placeOf(stage, key)
  place?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  place?.focus({ preventScroll: true })
}

/** Puts every open phone and the desk into their places. */
function layOut(stage: Stage): void {
  const { element, desk, lines, switcher } = stage
  const open = [...lines].filter(([, { phone }]) => phone).map(([key]) => key)
  const keys = desk.element.hidden ? open : [...open, DESK]
  if (!keys.includes(stage.current)) stage.current = keys[0] ?? ''
  arrange(
    element,
    keys.flatMap((key) => placeOf(stage, key) ?? []),
  )
  for (const key of keys) {
    const place = placeOf(stage, key)
    place?.classList.toggle('is-current', key === stage.current)
    if (place?.checkVisibility()) stage.news.delete(key)
  }
  switcher.show(placesOf(stage))
}

function placeOf({ desk, lines }: Stage, key: string): HTMLElement | undefined {
  return key === DESK ? desk.element : lines.get(key)?.phone?.element
}

function placesOf({ lines, desk, current, news }: Stage): Place[] {
  const names = [...lines].map(([key, { person }]) => ({ key, name: person.name }))
  const all = desk.element.hidden ? names : [...names, { key: DESK, name: 'Desk' }]
  return all.map(({ key, name }) => ({
    key,
    name,
    isShown: key === DESK || lines.get(key)?.phone !== undefined,
    isCurrent: key === current,
    hasNews: news.has(key),
  }))
}

function noteNews(stage: Stage, key: string): void {
  if (placeOf(stage, key)?.checkVisibility()) return
  stage.news.add(key)
  stage.switcher.show(placesOf(stage))
}

function phoneOf({ lines }: Stage, id: number): Phone | undefined {
  return lines.get(String(id))?.phone
}
