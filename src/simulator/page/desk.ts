import { arrange, make } from './dom.ts'
import { type Answer, type GroupView, newGroup } from './group.ts'
import type { Group, Person } from './server.ts'

/** The groups where an NGO's consultants work. */
export interface Desk {
  element: HTMLElement
  setGroups(groups: Group[], people: Person[]): void
  refresh(id?: number): Promise<void>
  /** The bot's answer to a press of a member. */
  answer(id: number, answer: Answer): void
  count(): number
}

export function newDesk(): Desk {
  const list = make('div', { className: 'groups' })
  const element = make(
    'section',
    { className: 'desk', ariaLabel: 'Desk', hidden: true, tabIndex: -1 },
    [make('header', { className: 'owner' }, [make('h2', {}, ['Desk'])]), list],
  )
  const views = new Map<number, GroupView>()

  function viewOf(group: Group): GroupView {
    const view = views.get(group.id) ?? newGroup(group)
    views.set(group.id, view)
    return view
  }

  return {
    element,
    setGroups(groups, people) {
      const ids = new Set(groups.map(({ id }) => id))
      for (const id of [...views.keys()]) if (!ids.has(id)) views.delete(id)
      for (const group of groups) viewOf(group).setGroup(group, people)
      arrange(
        list,
        groups.map((group) => viewOf(group).element),
      )
      element.hidden = groups.length === 0
    },
    async refresh(id) {
      const wanted = [...views].filter(([key]) => id === undefined || key === id)
      await Promise.all(wanted.map(([, view]) => view.refresh()))
    },
    answer: (id, answer) => views.get(id)?.answer(answer),
    count: () => views.size,
  }
}
