import type { Store } from '../src/app/ports/world.ts'

/** One call of the store, e.g. `tips.add`. */
export type StoreCall = {
  [Noun in keyof Store]: `${Noun}.${keyof Store[Noun] & string}`
}[keyof Store]

type Call = (...given: never[]) => Promise<unknown>

/** From now on the call does this, with what it did before at hand. */
export function replaceCall(store: Store, call: StoreCall, by: (before: Call) => Call): void {
  const [noun = '', name = ''] = call.split('.')
  const port: object = Reflect.get(store, noun)
  Reflect.set(port, name, by(Reflect.get(port, name)))
}

/** From now on what these calls are given is written down, without the chat that it is for. */
export function noteCalls(store: Store, calls: StoreCall[]): string[] {
  const written: string[] = []
  for (const call of calls)
    replaceCall(store, call, (before) => (...given) => {
      const told = given.filter((one: unknown) => typeof one !== 'number')
      written.push(JSON.stringify(told))
      return before(...given)
    })
  return written
}
