import type { PictureRead } from '../../core/picture.ts'

/** Turns pictures into words on machines of our own. Nothing of a picture is kept. */
export interface Reader {
  /** Bytes: what is larger is not taken. */
  most: number
  /** One picture at a time; the others wait. Throws Busy where it has no time now. */
  read(picture: Uint8Array): Promise<PictureRead>
}

/** Files that people have sent, into memory. */
export interface Files {
  /** Throws Busy. */
  fetch(file: string, most: number): Promise<Uint8Array | 'large' | 'gone'>
}
