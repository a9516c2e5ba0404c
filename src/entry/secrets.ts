import { fromEnv } from '@aws-sdk/credential-provider-env'
import { Sha256 } from '@smithy/core/checksum'
import { SignatureV4 } from '@smithy/signature-v4'
import * as z from 'zod'

export interface Safe {
  /** Where they lie, such as `/before-you-go/prod`. */
  path: string
  region: string
  /** A stand-in on this machine. */
  endpoint?: string | undefined
}

/** A cold start waits for it, so it is tried again soon. */
const patienceMs = 3000

const tries = 4

const Page = z.object({
  Parameters: z.array(z.object({ Name: z.string(), Value: z.string() })),
  NextToken: z.string().nullish(),
})

/**
 * Reads what lies in the Parameter Store, by the last part of each name: `…/BOT_TOKEN` → `BOT_TOKEN`. By hand, because it is
 * one request at each cold start, and the client for it would take a fifth of the time to load.
 */
export async function readSecrets(safe: Safe): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  let token: string | undefined
  do {
    const page = await readPage(safe, token)
    for (const { Name, Value } of page.Parameters) found[Name.split('/').at(-1) ?? ''] = Value
    token = page.NextToken ?? undefined
  } while (token)
  return found
}

async function readPage(safe: Safe, token: string | undefined) {
  for (let attempt = 1; ; attempt++) {
    try {
      return Page.parse(await ask(safe, token))
    } catch (error) {
      if (attempt >= tries) throw error
    }
  }
}

async function ask({ path, region, endpoint }: Safe, NextToken: string | undefined) {
  const url = new URL(endpoint ?? `https://ssm.${region}.amazonaws.com`)
  const body = JSON.stringify({ Path: path, WithDecryption: true, NextToken })
  const { headers } = await signer(region).sign({
    method: 'POST',
    protocol: url.protocol,
    hostname: url.hostname,
    path: '/',
    headers: {
      host: url.host,
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'AmazonSSM.GetParametersByPath',
    },
    body,
  })
  const signal = AbortSignal.timeout(patienceMs)
  const answer = await fetch(url, { method: 'POST', headers, body, signal })
  if (!answer.ok) throw new Error(`the Parameter Store answers ${answer.status}`)
  return answer.json()
}

function signer(region: string) {
  return new SignatureV4({ service: 'ssm', region, credentials: fromEnv(), sha256: Sha256 })
}
