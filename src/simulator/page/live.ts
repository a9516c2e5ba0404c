import type { SimEvent } from '../world.ts'

const PAUSE_MS = 2000

/** Follows the simulator for as long as the page is open; every (new) beginning is a `connected`. */
export function follow(hear: {
  connected: () => void
  lost: () => void
  event: (event: SimEvent) => void
}): void {
  const source = new EventSource('/events')
  source.onopen = hear.connected
  source.onmessage = ({ data }) => hear.event(JSON.parse(data))
  source.onerror = () => {
    hear.lost()
    // After a broken connection the browser tries again by itself; after a wrong answer it gives up.
    if (source.readyState !== EventSource.CLOSED) return
    window.setTimeout(() => follow(hear), PAUSE_MS)
  }
}
