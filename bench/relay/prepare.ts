import { makeCode } from '../../src/app/desk/code.ts'
import { idFrom } from '../../src/app/desk/terms.ts'
import type { Content } from '../../src/core/engine/flow.ts'
import type { Person } from '../../src/simulator/people/people.ts'
import { buttonIn, messagesIn, type Stage } from './stage.ts'

/** Signs the codes of the bench's desks. */
export const deskKey = 'a-key-of-desks-for-the-bench'

/** Milliseconds between two people, so that Telegram has time for all. */
const apartMs = 500

/** Desks that may take cases, and people who have only to agree to be passed on to one. */
export async function prepare(stage: Stage, { conduct }: Content): Promise<void> {
  await openDesks(stage, conduct.pages.length)
  const steps = [...['pl', 'next', 'next'].map(pressing), saying('/talk'), pressing('adult')]
  for (const step of [saying('/start'), ...steps]) await inTurn(stage, step)
}

async function openDesks(stage: Stage, pages: number) {
  const turns = Array.from({ length: pages - 1 }, (_, at) => `page-${at + 1}`)
  const until = new Date(stage.time.now() + 3_600_000)
  for (const [at, { group, lead }] of stage.desks.entries()) {
    group.send(lead, `/connect ${makeCode(deskKey, termsOf(at), until)}`)
    await stage.settle()
    group.send(lead, '/conduct')
    for (const choice of [...turns, 'accept']) {
      await stage.settle()
      const button = buttonIn(messagesIn(stage, group.id), choice)
      if (!button) throw new Error(`a desk has no ${choice}`)
      group.press(lead, button.message, button.data)
    }
    await stage.settle()
  }
}

function termsOf(at: number) {
  return {
    id: idFrom(Buffer.alloc(8, at)),
    name: `Desk ${at + 1}`,
    languages: ['pl'],
    countries: [],
    themes: [],
    minors: false,
    complaints: 'skargi@example.org',
  }
}

type Step = (stage: Stage, person: Person) => void

function saying(text: string): Step {
  return (_stage, person) => void person.send(text)
}

function pressing(choice: string): Step {
  return (stage, person) => {
    const button = buttonIn(messagesIn(stage, person.id), choice)
    if (!button) throw new Error(`somebody has no ${choice}`)
    person.press(button.message, button.data)
  }
}

async function inTurn(stage: Stage, step: Step) {
  const { time, people, settle } = stage
  for (const [at, person] of people.entries())
    time.at(time.now() + at * apartMs, () => step(stage, person))
  await settle()
}
