import * as z from 'zod'
import { fileOf } from '../wire/files.ts'
import { method } from './method.ts'

export const getFile = method(z.object({ file_id: z.string() }), ({ files }, { file_id }) =>
  fileOf(files, file_id),
)
