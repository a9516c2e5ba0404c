/** What a desk calls people: birds, because they say nothing of anybody. Each has its name in `desk.json`. */
export const birds = [
  'heron',
  'robin',
  'swift',
  'crane',
  'stork',
  'finch',
  'wren',
  'lark',
  'owl',
  'raven',
  'swan',
  'tern',
  'jay',
  'kite',
  'dove',
  'falcon',
  'starling',
  'thrush',
  'woodpecker',
  'kingfisher',
  'nightingale',
  'pelican',
  'puffin',
  'sparrow',
] as const

/** `heron-47`: one of so many that two open cases of a desk hardly share it. Drawn from any number. */
export function birdFor(draw: number): string {
  const at = Math.abs(draw)
  const number = Math.floor(at / birds.length) % 90
  return `${birds[at % birds.length]}-${number + 10}`
}
