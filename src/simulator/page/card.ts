import type { SimMessage } from '../rooms/screen.ts'
import { make } from './dom.ts'

type Card = NonNullable<SimMessage['card']>

/** A contact, a place, a poll …: what it is, in words, and what is in it. */
export function newCard({ kind, title, lines }: Card): HTMLElement {
  const items = lines.map((line) => make('li', {}, [line]))
  return make('div', { className: 'card' }, [
    make('p', { className: 'kind' }, [kind]),
    ...(title ? [make('p', { className: 'title' }, [title])] : []),
    ...(items.length > 0 ? [make('ul', {}, items)] : []),
  ])
}
