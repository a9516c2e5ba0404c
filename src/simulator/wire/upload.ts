const mark = Symbol('upload')

/** A file that came with a call. Calls are remembered, its bytes only until somebody takes them. */
export interface Upload {
  [mark]: true
  filename: string
  size: number
  mime: string
}

const held = new WeakMap<Upload, Uint8Array>()

export async function newUpload(file: File): Promise<Upload> {
  const { name: filename, size, type: mime } = file
  const upload: Upload = { [mark]: true, filename, size, mime }
  held.set(upload, await file.bytes())
  return upload
}

/** Its bytes, once. */
export function takeBytes(upload: Upload): Uint8Array | undefined {
  const bytes = held.get(upload)
  held.delete(upload)
  return bytes
}

export function isUpload(value: unknown): value is Upload {
  return typeof value === 'object' && value !== null && mark in value
}
