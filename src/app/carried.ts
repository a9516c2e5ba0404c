import type { Incoming } from './ports/arrival.ts'
import { sources } from './ports/source.ts'

/** Whether the message that an input bears is a screen of ours, which may turn into the answer. A tip stays as it is. */
export function bearsScreen({ source, press }: Carried): boolean {
  return sources[source].bears === 'ours' && press?.on !== 'tip'
}

export type Carried = Pick<Incoming, 'source'> & { press?: Incoming['press'] | undefined }
