/** A picture as it goes out; one with a name goes as a file. */
export interface Ready {
  blob: Blob
  width: number
  height: number
  name?: string
  mime?: string
}

/** As Telegram's apps save photos. */
const QUALITY = 0.87

/** Just as it is. What the browser cannot open has no size that it knows. */
export async function asFile(file: File): Promise<Ready> {
  const { name, type: mime } = file
  const bitmap = await opened(file)
  const { width = 0, height = 0 } = bitmap ?? {}
  bitmap?.close()
  return { blob: file, width, height, name, ...(mime && { mime }) }
}

/** Turned upright, made smaller and saved anew as JPEG; undefined where it cannot be opened. */
export async function asPhoto(file: File, side: number): Promise<Ready | undefined> {
  const bitmap = await opened(file)
  if (!bitmap) return undefined
  const canvas = drawn(bitmap, side)
  const { width, height } = canvas
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', QUALITY))
  return blob ? { blob, width, height } : undefined
}

export async function opened(file: File): Promise<ImageBitmap | undefined> {
  try {
    return await createImageBitmap(file)
  } catch {
    return undefined
  }
}

/** Scaled down to this longer side; what is see-through becomes white. */
export function drawn(bitmap: ImageBitmap, side: number): HTMLCanvasElement {
  const scale = Math.min(1, side / Math.max(bitmap.width, bitmap.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(bitmap.width * scale))
  canvas.height = Math.max(1, Math.round(bitmap.height * scale))
  const pen = canvas.getContext('2d')
  if (pen) {
    pen.imageSmoothingQuality = 'high'
    pen.fillStyle = 'white'
    pen.fillRect(0, 0, canvas.width, canvas.height)
    pen.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  }
  bitmap.close()
  return canvas
}
