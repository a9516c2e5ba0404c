import type { Choice, Text } from './turn.ts'

/** What each page of a list holds. Pages are counted from 0. */
export function inPages<Item>(items: Item[], size: number): Item[][] {
  const count = Math.ceil(items.length / size)
  return Array.from({ length: count }, (_, page) => items.slice(page * size, (page + 1) * size))
}

/** The page that a button names, such as `page-2`, if there are so many. These names stand on people's phones. */
export function pageNamed(id: string | undefined, of: number, prefix = 'page'): number | undefined {
  const [, named, digits = ''] = /^(.*)-(\d+)$/.exec(id ?? '') ?? []
  const page = Number(digits)
  return named === prefix && isThere(page, of) ? page : undefined
}

/** Below a list: back and on, as in a book. */
export function turnsOfList(page: number, of: number): Choice[] {
  const turns: Turn[] = [
    [page - 1, { key: 'common:previous' }],
    [page + 1, { key: 'common:following' }],
  ]
  return buttons(turns, of)
}

/** What stands on the buttons where each page holds one thing. */
interface OneByOne {
  next: string
  before: string
  prefix?: string
}

const points: OneByOne = { next: 'common:next-point', before: 'common:previous' }

/** Below one thing of several: on to the next first, and which it is. */
export function turnsOfOne(
  page: number,
  of: number,
  { next, before, prefix }: OneByOne = points,
): Choice[] {
  const turns: Turn[] = [
    [page + 1, { key: next, vars: { at: page + 2, of } }],
    [page - 1, { key: before }],
  ]
  return buttons(turns, of, prefix)
}

type Turn = [page: number, label: Text]

function buttons(turns: Turn[], of: number, prefix = 'page'): Choice[] {
  return turns
    .filter(([page]) => isThere(page, of))
    .map(([page, label]) => ({ id: `${prefix}-${page}`, label }))
}

function isThere(page: number, of: number) {
  return page >= 0 && page < of
}
