/** `npm run bench <name>`: one figure of the project, measured beside its peers in the same run. */
const [name = ''] = process.argv.slice(2)
await import(`./${name}.ts`)
