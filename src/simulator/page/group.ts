import type { SimMessage } from '../rooms/screen.ts'
import { newAct } from './act.ts'
import { arrange, button, make } from './dom.ts'
import { newLog, showMessages } from './log.ts'
import { newRefresh } from './one-by-one.ts'
import { type Chat, type Group, type Person, read, tell } from './server.ts'
import { newToast } from './toast.ts'
import { newWriting } from './writing.ts'

/** One group as its members see it. */
export interface GroupView {
  element: HTMLElement
  refresh(): Promise<void>
  setGroup(group: Group, people: Person[]): void
}

export function newGroup({ id, title }: Group): GroupView {
  const toast = newToast()
  const act = newAct(toast.say)
  const members = newMembers()
  let messages: SimMessage[] = []
  const log = newLog({
    label: `Messages in ${title}`,
    language: undefined,
    hasNames: true,
    press: (message, data) =>
      void act(() =>
        tell(`/groups/${id}/press`, { personId: members.chosen(), messageId: message.id, data }),
      ),
  })
  const topics = newTopics(() => showTopic())
  const showTopic = () => {
    const topic = topics.chosen()
    showMessages(log, topic ? messages.filter(({ thread }) => thread === topic) : messages)
  }
  const writing = newWriting(`Message in ${title}`, (text) => {
    const thread = topics.chosen()
    const said = { personId: members.chosen(), text, ...(thread && { thread }) }
    return act(() => tell(`/groups/${id}/send`, said))
  })
  const status = make('p', { className: 'status' })
  const element = make('section', { className: 'group', ariaLabel: title }, [
    make('header', { className: 'group-head' }, [make('h3', {}, [title]), status]),
    topics.element,
    make('div', { className: 'screen' }, [log.element, toast.element]),
    make('footer', { className: 'composer' }, [members.element, writing.element]),
  ])
  return {
    element,
    setGroup(group, people) {
      status.textContent = `bot: ${group.bot}`
      topics.set(group)
      members.set(group, people)
    },
    refresh: newRefresh(async () => {
      messages = (await read<Chat>(`/groups/${id}/messages`)).messages
      showTopic()
    }),
  }
}

/** Who writes and presses. Everybody may; whoever is not in the group yet joins by it. */
function newMembers() {
  const select = make('select')
  const set = ({ members }: Group, people: Person[]) => {
    const before = select.value
    const statuses = new Map(members.map(({ id, status }) => [id, status]))
    const inside = people.toSorted(
      (a, b) => Number(statuses.has(b.id)) - Number(statuses.has(a.id)),
    )
    const options = inside.map(({ id, name }) =>
      make('option', { value: String(id) }, [
        `${name} (${statuses.get(id) ?? 'not in the group'})`,
      ]),
    )
    select.replaceChildren(...options)
    if (options.some(({ value }) => value === before)) select.value = before
  }
  const element = make('label', { className: 'members' }, [make('span', {}, ['Write as']), select])
  return { element, set, chosen: () => Number(select.value) }
}

/** The topics of a group; 0 is all of them. */
function newTopics(changed: () => void) {
  const element = make('div', { className: 'topics', role: 'group', ariaLabel: 'Topics' })
  const buttons = new Map<number, HTMLButtonElement>()
  let chosen = 0
  const choose = (id: number) => {
    chosen = id
    for (const [key, item] of buttons) item.ariaPressed = String(key === id)
    changed()
  }
  const itemFor = (id: number, name: string, isClosed: boolean) => {
    const item = buttons.get(id) ?? button('', () => choose(id))
    buttons.set(id, item)
    item.textContent = isClosed ? `${name} (closed)` : name
    item.ariaPressed = String(id === chosen)
    return item
  }
  const set = ({ forum, topics }: Group) => {
    const present = topics.filter(({ state }) => state !== 'deleted')
    if (!present.some(({ id }) => id === chosen)) chosen = 0
    const items = present.map(({ id, name, state }) => itemFor(id, name, state === 'closed'))
    arrange(element, [itemFor(0, 'All', false), ...items])
    element.hidden = !forum
  }
  return { element, set, chosen: () => chosen }
}
