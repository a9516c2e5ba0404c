import type { Reader } from '../app/ports/pictures.ts'

/** Where nobody reads pictures. */
export const noReader: Reader = { most: 0, read: async () => ({ fault: 'away' }) }
