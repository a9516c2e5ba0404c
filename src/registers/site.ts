import type { Site } from './fetch.ts'

/** What the operator says about one register: another base address, a key, and whether stand-ins are allowed here. */
export interface Setting {
  url?: string | undefined
  key?: string | undefined
  /** On this machine a stand-in may answer over plain http; in the cloud only the register itself. */
  isLocal: boolean
}

/** The register's own site, or the stand-in that the operator named. Throws where that would be another host. */
export function siteOf(own: string, { url, isLocal }: Setting): Site {
  if (url === undefined) return { base: own }
  const { protocol, hostname, origin } = new URL(url)
  const isRegister = origin === new URL(own).origin
  const isStandIn = isLocal && protocol === 'http:' && hostname === '127.0.0.1'
  if (!isRegister && !isStandIn) {
    throw new Error(
      `${origin} is not ${own}; only a stand-in at http://127.0.0.1 may take its place, and only locally`,
    )
  }
  return { base: origin }
}
