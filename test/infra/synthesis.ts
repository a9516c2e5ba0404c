import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as z from 'zod'

const Template = z.object({
  Resources: z.record(
    z.string(),
    z.object({
      Type: z.string(),
      Properties: z.looseObject({}).default({}),
      DeletionPolicy: z.string().optional(),
    }),
  ),
})
export type Resource = z.infer<typeof Template>['Resources'][string] & { id: string }

/** The stack as CloudFormation would get it, by what the operator wished. Fails where cdk-nag finds something. */
export function synthesize(wishes: Record<string, string>) {
  const folder = mkdtempSync(join(tmpdir(), 'synthesis-'))
  // Nothing of an account: no credentials, no region, no home.
  const { PATH = '' } = process.env
  const env = { PATH, CDK_OUTDIR: folder, CDK_CONTEXT_JSON: JSON.stringify(wishes) }
  const { status, stderr } = spawnSync(process.execPath, ['infra/app.ts'], {
    env,
    encoding: 'utf8',
  })
  const name = `before-you-go-${wishes.stage}`
  if (status !== 0) return { status, stderr, text: '', resources: [] }
  const text = readFileSync(join(folder, `${name}.template.json`), 'utf8')
  rmSync(folder, { recursive: true })
  const { Resources } = Template.parse(JSON.parse(text))
  const resources = Object.entries(Resources).map(([id, resource]) => ({ id, ...resource }))
  return { status, stderr, text, resources }
}

export type Synthesis = ReturnType<typeof synthesize>

export function only({ resources }: Synthesis, type: string): Resource {
  const [found, ...others] = all(resources, type)
  if (!found || others.length > 0) throw new Error(`there is not one ${type}`)
  return found
}

export function all(resources: Resource[], type: string): Resource[] {
  return resources.filter(({ Type }) => Type === `AWS::${type}`)
}
