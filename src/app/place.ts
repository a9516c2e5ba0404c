/**
 * Where it broke: `src/app/turn/show.ts:12:3`, or a file of the bundle. The message of an error may hold what a person wrote, so it is
 * never logged nor searched.
 */
export function placeOf(error: unknown): string {
  const frames = error instanceof Error ? error.stack?.replace(error.message, '') : ''
  return (
    /\n\s+at .*?((?:src\/(?:(?!src\/)[\w/-])+|[\w-]+)\.\w+:\d+:\d+)/.exec(frames ?? '')?.[1] ??
    'unknown'
  )
}

/** What it is called. */
export function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown'
}
