import { describe, expect, test } from 'vitest'
import { newWalk, textIn, trip } from '../small.ts'

const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'code-word']
const content = trip({
  list: {
    kind: 'checklist',
    items: Object.fromEntries(names.map((name) => [name, ['https://www.example.org/advice']])),
    next: 'end',
  },
  end: { kind: 'say' },
})

function opened() {
  const walk = newWalk(content)
  walk.opens('trip')
  return walk
}

/** Items that stand below this heading. */
function below(walk: ReturnType<typeof opened>, key: string) {
  const items = textIn(textIn(walk.draws()?.text, key), 'join:bullets')?.vars?.items
  return Array.isArray(items) ? items.map((item) => item.key) : []
}

describe('a list', () => {
  test('has six items on a page, an explanation and a way on', () => {
    expect(opened().choices()).toEqual([
      ...['a', 'b', 'c', 'd', 'e', 'f'].map((item) => `on-${item}`),
      'page-1',
      'about-a',
      'next',
    ])
  })

  test('has the rest on the next page', () => {
    const walk = opened()
    walk.taps('page-1')
    expect(walk.choices()).toEqual(['on-g', 'on-code-word', 'page-0', 'about-g', 'next'])
  })

  test('says in words what is done and what is open', () => {
    const walk = opened()
    walk.taps('on-b')
    expect(below(walk, 'common:checklist.done')).toEqual(['trip:list.b.label'])
    expect(below(walk, 'common:checklist.open')).toHaveLength(5)
  })

  test('counts over all pages', () => {
    const walk = opened()
    walk.taps('on-b', 'page-1', 'on-code-word')
    const count = textIn(walk.draws()?.text, 'common:checklist.count')
    expect(count?.vars).toEqual({ done: 2, of: 8 })
  })

  test('takes a tick back', () => {
    const walk = opened()
    walk.taps('on-b', 'off-b')
    expect(walk.person.ticks).toBeUndefined()
  })

  test('a press that comes twice ticks once', () => {
    const walk = opened()
    walk.taps('on-b')
    walk.presses({ flow: 'trip', step: 'list' }, 'on-b')
    expect(walk.person.ticks).toEqual({ 'trip.list': ['b'] })
  })

  test('keeps its ticks when somebody leaves and comes back', () => {
    const walk = opened()
    walk.taps('on-b', 'menu')
    walk.opens('trip')
    expect(walk.choices()).toContain('off-b')
  })

  test('drops the tick of an item that the authors took away', () => {
    const walk = newWalk(content, { language: 'pl', ticks: { 'trip.list': ['old', 'b'] } })
    walk.opens('trip')
    walk.taps('on-a')
    expect(walk.person.ticks).toEqual({ 'trip.list': ['a', 'b'] })
  })

  test('goes on', () => {
    const walk = opened()
    walk.taps('next')
    expect(walk.at()).toBe('trip.end')
  })

  test.each(['on-x', 'page-2', 'page--1', 'page-x', 'about-x', 'no-a', 'on-', 'on', 'toString-a'])(
    'knows no button %s',
    (choice) => {
      const walk = opened()
      walk.presses({ flow: 'trip', step: 'list' }, choice)
      expect(walk.hints()).toEqual(['common:old-button'])
    },
  )
})

describe('an item', () => {
  test('is explained with who advises it', () => {
    const walk = opened()
    walk.taps('about-a')
    const text = walk.draws()?.text
    expect(textIn(text, 'trip:list.a.why')).toBeDefined()
    expect(textIn(text, 'common:source.pages')?.vars).toEqual({ hosts: 'example.org' })
  })

  test('can be ticked where it is explained, and leads to the next', () => {
    const walk = opened()
    walk.taps('about-a', 'did-a')
    expect(walk.choices()).toEqual(['undo-a', 'about-b', 'page-0'])
  })

  test('the last one leads back to its page only', () => {
    const walk = opened()
    walk.taps('page-1', 'about-g', 'about-code-word')
    expect(walk.choices()).toEqual(['did-code-word', 'page-1'])
  })
})
