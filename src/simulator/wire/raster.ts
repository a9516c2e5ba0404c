/** How files of these types begin, with the place where it stands. */
const BEGINNINGS: [type: string, at: number, begin: string][] = [
  ['image/jpeg', 0, '\xff\xd8\xff'],
  ['image/png', 0, '\x89PNG\r\n\x1a\n'],
  ['image/gif', 0, 'GIF8'],
  ['image/webp', 8, 'WEBP'],
  ['image/avif', 4, 'ftypavif'],
]

/** What a browser may show as a picture, whatever the sender calls it. Not SVG: that is a page which may hold a script. */
export function rasterType(bytes: Uint8Array): string | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, 12))
  return BEGINNINGS.find(([, at, begin]) => start.startsWith(begin, at))?.[0]
}

/** As its header says; undefined: it is no PNG. */
export function pngSize(bytes: Uint8Array): { width: number; height: number } | undefined {
  if (rasterType(bytes) !== 'image/png' || bytes.length < 24) return undefined
  const header = new DataView(bytes.buffer, bytes.byteOffset)
  return { width: header.getUint32(16), height: header.getUint32(20) }
}
