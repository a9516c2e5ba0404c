import { expect, test } from 'vitest'
import { runJob } from '../../src/app/jobs/jobs.ts'
import { Busy } from '../../src/app/trouble.ts'
import { readNumbers } from '../../src/registers/numbers/read.ts'
import { keysOf, newReader } from '../person.ts'
import { adult, fraud, honest, verdicts } from './pictures.ts'

const soft = 'Praca w Niemczech, magazyn, 14,50 euro brutto za godzinę. Umowa o pracę.'
const more = 'Zakwaterowanie gratis, bez umowy, gotówka do ręki.'
const asked = 'szef mi nie płaci od dwóch miesięcy'
const empty = { text: '', confidence: 0, hosts: [] }

/** What a phone and the app leave around a chat. */
function onScreen(...words: string[]) {
  const bubbles = words.map((one) => `${one}\n20:15`).join('\n\n')
  return `21:47 LTE 34%\n\nTomek\nonline\n\n${bubbles}\n\nWiadomość`
}

test.each([
  ['first', 0, 'pomocy, zamknęli mnie i biją'],
  ['second', 1, 'chcę się zabić'],
  ['second', 1, 'szef zgwałcił mnie'],
  ['second', 1, 'potrzebuję lekarza, krwawię'],
])(
  'help that was asked for below the %s picture of an album stays on the screen',
  async (_which, at, cry) => {
    const person = await newReader()
    for (const [index, words] of [soft, more, soft].entries())
      await person.sendsPicture(words, { album: 'a', ...(index === at && { caption: cry }) })
    const help = person.at()
    await person.worked()
    expect(person.at()).toBe(help)
  },
)

test.each([
  ['nie chcę już żyć, nie daję rady tutaj,\nchcę ze sobą skończyć'],
  ['Hej, jak tam?', 'nie chcę już żyć', 'Gdzie jesteś? Odezwij się!', 'nie wiem, jakaś wieś'],
  ['Hej, jak tam?', 'mam myśli samobójcze', 'Gdzie jesteś? Odezwij się!', 'pod Berlinem chyba'],
  ['Hej, jak tam?', 'dzwoń na policję, on ma broń', 'Gdzie jesteś?', 'pod Berlinem chyba, wieś'],
  [
    'Привет, как ты?',
    'забрали паспорт, не выпускают',
    'Где ты? Ответь!',
    'не знаю, какая-то деревня',
  ],
  [
    'Привет, как ты?',
    'заставляют спать с клиентами',
    'Где ты? Ответь!',
    'не знаю, какая-то деревня',
  ],
])(
  'a cry in a chat is heard, whatever the phone and others say around it: %s %s',
  async (...words) => {
    const person = await newReader()
    await person.sendsPicture(onScreen(...words))
    await person.worked()
    expect(person.at()).toBe('relative.danger')
  },
)

test('a chat about bread is no advert', async () => {
  const person = await newReader()
  await person.sendsPicture(
    onScreen('Hej, o której będziesz?', 'Około 18, kupić chleb?', 'Tak, i mleko'),
  )
  await person.worked()
  expect(person.at()).toBe('menu.groups')
})

test.each([
  ['has no words', empty],
  ['cannot be opened', { fault: 'broken' as const }],
])('what is told below a picture that %s is answered', async (_what, is) => {
  const writer = await newReader()
  await writer.says(asked)
  const person = await newReader()
  await person.sendsPicture(is, { caption: asked })
  await person.worked()
  expect(person.at()).toBe(writer.at())
})

test('a number below a picture is taken where a number is asked for', async () => {
  const person = await newReader({ readNumbers })
  for (const choice of ['before', 'employer', 'number']) await person.taps(choice)
  await person.sendsPicture(empty, { caption: 'NIP 7740001454' })
  await person.worked()
  expect(person.at()).toBe('employer.name')
})

test('a number below the picture of an advert begins the next check', async () => {
  const person = await newReader({ readNumbers })
  await person.sendsPicture(soft, { caption: 'NIP 7740001454' })
  await person.worked()
  await person.taps('adult')
  for (const choice of ['menu', 'before', 'employer']) await person.taps(choice)
  expect(person.choices()).toContain('nip-7740001454')
})

/** As often as the queue brings a job before it lays it among the dead. */
const tries = 40

