/**
 * How large DynamoDB counts an item
 * (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html, read 2026-11-22).
 */
export function itemSize(item: Record<string, unknown>): number {
  return sum(Object.entries(item).map(([name, value]) => bytes(name) + valueSize(value)))
}

/** A list or map takes 3 bytes, and 1 for each element. */
function valueSize(value: unknown): number {
  if (typeof value === 'string') return bytes(value)
  if (typeof value === 'number') return numberSize(value)
  if (value instanceof Uint8Array) return value.length
  if (Array.isArray(value)) return 3 + sum(value.map((one) => 1 + valueSize(one)))
  if (typeof value !== 'object' || value === null) return 1
  return 3 + Object.keys(value).length + itemSize({ ...value })
}

/** About a byte for two significant digits, and one more. */
function numberSize(value: number): number {
  const digits = String(value)
    .replace(/\D/g, '')
    .replace(/^0+|0+$/g, '')
  return Math.ceil(digits.length / 2) + 1 + Number(value < 0)
}

function bytes(text: string) {
  return Buffer.byteLength(text)
}

function sum(sizes: number[]) {
  return sizes.reduce((all, one) => all + one, 0)
}
