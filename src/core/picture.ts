/** Why no words were taken from a picture. */
export const pictureFaults = [
  /** The file has too many bytes. */
  'large',
  /** It has too many pixels, or is far longer than wide. */
  'pixels',
  /** No kind of picture that the reader knows. */
  'kind',
  /** Reading takes too long. */
  'slow',
  /** It cannot be opened. */
  'broken',
  /** Telegram does not have it any more. */
  'gone',
  /** The reader is away. */
  'away',
] as const
export type PictureFault = (typeof pictureFaults)[number]

/** What stands in a picture, read by a machine. It holds somebody's words, so it is used at once and never kept. */
export interface PictureWords {
  /** Line by line, as they stand in it. */
  text: string
  /** How sure the reader is of its letters: 0 to 100. */
  confidence: number
  /** Hosts that QR codes in it lead to; nobody opens them. */
  hosts: string[]
}

export type PictureRead = PictureWords | { fault: PictureFault }

/** Kinds of picture that the reader opens, by all names that phones give them. */
export const pictureTypes = [
  ...(['image/jpeg', 'image/jpg', 'image/pjpeg', 'image/png', 'image/webp'] as const),
  ...(['image/bmp', 'image/x-ms-bmp'] as const),
]
