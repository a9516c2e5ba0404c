import type { DeskTerms } from '../../src/app/desk/terms.ts'
import type { Options } from '../bot.ts'
import { newScene } from './scene.ts'

interface Wish extends Options {
  terms?: Partial<DeskTerms>
  language?: string
  /** How words of the desk come, where it is not as the bot proposes. */
  showing?: 'waits' | 'shows'
}

/** Somebody who talks with a desk, and whose case somebody there has taken. */
export async function newTalk({ terms, language, showing, ...options }: Wish = {}) {
  const scene = await newScene(options)
  const desk = await scene.desk(terms)
  const person = await scene.seeker(language ? { language } : {})
  if (showing) await person.taps(showing)
  await person.taps('send')
  await scene.settled()
  const thread = desk.topic()
  await desk.presses(desk.second, 'take', thread)
  const caseOf = () => scene.bot.world.cases.of(person.id)
  return {
    ...scene,
    desk,
    anotherDesk: scene.desk,
    person,
    thread,
    caseOf,
    /** The person writes, and all of it has arrived. */
    writes: async (text: string) => {
      await person.says(text)
      await scene.settled()
    },
    /** Who has the case answers. */
    answers: (text: string, replyTo?: number) => desk.says(desk.second, text, thread, replyTo),
    /** What the bot has put on the phone, from the first to the last. */
    onPhone: () => person.bubbles().map(({ text }) => text),
    /** What the person wrote, as the desk reads it. */
    atDesk: () => desk.fromBot(thread),
  }
}
export type DeskTalk = Awaited<ReturnType<typeof newTalk>>
