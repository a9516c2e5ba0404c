import { once } from 'node:events'
import { createServer } from 'node:http'
import { json } from 'node:stream/consumers'
import * as z from 'zod'

const Named = z.object({ Names: z.array(z.string()) })
const Below = z.object({ Path: z.string(), NextToken: z.coerce.number().default(0) })
const Kept = z.object({
  Name: z.string(),
  Value: z.string(),
  Overwrite: z.boolean().default(false),
})
const Wish = z.union([Named, Below, Kept])

type Values = Record<string, string>
type Answer = [status: number, body: object]

/** The real one takes no more names in a request, and gives no more on a page. */
const most = 10

/**
 * As much of a Parameter Store as we ask: some by name, everything that lies below a path, and to keep one more. The first pages
 * may hold fewer than a full one, even nothing, as the real one's may. Notes the names that it was asked for, request by request.
 */
export async function startParameters(values: Values, firstPages: number[] = []) {
  const asked: string[][] = []
  const answerTo = (wish: z.infer<typeof Wish>): Answer => {
    if ('Path' in wish) return pageOf(values, firstPages, wish)
    if ('Value' in wish) return keep(values, wish)
    asked.push(wish.Names)
    return named(values, wish)
  }
  const server = createServer(async (request, response) => {
    const [status, body] = answerTo(Wish.parse(await json(request)))
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' })
    response.end(JSON.stringify(body))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('the parameters have no address')
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    asked,
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

function named(values: Values, { Names }: z.infer<typeof Named>): Answer {
  if (Names.length > most) return [400, { __type: 'ValidationException' }]
  const InvalidParameters = Names.filter((name) => !Object.hasOwn(values, name))
  const found = Object.entries(values).filter(([name]) => Names.includes(name))
  return [200, { Parameters: found.map(toParameter), InvalidParameters }]
}

function pageOf(
  values: Values,
  firstPages: number[],
  { Path, NextToken: page }: z.infer<typeof Below>,
): Answer {
  const sizes = Array.from({ length: page + 1 }, (_, index) => firstPages[index] ?? most)
  const end = sizes.reduce((sum, size) => sum + size)
  const all = Object.entries(values).filter(([name]) => name.startsWith(`${Path}/`))
  const Parameters = all.slice(end - (sizes.at(-1) ?? 0), end).map(toParameter)
  return [200, { Parameters, ...(end < all.length && { NextToken: `${page + 1}` }) }]
}

function keep(values: Values, { Name, Value, Overwrite }: z.infer<typeof Kept>): Answer {
  if (!Overwrite && Object.hasOwn(values, Name)) return [400, { __type: 'ParameterAlreadyExists' }]
  values[Name] = Value
  return [200, { Version: 1 }]
}

function toParameter([Name, Value]: [string, string]) {
  return { Name, Value, Type: 'SecureString' }
}
