import { describe, expect, test } from 'vitest'
import { content } from '../person.ts'
import { flawsOf, newReader, words } from './reader.ts'
import { advert, honest, linesFor, placeOf, raisesNothing } from './typed.ts'

/** Walks in each language; of twenty one answers what raises nothing, and three nearly always do. */
const walks = 250
const calmness: Record<number, number> = { 1: 1, 3: 0.9, 5: 0.9, 7: 0.9 }

const levels = ['danger', 'strong', 'careful', 'unclear', 'nothing']

describe.each(content.languages)('in %s', (language) => {
  test(`${walks} random walks read every verdict and find no flaw`, async () => {
    const random = seeded(20_261_122)
    const any = <Item>(items: Item[]) => items[Math.floor(random() * items.length)]
    const verdicts = new Set<string>()
    const flaws = new Set<string>()
    for (let number = 0; number < walks; number++) {
      const reader = newReader(language)
      await reader.opens('/start')
      await reader.presses(`start.language.${language}`)
      await reader.opens(number % 2 ? '/start offer' : '/menu')
      const calm = calmness[number % 20] ?? 0
      for (let steps = 0; steps < 40; steps++) {
        const shown = reader.last()
        if (!shown) break
        const lines = linesFor(shown).map((line) => (calm && line === advert ? honest : line))
        const choices = random() < 0.9 || calm > 0 ? shown.buttons.slice(0, -3) : shown.buttons
        const quiet = random() < calm ? choices.filter(({ data }) => raisesNothing(data)) : []
        const line = choices.length === 0 || random() < 0.2 ? any(lines) : undefined
        const button = quiet[0] ?? any(choices) ?? shown.buttons[1]
        if (line && quiet.length === 0) await reader.says(line)
        else if (button) await reader.presses(button.data)
        if (placeOf(reader.last() ?? shown)?.endsWith('.more')) break
      }
      for (const flaw of [...reader.screens.flatMap(flawsOf), ...reader.faults]) flaws.add(flaw)
      for (const { text } of reader.screens) verdicts.add(verdictOf(text, language))
    }
    expect([...flaws]).toEqual([])
    expect([...verdicts].filter(Boolean).sort()).toEqual([...levels].sort())
  }, 240_000)
})

/** The verdict whose headline the text begins with. */
function verdictOf(text: string, language: string): string {
  const files = ['common:verdict', 'offer:first-verdict']
  const told = (level: string) =>
    files.some((file) => text.startsWith(headline(`${file}.${level}`, language)))
  return levels.find(told) ?? ''
}

/** After a first line that is the same for all. */
function headline(key: string, language: string) {
  const text = words.plain({ key }, { language, ambient: {} })
  return text.split('\n\n').slice(0, 2).join('\n\n')
}

/** The same numbers every time, so that a failing walk can be walked again (mulberry32). */
function seeded(seed: number) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
