import type { Store, World } from '../../src/app/ports/world.ts'

/** At which call a process dies, counted over everything: before it has an effect, or before it returns. */
export interface Crash {
  call: number
  when: 'before' | 'after'
}

const never = new Promise<never>(() => {})

const outside = ['phone', 'room', 'queue'] as const
const nouns: (keyof Store)[] = [
  ...(['talks', 'messages', 'plans', 'tips', 'desks', 'cases'] as const),
  ...(['blocks', 'firms', 'paces', 'counters', 'reports'] as const),
]

/** Runs work after work, each in a process of its own, one of which dies; what it was at is done again half a minute later. */
export function newLife(
  world: World,
  crash: Crash | undefined,
  forward: (seconds: number) => void,
) {
  let calls = 0
  const trace: string[] = []

  async function live(work: (mine: World) => Promise<unknown>): Promise<void> {
    let die = () => {}
    const death = new Promise<'dead'>((resolve) => {
      die = () => resolve('dead')
    })
    let isDead = false
    const end = (name: string) => {
      isDead = true
      trace.push(name)
      die()
      return never
    }
    const guard = <Port extends object>(port: Port): Port =>
      new Proxy(port, {
        get: (target, name) => {
          const method: unknown = Reflect.get(target, name)
          if (typeof method !== 'function') return method
          return async (...given: unknown[]) => {
            if (isDead) return never
            const when = crash?.call === calls++ ? crash.when : undefined
            if (when === 'before') return end(`${String(name)}!`)
            trace.push(String(name))
            const answer: unknown = await Reflect.apply(method, target, given)
            return when === 'after' ? end(`${String(name)}†`) : answer
          }
        },
      })
    const mine = { ...world }
    for (const name of [...outside, ...nouns]) Reflect.set(mine, name, guard(world[name]))
    const became = await Promise.race([work(mine), death])
    if (became !== 'dead') return
    forward(31)
    await live(work)
  }

  return {
    live,
    trace,
    /** Whether the crash has come. */
    hasDied: () => crash !== undefined && calls > crash.call,
  }
}
