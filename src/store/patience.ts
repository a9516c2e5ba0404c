import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { patiently } from '../app/patience.ts'

/** Each try of a request is given up after so many milliseconds in which this process was awake. */
export function limitPatience(client: DynamoDBClient, ms: number): void {
  client.middlewareStack.add(
    (ask) => (request) =>
      patiently(ms, (over) => {
        const late = new Promise<never>((_, reject) => {
          over.addEventListener('abort', () => reject(over.reason), { once: true })
        })
        return Promise.race([ask(request), late])
      }),
    { name: 'patience', step: 'finalizeRequest', priority: 'low' },
  )
}
