import { readNumbers } from '../../src/registers/numbers/read.ts'
import { keysOf, newReader, type Person } from '../person.ts'

export const fraud =
  'Praca w Holandii przy pakowaniu kwiatów, 15 euro brutto na godzinę.\nOpłata rezerwacyjna 300 zł przed wyjazdem.'
export const honest =
  'Praca w Holandii przy pakowaniu kwiatów, 15 euro brutto na godzinę, 40 godzin tygodniowo. Umowa pisemna po polsku.'
export const critical = 'Praca od zaraz w Niemczech, 2500 euro. Paszport oddajesz kierowcy'

/** Somebody who has said that they are adult, so that an advert leads straight to its verdict. */
export async function adult() {
  const person = await newReader({ readNumbers })
  await person.opens('start offer')
  await person.taps('adult')
  await person.opens('menu')
  return person
}

/** Keys of one message, with the word above it. */
export function told(person: Person, nth: number) {
  const { screen } = person.phone.bubbles.at(nth) ?? {}
  return screen && [...(screen.hint ? keysOf(screen.hint) : []), screen.text.key]
}

/** The same as the honest one, and what it warns of. */
export const stating = `${honest}\nOpłata rezerwacyjna 300 zł przed wyjazdem.`

/** Which verdicts stand on the phone, the oldest first. */
export function verdicts({ phone }: Person) {
  return phone.bubbles
    .filter(({ screen }) => screen.at?.step === 'first-verdict')
    .map(({ screen }) => keysOf(screen.text)[0])
}
