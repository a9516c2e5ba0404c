import type { SimMessage } from '../rooms/screen.ts'
import { arrange, button, make, unseen } from './dom.ts'
import type { Group } from './server.ts'

/** Where everything stands that belongs to no topic. */
const GENERAL = { id: 0, name: 'General', state: 'open' } as const

type Topic = Pick<Group['topics'][number], 'id' | 'name' | 'state'>

/** The topics of a group, side by side, each with the number of messages that nobody here has seen. */
export interface Topics {
  element: HTMLElement
  chosen(): Topic
  set(group: Group): void
  /** What stands in the chosen topic; that is seen now. */
  take(messages: SimMessage[]): SimMessage[]
}

export function newTopics(changed: () => void): Topics {
  const element = make('div', { className: 'topics', role: 'tablist', ariaLabel: 'Topics' })
  const tabs = new Map<number, HTMLButtonElement>()
  /** The newest message that was seen of each; of others, the newest when the page was opened. */
  const seen = new Map<number, number>()
  let first: number | undefined
  let all: SimMessage[] = []
  let present: Topic[] = [GENERAL]
  let isForum = false
  let chosen: Topic = GENERAL

  const choose = (topic: Topic) => {
    chosen = topic
    changed()
    show()
  }
  const show = () => {
    const items = present.map((topic) => tabOf(topic))
    arrange(element, items)
    element.hidden = !isForum
  }
  const tabOf = (topic: Topic) => {
    const tab = tabs.get(topic.id) ?? button('', () => {}, 'topic')
    tabs.set(topic.id, tab)
    const isChosen = topic.id === chosen.id
    Object.assign(tab, { role: 'tab', ariaSelected: String(isChosen), tabIndex: isChosen ? 0 : -1 })
    tab.onclick = () => choose(topic)
    tab.replaceChildren(topic.name, ...closedMark(topic), ...countOf(unseenIn(topic)))
    return tab
  }
  const unseenIn = ({ id }: Topic) => {
    const last = seen.get(id) ?? first ?? 0
    return all.filter((one) => isIn(one, id) && one.id > last && !one.service).length
  }
  element.addEventListener('keydown', (event) => {
    const next = nextOf(
      event.key,
      present.findIndex(({ id }) => id === chosen.id),
      present.length,
    )
    const topic = next === undefined ? undefined : present[next]
    if (!topic) return
    event.preventDefault()
    choose(topic)
    tabs.get(topic.id)?.focus()
  })
  return {
    element,
    chosen: () => chosen,
    set({ forum, topics }) {
      isForum = forum
      present = [GENERAL, ...topics.filter(({ state }) => forum && state !== 'deleted')]
      chosen = present.find(({ id }) => id === chosen.id) ?? GENERAL
      show()
    },
    take(messages) {
      all = messages
      const newest = messages.at(-1)?.id ?? 0
      first ??= newest
      seen.set(chosen.id, newest)
      show()
      return isForum ? messages.filter((one) => isIn(one, chosen.id)) : messages
    },
  }
}

function isIn({ thread = GENERAL.id }: SimMessage, topic: number): boolean {
  return thread === topic
}

function closedMark({ state }: Topic): (HTMLElement | string)[] {
  return state === 'closed' ? [make('span', { className: 'is-closed' }, [' (closed)'])] : []
}

function countOf(count: number): HTMLElement[] {
  return count > 0 ? [make('span', { className: 'count' }, [String(count), unseen(' new')])] : []
}

function nextOf(key: string, at: number, count: number): number | undefined {
  if (key === 'ArrowRight') return (at + 1) % count
  if (key === 'ArrowLeft') return (at + count - 1) % count
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : undefined
}
