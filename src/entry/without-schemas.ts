import type { Plugin } from 'esbuild'
import * as z from 'zod'

const core = /[\\/]src[\\/]core[\\/]/

/**
 * Takes the schemas of flows and contacts out of a bundle. They serve to read what the authors wrote, which is done when the
 * bundle is made; building them anew would be a quarter of a cold start. Whoever uses one all the same is told.
 */
export const withoutSchemas: Plugin = {
  name: 'without-schemas',
  setup(build) {
    build.onResolve({ filter: /^zod$/ }, ({ importer }) =>
      core.test(importer) ? { path: 'zod', namespace: 'without-schemas' } : undefined,
    )
    build.onLoad({ filter: /./, namespace: 'without-schemas' }, () => ({ contents: standIn() }))
  },
}

/** Under every name of zod something that can be called and asked for anything, but reads nothing. */
function standIn() {
  const names = Object.keys(z).map((name) => `none as ${name}`)
  return `
    const refuse = () => { throw new Error('content is read when the bundle is made, not here') }
    const none = new Proxy(() => none, {
      get: (_target, name) => (/parse/i.test(String(name)) ? refuse : none),
    })
    export { ${names.join(', ')} }`
}
