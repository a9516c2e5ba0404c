import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Place } from './place.ts'

/** What we use of tesseract.js-core: the C++ of tesseract and leptonica, as they name it. */
export interface Tesseract {
  api: Api
  core: Core
}

interface Core {
  FS: { writeFile(path: string, bytes: Uint8Array): void; unlink(path: string): void }
  TessBaseAPI: new () => Api
  ETEXT_DESC: Monitor
  wrapPointer(at: number, kind: Monitor): Monitor
  setValue(at: number, value: number | bigint, kind: 'i32' | 'i64'): void
  _malloc(bytes: number): number
}

/** Watches over a recognition; only tesseract looks inside. */
type Monitor = object

interface Api {
  /** -1 where a model is missing. */
  Init(folder: null, languages: string, engine: number): number
  /** Reads `/input`; 1 where it cannot. */
  SetImageFile(exif: number, radians: number): number
  AnalyseLayout(): object
  /** In radians: how far lines climb. */
  GetGradient(): number
  /** -1 where the monitor's time was up. */
  Recognize(monitor: Monitor | null): number
  GetTSVText(): string
  Clear(): void
}

/** The engine that reads lines by a neural net; the older one is not in the build. */
const lstm = 1

/** Loads the models: a third of a second, 160 MB with them. Throws where a file is missing. */
export async function openTesseract({ letters, models }: Place): Promise<Tesseract> {
  const create: (own: object) => Promise<Core> = createRequire(import.meta.url)(letters)
  const silent = () => undefined
  // Its remarks about a picture are no concern of the log; what fails is told by what it returns.
  const core = await create({ print: silent, printErr: silent, TesseractProgress: silent })
  const names = models.map((path) => basename(path, '.traineddata.gz'))
  for (const [at, path] of models.entries())
    core.FS.writeFile(`${names[at]}.traineddata`, gunzipSync(readFileSync(path)))
  const api = new core.TessBaseAPI()
  if (api.Init(null, names.join('+'), lstm) !== 0) throw new Error('tesseract takes no model')
  return { api, core }
}

/** As long as `ETEXT_DESC` of tesseract 5, with room to spare, and where its `end_time` lies. */
const monitorBytes = 64
const endTimeAt = 24

/** A monitor that ends a recognition, in milliseconds from now; what was read until then stays. */
export function until(core: Core, milliseconds: number): Monitor {
  const at = core._malloc(monitorBytes)
  for (let byte = 0; byte < monitorBytes; byte += 4) core.setValue(at + byte, 0, 'i32')
  // Its steady clock is this one, in nanoseconds.
  const end = BigInt(Math.round((performance.now() + milliseconds) * 1e6))
  core.setValue(at + endTimeAt, end, 'i64')
  return core.wrapPointer(at, core.ETEXT_DESC)
}
