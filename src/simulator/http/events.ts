import type { ServerResponse } from 'node:http'
import type { SimEvent, World } from '../world.ts'

/** A reader that has fallen so far behind is cut off; browsers come back by themselves. */
const LARGEST_BACKLOG = 1024 * 1024

/** Tells a page of everything that happens, as server-sent events. */
export function serveEvents(world: World, response: ServerResponse): void {
  const tell = (event: SimEvent) => {
    if (response.writableLength > LARGEST_BACKLOG) response.destroy()
    else response.write(`data: ${JSON.stringify(event)}\n\n`)
  }
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
  response.write(': here\n\n')
  world.listeners.add(tell)
  response.once('close', () => world.listeners.delete(tell))
}
