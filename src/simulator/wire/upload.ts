const mark = Symbol('upload')

/** A file that came with a call. Its bytes are not kept. */
export interface Upload {
  [mark]: true
  filename: string
  size: number
}

export function newUpload({ name, size }: File): Upload {
  return { [mark]: true, filename: name, size }
}

export function isUpload(value: unknown): value is Upload {
  return typeof value === 'object' && value !== null && mark in value
}
