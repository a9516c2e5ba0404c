import { download } from '../methods/api.ts'
import { bytesOf } from '../wire/files.ts'
import { rasterType } from '../wire/raster.ts'
import { Refusal } from '../wire/refusal.ts'
import type { World } from '../world.ts'
import { sendAnswer, sendBytes, type Visit } from './visit.ts'

/** A file for the bot, whatever it is, as Telegram serves it. */
export async function serveDownload(world: World, visit: Visit, path: string): Promise<void> {
  const { request, response } = visit
  if (!['GET', 'HEAD'].includes(request.method ?? '')) throw new Refusal(404, 'Not Found')
  const answer = await download(world, path)
  if (!answer) request.socket.destroy()
  else if (!answer.ok) sendAnswer(response, answer)
  else if (answer.result instanceof Uint8Array) sendBytes(response, answer.result)
}

/** A picture for the page, by the id of its file. */
export function servePicture({ files }: World, { request, response }: Visit, id: string): void {
  const bytes = request.method === 'GET' ? bytesOf(files, id) : undefined
  const type = bytes && rasterType(bytes)
  if (!bytes || !type) throw new Refusal(404, 'Not Found')
  sendBytes(response, bytes, type)
}
