import * as fc from 'fast-check'

/** Anything that JSON can hold, and what is hard on programs. */
export const junk: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom(null, true, '', [], {}, 0, -1, 0.5, 1e308, -1e308, 2 ** 53, 2 ** 63, -(2 ** 31)),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom('__proto__', 'constructor', 'private', 'group', 'channel', '<b>', '\0', '{{x}}'),
  fc.constant(JSON.parse('{"__proto__":{"id":1,"type":"private"},"constructor":1}')),
  fc.constant(JSON.parse(`${'['.repeat(2000)}${']'.repeat(2000)}`)),
)

/** Puts something else into the so-manyth field, or takes it out. */
export type Tear = { at: number; instead: unknown } | { at: number; drop: true }

export const tears: fc.Arbitrary<Tear[]> = fc.array(
  fc.oneof(
    fc.record({ at: fc.nat(30), instead: junk }),
    fc.record({ at: fc.nat(30), drop: fc.constant<true>(true) }),
  ),
  { minLength: 1, maxLength: 3 },
)

/** Replaces or drops the so-manyth field of an update, wherever it stands. */
export function torn(update: object, wishes: Tear[]): object {
  const copy = structuredClone(update)
  for (const wish of wishes) {
    const places = fieldsOf(copy)
    const place = places[wish.at % Math.max(places.length, 1)]
    if (!place) continue
    if ('drop' in wish) Reflect.deleteProperty(place.holder, place.key)
    else Reflect.set(place.holder, place.key, wish.instead)
  }
  return copy
}

function fieldsOf(holder: object, depth = 0): { holder: object; key: string }[] {
  if (depth > 5) return []
  return Object.entries(holder).flatMap(([key, value]: [string, unknown]) => [
    { holder, key },
    ...(typeof value === 'object' && value !== null ? fieldsOf(value, depth + 1) : []),
  ])
}
