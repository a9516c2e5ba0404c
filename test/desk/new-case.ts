import type { Options, Wish } from '../bot.ts'
import { newScene } from './scene.ts'

/** A desk of two with a case that waits. */
export async function newCase(options?: Options, wish?: Wish) {
  const scene = await newScene(options)
  const desk = await scene.desk()
  const person = await scene.seeker(wish)
  await person.taps('send')
  await scene.settled()
  const thread = desk.topic()
  const one = () => scene.bot.world.cases.of(person.id)
  const topic = () => desk.group.topics().find(({ id }) => id === thread)
  const card = () => desk.group.messages(thread).find(({ pinned }) => pinned)
  const choices = () =>
    card()
      ?.buttons.flat()
      .map(({ data = '' }) => data.split('.').at(-1))
  return { ...scene, desk, person, thread, one, topic, card, choices }
}
export type CaseScene = Awaited<ReturnType<typeof newCase>>
