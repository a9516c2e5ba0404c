import { networkInterfaces } from 'node:os'

/** An address of this machine that others on its network know; undefined where it has none. */
export const ownAddress = Object.values(networkInterfaces())
  .flat()
  .find((one) => one?.family === 'IPv4' && !one.internal)?.address
