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