test('where Telegram stays in trouble that is told before the queue gives up', async () => {
  let time = Date.parse('2026-11-30T12:00:00Z')
  const person = await newReader({ now: () => new Date(time) })
  const fetch = async (): Promise<never> => {
    throw new Busy(1, 'Telegram is in trouble')
  }
  Object.assign(person.world, { files: { fetch } })
  await person.sendsPicture(soft)
  const [job] = person.jobs
  if (!job) throw new Error('nothing is to be read')
  for (let tried = 0; tried < tries; tried += 1) {
    try {
      await runJob(person.world, job)
      break
    } catch (error) {
      if (!(error instanceof Busy)) throw error
      time += error.seconds * 1000
    }
  }
  expect(person.keys()).not.toContain('picture:reading')
})

test('after everything was forgotten nothing says that a picture is being read', async () => {
  const person = await newReader()
  await person.sendsPicture(soft)
  await person.opens('forget')
  await person.worked()
  expect(person.keys()).not.toContain('picture:reading')
})

test('a part of an album that could not be read well is told over the verdict', async () => {
  const person = await adult()
  for (const picture of [{ text: fraud, confidence: 60, hosts: [] }, honest])
    await person.sendsPicture(picture, { album: 'a' })
  await person.worked()
  expect(person.sees()?.hint?.key).toBe('picture:blurred')
})

test('a part of an album that cannot be read at all is told', async () => {
  const person = await adult()
  for (const picture of [{ text: fraud, confidence: 30, hosts: [] }, honest])
    await person.sendsPicture(picture, { album: 'a' })
  await person.worked()
  expect(person.keys()).toContain('picture:unreadable')
  expect(person.sees()?.hint?.key).toBe('picture:blurred')
})

test('an unreadable picture below which an advert stands is told', async () => {
  const person = await adult()
  await person.sendsPicture({ text: fraud, confidence: 30, hosts: [] }, { caption: honest })
  await person.worked()
  expect(person.keys()).toContain('picture:unreadable')
})

test('nothing stands above help that a picture opens', async () => {
  const person = await adult()
  await person.sendsPicture('pomóż mi, szef mnie bije i nie wypuszcza')
  await person.worked()
  expect(person.sees()?.hint).toBeUndefined()
})

test('a number below a picture of which nothing is understood is what was asked about', async () => {
  const person = await newReader({ readNumbers })
  await person.sendsPicture(empty, { caption: 'NIP 7740001454' })
  await person.worked()
  expect(person.at()).toBe('employer.name')
})

test('the names of firms and everyday words are no cries', async () => {
  const person = await newReader({ readNumbers })
  await person.sendsPicture('Usługi Przykład sp. z o.o.\nul. Polna 7')
  await person.worked()
  expect(person.at()).toBe('menu.groups')
})

test('a picture that was sent before one with a cry below it leaves help on the screen', async () => {
  const person = await adult()
  await person.sendsPicture(fraud)
  await person.sendsPicture(honest, { caption: 'pomocy, zamknęli mnie i biją' })
  const help = person.at()
  await person.worked()
  expect(person.at()).toBe(help)
})

test('a number belongs to the picture above it, and to none that was sent before', async () => {
  const person = await newReader({ readNumbers })
  await person.sendsPicture(empty)
  await person.sendsPicture(soft, { caption: 'NIP 7740001454' })
  const [first] = person.jobs.splice(0, 1)
  if (first) await runJob(person.world, first)
  expect((await person.talk())?.state?.flow).toBe('menu')
})

test('what an advert below an album said is not forgotten by a picture from before it', async () => {
  const person = await adult()
  await person.sendsPicture(empty)
  await person.sendsPicture(honest, { album: 'a', caption: honest })
  await person.sendsPicture(honest, { album: 'a' })
  await person.worked()
  expect(verdicts(person)).toHaveLength(1)
})

test('a word above the words found leaves the message short enough to read', async () => {
  const person = await adult()
  const signs = [
    'Opłata rezerwacyjna 300 zł',
    'Ostatnie miejsca!',
    'Szczegóły na priv',
    'Bez umowy',
    'Umowa na miejscu',
  ]
  await person.sendsPicture(`Praca w Holandii\n${signs.join('\n')}`)
  await person.worked()
  const { text } =
    person.phone.bubbles.find(({ screen }) => screen.text.key === 'scan:found')?.screen ?? {}
  expect(keysOf(text ?? { key: '' }).filter((key) => key === 'scan:hit')).toHaveLength(3)
})
