import { describe, expect, test } from 'vitest'
import { kindOf } from '../../src/core/flow.ts'
import { content } from '../person.ts'
import { flawsOf, newReader, type Shown, words } from './reader.ts'

/** A way to somewhere: a command or, after an at-sign, what the clock brings; then buttons. */
type Way = string[]

/** Walks a new person along a way and returns what the last step showed. */
async function walk(language: string, way: Way) {
  const reader = newReader(language)
  let shown: Shown[] = []
  for (const step of way) {
    if (step.startsWith('@')) shown = await reader.isBrought(step.slice(1))
    else if (step.startsWith('/')) shown = await reader.opens(step)
    else shown = step === advert ? await reader.says(advert) : await reader.presses(step)
  }
  return { reader, shown }
}

/** Every button of every step, each step reached once by the shortest way that the crawl found. */
async function crawl(language: string) {
  const commands = Object.values(content.flows).flatMap((flow) => Object.keys(flow.commands))
  const links = Object.keys(content.flows).map((flow) => `/start ${flow}`)
  const dues = Object.values(content.flows).flatMap((flow) => Object.keys(flow.dues))
  const brought = dues.map((what) => `@${what}`)
  const chosen = ['/start', `start.language.${language}`]
  const known = [...commands.map((name) => `/${name}`), ...links, ...brought].map((line) => [
    ...chosen,
    line,
  ])
  const queue: Way[] = [['/start'], ...known]
  const visited = new Set<string>()
  const pressed = new Set<string>()
  const flaws: string[] = []
  for (const way of queue) {
    const { reader, shown } = await walk(language, way)
    flaws.push(...shown.flatMap(flawsOf), ...reader.faults)
    const buttons = shown.at(-1)?.buttons ?? []
    if (waitsForAdvert(buttons) && !way.includes(advert)) queue.push([...way, advert])
    for (const { data } of buttons.filter(({ data }) => !pressed.has(data))) {
      pressed.add(data)
      visited.add(data.split('.').slice(0, 2).join('.'))
      queue.push([...way, data])
    }
  }
  return { visited, pressed, flaws }
}

/** What is sent to a step that reads adverts: something to explain, something to ask, no country. */
const advert = 'Wysokie zarobki, ostatnie miejsca! Opłata rekrutacyjna 300 zł, szczegóły na priv.'

function waitsForAdvert(buttons: Shown['buttons']) {
  const [flow = '', name = ''] = buttons[0]?.data.split('.') ?? []
  return content.flows[flow]?.steps[name]?.kind === 'scan'
}

/**
 * Steps that ask something, as `flow.step`. A report without signs goes on by itself; the walks below read every verdict.
 */
function speaking() {
  return Object.values(content.flows).flatMap((flow) =>
    Object.entries(flow.steps)
      .filter(([, step]) => !kindOf(step).silent && !kindOf(step).concludes)
      .map(([name]) => `${flow.id}.${name}`),
  )
}

describe.each(content.languages)('in %s', (language) => {
  test('every button of every step leads to a screen that one can read', async () => {
    const { visited, flaws } = await crawl(language)
    expect(flaws).toEqual([])
    expect(speaking().filter((step) => !visited.has(step))).toEqual([])
  }, 120_000)

  test('2,000 random walks read every verdict and find no flaw', async () => {
    const random = seeded(20_261_122)
    const verdicts = new Set<string>()
    const flaws: string[] = []
    for (let number = 0; number < 2000; number++) {
      const reader = newReader(language)
      await reader.opens('/start')
      await reader.presses(`start.language.${language}`)
      await reader.opens(number % 2 ? '/start offer' : '/menu')
      const calm = calmness[number % 20] ?? 0
      for (let steps = 0; steps < 40; steps++) {
        const { buttons = [] } = reader.last() ?? {}
        if (waitsForAdvert(buttons) && buttons.length === 3) {
          await reader.says(calm > 0 ? honest : advert)
          continue
        }
        const choices = random() < 0.9 || calm > 0 ? buttons.slice(0, -3) : buttons
        const quiet = random() < calm ? choices.filter(({ data }) => raisesNothing(data)) : []
        const button = quiet[0] ?? choices[Math.floor(random() * choices.length)] ?? buttons[1]
        if (!button) break
        await reader.presses(button.data)
        const { state } = (await reader.world.store.load(7)) ?? {}
        if (state?.path.at(-1)?.step === 'more') break
      }
      flaws.push(...reader.screens.flatMap(flawsOf), ...reader.faults)
      for (const { text } of reader.screens) verdicts.add(verdictOf(text, language))
    }
    expect([...new Set(flaws)]).toEqual([])
    expect([...verdicts].filter(Boolean).sort()).toEqual([...levels].sort())
  }, 240_000)
})

/** True for an answer that leaves neither a sign nor an open point. */
function raisesNothing(data: string) {
  const [flow = '', name = '', choice = ''] = data.split('.')
  const step = content.flows[flow]?.steps[name]
  const found = step && kindOf(step).finding?.(step, choice, content)
  return found ? found.signs.length === 0 && Object.keys(found.open).length === 0 : false
}

/** Of twenty walks one answers what raises nothing, and two nearly always do. */
const calmness: Record<number, number> = { 1: 1, 3: 0.9, 5: 0.9 }
/** An advert that raises nothing and leaves nothing open. */
const honest =
  'Kwartz GmbH, ul. Miodowa, umowa o pracę, 40 godzin tygodniowo, stawka 15 € brutto na godzinę'

const levels = ['danger', 'strong', 'careful', 'unclear', 'nothing']

/** The verdict whose headline the text begins with. */
function verdictOf(text: string, language: string): string {
  return levels.find((level) => text.startsWith(headline(level, language))) ?? ''
}

function headline(level: string, language: string) {
  const html = words.html({ key: `common:verdict.${level}` }, { language, ambient: {} })
  return html.replace(/<\/?b>/g, '').split('\n')[0] ?? ''
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
