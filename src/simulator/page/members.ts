import { make } from './dom.ts'
import type { Group, Member } from './server.ts'

const STATUSES = new Map([
  ['creator', 'owner'],
  ['administrator', 'administrator'],
])

/** Who writes and presses in a group. */
export interface Members {
  element: HTMLElement
  /** Undefined: nobody is in the group. */
  chosen(): Member | undefined
  /** An administrator may write in the group's name. */
  isHidden(): boolean
  nameOf(id: number): string
  set(group: Group): void
}

export function newMembers(changed: () => void): Members {
  const select = make('select', { onchange: () => show() })
  const hidden = make('input', { type: 'checkbox' })
  const asGroup = make('label', { className: 'as-group' }, [hidden, 'as the group'])
  let members: Member[] = []
  const chosen = () => members.find(({ id }) => String(id) === select.value)
  const show = () => {
    asGroup.hidden = !isAdmin(chosen())
    changed()
  }
  return {
    element: make('div', { className: 'members' }, [
      make('label', {}, [make('span', {}, ['Write as']), select]),
      asGroup,
    ]),
    chosen,
    isHidden: () => hidden.checked && isAdmin(chosen()),
    nameOf: (id) => members.find((one) => one.id === id)?.name ?? 'somebody',
    set(group) {
      const before = select.value
      members = group.members
      const options = members.map((member) =>
        make('option', { value: String(member.id) }, [wordsOf(member)]),
      )
      select.replaceChildren(...options)
      if (options.some(({ value }) => value === before)) select.value = before
      show()
    },
  }
}

export function isAdmin(member?: Member): boolean {
  return member?.status === 'creator' || member?.status === 'administrator'
}

function wordsOf({ name, status }: Member): string {
  const word = STATUSES.get(status)
  return word ? `${name} (${word})` : name
}
