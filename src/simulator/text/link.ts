const PROTOCOLS = new Set(['http:', 'https:', 'ftp:', 'tg:', 'ton:', 'tonsite:'])

/** An address as Telegram keeps it, with a protocol and a path; undefined if it takes it for none. */
export function checkedLink(address: string): string | undefined {
  const trimmed = address.trim()
  const hasProtocol = /^[a-z][a-z\d+.-]*:/i.test(trimmed) && !/^[^/:]+:\d/.test(trimmed)
  const url = URL.parse(hasProtocol ? trimmed : `http://${trimmed}`)
  if (!url || !PROTOCOLS.has(url.protocol)) return undefined
  const isWeb = /^(https?|ftp):$/.test(url.protocol)
  const hasHost = /[^.]\.[^.]/.test(url.hostname) || url.hostname === 'localhost'
  return isWeb && !hasHost ? undefined : url.href
}
