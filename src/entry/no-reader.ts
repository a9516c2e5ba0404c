import type { Reader } from '../app/ports/pictures.ts'
import { mostBytes } from './picture-limit.ts'

/** Where jobs are made and not done: it only knows what the others can take. */
export const noReader: Reader = { most: mostBytes, read: async () => ({ fault: 'away' }) }
