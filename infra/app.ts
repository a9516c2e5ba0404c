import { join } from 'node:path'
import { App, Validations } from 'aws-cdk-lib'
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag'
import { createStack } from './stack.ts'
import { readWishes } from './wishes.ts'

/** The whole account of one stage; `npm run deploy` says the wishes, and synthesis needs no network for any of them. */
const app = new App()
const wishes = readWishes((name) => app.node.tryGetContext(name))
createStack(app, { ...wishes, code: wishes.code ?? join(import.meta.dirname, '../dist') })
Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app))
app.synth()
