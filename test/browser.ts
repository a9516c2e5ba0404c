import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const places = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** Where this machine keeps a Chromium. */
export function browserPath(): string | undefined {
  return [process.env.CHROMIUM_PATH, ...places].find((path) => path && existsSync(path))
}

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A browser that looks at nothing but our pages. */
export async function launchBrowser() {
  const { chromium } = await import('playwright-core')
  const executablePath = browserPath()
  if (!executablePath) throw new Error('there is no Chromium; set CHROMIUM_PATH')
  return chromium.launch({ executablePath, args: quiet })
}

/** Debian's Chromium comes with apt; elsewhere the person's own Chrome serves. */
export function installBrowser() {
  if (browserPath() || !existsSync('/usr/bin/apt-get')) return
  const packages = ['chromium', 'fonts-noto-color-emoji', 'fonts-dejavu']
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  spawnSync('apt-get', ['update'], { stdio: 'inherit', env })
  const install = ['install', '-y', '--no-install-recommends', ...packages]
  spawnSync('apt-get', install, { stdio: 'inherit', env })
}
