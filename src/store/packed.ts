import { deflateRawSync, inflateRawSync } from 'node:zlib'

/**
 * What the JSON of pending screens is mostly made of, the commonest last: zlib points into it instead of writing it again. It
 * belongs to the stored form, so a word more or less makes what is stored unreadable.
 */
const dictionary = Buffer.from(
  [
    '"kind":"common:source.pages","vars":{"hosts":"","country","name:country","code","name:plain","text","name:number",',
    '"number","join:paragraphs","quote:line","at","of"',
    '{"key":"common:source.fact","vars":{"cite":"Dz.U. 2025 poz. , art. ","date":{"key":"name:date","vars":{"date":"2026-1',
    '"text":{"key":"common:sourced","vars":{"text":{"key":".text","vars":{}},"sources":{"key":"join:lines","vars":{"items":[',
    '{"show":{"text":{"key":"common:verdict.danger","vars":{"points":{"key":"join:lines","vars":{"items":[',
    '{"key":"join:bullets","vars":{"items":[{"key":"indicators:offer_',
    '.label"},{"key":"common:verdict.more","vars":{"count":1}},{"key":"common:verdict.open","vars":{"count":1}}]}}]}}}},',
    '"keep":true}},{"show":{"at":"offer.verdict","text":{"key":"common:sign","vars":{"label":{"key":"indicators:offer_.label"},',
    '"why":{"key":"indicators:offer_.why"},"advice":{"key":"indicators:offer_.advice"},"source":{"key":"common:source.',
    '"choices":["unknown","no","yes",{"id":"page-1","label":{"key":"common:next-point","vars":{"at":2,"of":5}}},',
    '{"id":"done","label":"common:go-on"}]}}',
    '{"message":{"update":,"at":179,"message":,"sentAt":179,"effects":[{"show":{"at":"","choices":["',
    '"check":{"update":-,"at":179,"message":,"sentAt":179,"effects":[{"firm":{}},{"show":{"at":"',
    '"press":{"update":9,"at":17953488,"message":1,"sentAt":17953488,"effects":[{"show":{"at":"',
  ].join(''),
)

/** As deflated JSON. */
export function pack(value: unknown): Uint8Array {
  return deflateRawSync(JSON.stringify(value), { dictionary })
}

/** Undefined: it cannot be read. */
export function unpack(packed: Uint8Array): unknown {
  try {
    return JSON.parse(inflateRawSync(packed, { dictionary }).toString())
  } catch {
    return undefined
  }
}
