import { readFileSync } from 'node:fs'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { hostOf } from '../core/host.ts'

/** More than so many lead nowhere that one card could name. */
const mostHosts = 3

/** Finds the hosts of the links in QR codes. */
export type Codes = (picture: Uint8Array) => Promise<string[]>

export async function openCodes(wasm: string): Promise<Codes> {
  // Without the file in hand it is fetched from a CDN.
  const wasmBinary = new Uint8Array(readFileSync(wasm)).buffer
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true })
  return async (picture) => {
    const found = await readBarcodes(picture, {
      formats: ['QRCode'],
      maxNumberOfSymbols: 8,
    })
    return hostsOf(found.filter(({ isValid }) => isValid).map(({ text }) => text))
  }
}

/** Hosts of links, each once; other things in codes are left alone. */
export function hostsOf(texts: string[]): string[] {
  const hosts = texts.map(hostIn).filter((host) => host !== undefined)
  return [...new Set(hosts)].slice(0, mostHosts)
}

/** Small letters, the letters of other alphabets in ASCII, as URL writes them. */
function hostIn(text: string): string | undefined {
  const url = URL.parse(text.trim())
  return url && /^https?:$/.test(url.protocol) ? hostOf(url.href) : undefined
}
