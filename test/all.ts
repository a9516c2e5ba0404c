import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { installBrowser } from './browser.ts'

/** `npm test`: everything that must hold before a change may land, closing with one line of figures. */
const figures = join(tmpdir(), `before-you-go-${process.pid}.json`)

const checks: [name: string, command: string, ...args: string[]][] = [
  ['lint and format', 'biome', 'check', '.'],
  ['types', 'tsc', '--noEmit'],
  ['types of the page', 'tsc', '--noEmit', '-p', 'src/simulator/page'],
  ['review of the content', 'node', 'src/entry/review.ts'],
]

installBrowser()
const failed = checks.filter(([name, command, ...args]) => {
  console.log(`\n# ${name}`)
  return spawnSync(command, args, { stdio: 'inherit' }).status !== 0
})
console.log('\n# tests')
const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${figures}`]
const tests = spawnSync('vitest', ['run', ...reporters], { stdio: 'inherit' })
const { passed, broken } = readFigures(tests.status === 0)

console.log(`\n${passed + checks.length - failed.length} passed, ${broken + failed.length} failed`)
process.exitCode = broken + failed.length > 0 ? 1 : 0

/** A run that broke off before it could count is one failure. */
function readFigures(succeeded: boolean) {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(figures, 'utf8'))
    return { passed: Number(numPassedTests), broken: Number(numFailedTests) || Number(!succeeded) }
  } catch {
    return { passed: 0, broken: 1 }
  }
}
