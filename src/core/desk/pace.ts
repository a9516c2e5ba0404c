/** How many messages of a person were for a desk within a minute, counted since 1970. */
export interface Pace {
  minute: number
  count: number
}

/** As many as Telegram lets a bot write in a group within a minute: more would only wait there, and make others wait. */
export const mostAMinute = 20

/** With one more, written in this second. */
export function counted(before: Pace | undefined, second: number): Pace {
  const minute = Math.floor(second / 60)
  return { minute, count: before?.minute === minute ? before.count + 1 : 1 }
}
