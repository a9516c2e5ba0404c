declare module 'dynalite' {
  import type { Server } from 'node:http'

  /** An implementation of DynamoDB over LevelDB; `path` keeps it on disk. */
  export default function dynalite(options: { path?: string; createTableMs?: number }): Server
}
