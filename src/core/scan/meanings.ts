import type { Meaning, Spoken } from '../knowledge/meaning.ts'
import type { Phrases } from '../knowledge/phrases.ts'

/** `bez` takes back only what stands right behind it; `nie pobieramy` what follows a little later, too. */
const reaches = { word: 1, words: 4 }

/** Every phrase of a language with what it means. */
export function meanings(phrases: Phrases): [string, Meaning][] {
  const { places, towns, origins, signs, facts, topics, denials, money } = phrases
  return [
    ...each(places, (country): Meaning => ({ kind: 'place', country })),
    ...each(towns, (country): Meaning => ({ kind: 'place', country, isTown: true })),
    ...origins.map((words): [string, Meaning] => [words, { kind: 'origin' }]),
    ...Object.entries(signs).flatMap(([sign, all]) =>
      all.map(({ words, ...how }): [string, Meaning] => [words, { kind: 'sign', sign, ...how }]),
    ),
    ...each(facts, (point): Meaning => ({ kind: 'fact', point })),
    ...each(topics, (point): Meaning => ({ kind: 'topic', point })),
    ...denials.before.map((words): [string, Meaning] => [words, denial('deny-before', words)]),
    ...denials.after.map((words): [string, Meaning] => [words, denial('deny-after', words)]),
    ...each(money.currencies, (currency): Meaning => ({ kind: 'currency', currency })),
    ...each(money.per, (period): Meaning => ({ kind: 'per', period })),
    ...money.net.map((words): [string, Meaning] => [words, { kind: 'net' }]),
  ]
}

/** How people speak, with what they mean by it. */
export function spoken({ languages, small, ...phrases }: Phrases): [string, Spoken][] {
  const {
    emergency,
    filler,
    age,
    danger,
    alarm,
    worry,
    trouble,
    me,
    dear,
    urgent,
    not,
    self,
    offers,
    rooms,
  } = phrases
  const all = (words: string[], means: Spoken) => words.map((one): [string, Spoken] => [one, means])
  return [
    ...all(emergency, { kind: 'whole', says: 'danger' }),
    ...all(filler, { kind: 'filler' }),
    ...all(age, { kind: 'age' }),
    ...all(danger, { kind: 'danger' }),
    ...all(alarm, { kind: 'alarm' }),
    ...all(worry, { kind: 'worry' }),
    ...all(trouble, { kind: 'trouble' }),
    ...all(me, { kind: 'me' }),
    ...all(dear, { kind: 'dear' }),
    ...all(not, { kind: 'not' }),
    ...all(self, { kind: 'self' }),
    ...all(offers, { kind: 'offer' }),
    ...each(urgent, (place): Spoken => ({ kind: 'urgent', place })),
    ...each(rooms, (place): Spoken => ({ kind: 'room', place })),
    ...each(languages, (language): Spoken => ({ kind: 'whole', says: { language } })),
    ...each(small, (says): Spoken => ({ kind: 'whole', says })),
  ]
}

function each<Name extends string, Means>(
  lists: { [name in Name]?: string[] },
  mean: (name: Name) => Means,
): [string, Means][] {
  const names: Name[] = []
  for (const name in lists) names.push(name)
  return names.flatMap((name) =>
    (lists[name] ?? []).map((words): [string, Means] => [words, mean(name)]),
  )
}

function denial(kind: 'deny-before' | 'deny-after', words: string): Meaning {
  return { kind, reach: /\s/.test(words.trim()) ? reaches.words : reaches.word }
}
