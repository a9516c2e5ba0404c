import { type Bot, checksOffer, type Person, say } from '../../bot.ts'

/** All that somebody who takes the phone in their hands can read. */
export function read(person: Person) {
  return person.chat().map(({ text, buttons }) => ({ text, buttons }))
}

export const neutral = { text: say('common:hidden'), buttons: [] }
export const partly = { text: say('common:hidden-partly'), buttons: [] }
export const blank = { text: say('common:blank'), buttons: [] }

/** Somebody who has written a lot, with a verdict and a typed word among it. */
export async function hasTalked(bot: Bot) {
  const person = await checksOffer(bot, 'papers')
  await person.says('mam skan')
  await person.taps('scan')
  await person.sendsPicture()
  return person
}
