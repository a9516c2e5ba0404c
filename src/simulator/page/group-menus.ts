import type { Right } from '../rooms/rooms.ts'
import type { Act } from './act.ts'
import { askFor } from './dialogs.ts'
import { hooked, make } from './dom.ts'
import { LANGUAGES } from './languages.ts'
import { isAdmin, type Members } from './members.ts'
import { type Item, newMenu } from './menu.ts'
import { type Group, type Person, tell } from './server.ts'
import type { Topics } from './topics.ts'

const RIGHTS: [right: Right, name: string][] = [
  ['can_manage_topics', 'managing topics'],
  ['can_delete_messages', 'deleting messages'],
  ['can_pin_messages', 'pinning messages'],
]
const ROLES: [value: string, label: string][] = [
  ['member', 'Member'],
  ['administrator', 'Administrator'],
]

interface Around {
  act: Act
  members: Members
  topics: Topics
}

/** What is done to a group itself: its topics, its members and what the bot may do there. */
export function newGroupMenus({ id }: Group, { act, members, topics }: Around) {
  const path = `/groups/${id}`
  const does = (verb: string, body: object) => act(() => tell(`${path}/${verb}`, body))
  const topicMenu = newMenu('Topic', 'What becomes of topics')
  const memberMenu = newMenu('Members', 'Who is in the group')
  const rightsMenu = newMenu('Rights', 'What the bot may do')
  const all = [topicMenu, memberMenu, rightsMenu]
  const tools = make(
    'div',
    { className: 'tools' },
    all.map(({ toggle }) => toggle),
  )
  const element = make('div', { className: 'group-menus' }, [
    tools,
    ...all.map(({ panel }) => panel),
  ])
  for (const menu of all) {
    menu.toggle.addEventListener('click', () => {
      for (const other of all) if (other !== menu) other.close()
    })
  }
  hooked(rightsMenu.toggle, { testid: 'rights' })
  return {
    element,
    set(group: Group, people: Person[]) {
      topicMenu.set(topicItems(group, { does, members, topics }))
      memberMenu.set(memberItems(group, people, { does, members }))
      rightsMenu.set(rightsItems(group, { does, members }))
    },
  }
}

type Does = (verb: string, body: object) => Promise<boolean>

function topicItems(
  { forum }: Group,
  { does, members, topics }: Omit<Around, 'act'> & { does: Does },
): Item[] {
  const member = members.chosen()
  if (!forum || !isAdmin(member)) return []
  const { id: thread, name, state } = topics.chosen()
  const turn = (next: string) => void does('topic', { personId: member?.id, thread, state: next })
  const open: Item = ['New topic', () => void openTopic(does, member?.id)]
  if (thread === 0) return [open]
  return [
    open,
    state === 'closed'
      ? [`Open ${name} again`, () => turn('open')]
      : [`Close ${name}`, () => turn('closed')],
    [`Delete ${name}`, () => turn('deleted'), 'grave'],
  ]
}

async function openTopic(does: Does, personId: number | undefined): Promise<void> {
  const answers = await askFor({
    title: 'New topic',
    fields: [{ kind: 'line', name: 'name', label: 'Name', isRequired: true }],
    submit: 'Open topic',
  })
  if (answers) await does('topics', { personId, name: answers.get('name') })
}

function memberItems(
  group: Group,
  people: Person[],
  { does, members }: { does: Does; members: Members },
): Item[] {
  const inside = new Set(group.members.map(({ id }) => id))
  const outside = people.filter(({ id }) => !inside.has(id))
  const member = members.chosen()
  const goes: Item[] = member
    ? [[`${member.name} leaves`, () => void does('leave', { personId: member.id }), 'grave']]
    : []
  return [
    ['Somebody new', () => void addMember(does)],
    ...outside.map(({ id, name }): Item => {
      return [`${name} comes`, () => void does('members', { personId: id })]
    }),
    ...goes,
  ]
}

async function addMember(does: Does): Promise<void> {
  const answers = await askFor({
    title: 'Add a member',
    fields: [
      { kind: 'line', name: 'name', label: 'Name', isRequired: true },
      { kind: 'choice', name: 'language', label: 'Language of the phone', choices: LANGUAGES },
      { kind: 'choice', name: 'status', label: 'Comes as', choices: ROLES },
    ],
    submit: 'Add member',
  })
  if (answers) await does('members', Object.fromEntries(answers))
}

function rightsItems(group: Group, { does, members }: { does: Does; members: Members }): Item[] {
  const member = members.chosen()
  const by = member ? { personId: member.id } : {}
  const bot = (body: object) => void does('bot', { ...body, ...by })
  const { forum } = group
  const topics: Item = forum
    ? ['Switch topics off', () => void does('forum', { ...by, forum: false })]
    : ['Switch topics on', () => void does('forum', { ...by, forum: true })]
  return [...botItems(group, bot), ...(member ? [topics] : [])]
}

function botItems({ bot, denied }: Group, turn: (body: object) => void): Item[] {
  const away: Item = ['Remove the bot', () => turn({ status: 'kicked' }), 'grave']
  if (bot === 'member') {
    return [['Make the bot an administrator', () => turn({ status: 'administrator' })], away]
  }
  if (bot !== 'administrator') {
    return [
      ['Add the bot as an administrator', () => turn({ status: 'administrator' })],
      ['Add the bot without rights', () => turn({ status: 'member' })],
    ]
  }
  const single = RIGHTS.map(([right, name]): Item => {
    const others = denied.filter((one) => one !== right)
    const isDenied = others.length < denied.length
    const next = isDenied ? others : [...others, right]
    const label = `${isDenied ? 'Allow' : 'Forbid'} ${name}`
    return [label, () => turn({ status: 'administrator', denied: next })]
  })
  return [...single, ['Take all rights away', () => turn({ status: 'member' })], away]
}

/** What the bot is in the group, in words. */
export function botIn({ bot, denied, forum, basic }: Group): string {
  const lacks = RIGHTS.filter(([right]) => denied.includes(right)).map(([, name]) => name)
  const without = lacks.length > 0 ? ` without ${lacks.join(', ')}` : ''
  const what =
    bot === 'administrator'
      ? `bot: administrator${without}`
      : bot === 'member'
        ? 'bot: member without rights'
        : 'bot: not here'
  return [what, basic && 'basic group', !forum && 'topics off'].filter(Boolean).join(' · ')
}
