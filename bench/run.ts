/** `npm run bench scan`: the figures of one part, each by a file of its name. */
const benches: Record<string, () => Promise<unknown>> = {
  cold: () => import('./cold.ts'),
  cost: () => import('./cost.ts'),
  crowd: () => import('./crowd.ts'),
  flood: () => import('./flood.ts'),
  front: () => import('./front.ts'),
  inline: () => import('./inline.ts'),
  numbers: () => import('./numbers.ts'),
  pictures: () => import('./pictures.ts'),
  relay: () => import('./relay.ts'),
  scan: () => import('./scan.ts'),
}

const name = process.argv[2] ?? ''
const bench = Object.hasOwn(benches, name) ? benches[name] : undefined
if (bench) await bench()
else {
  console.error(`npm run bench ${Object.keys(benches).join(' | ')}`)
  process.exitCode = 1
}
