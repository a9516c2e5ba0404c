/** Bytes of a picture: as base64 they fit into a call of Lambda, which takes six megabytes. */
export const mostBytes = 4 * 1024 * 1024
