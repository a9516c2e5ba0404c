import type { Browser } from 'playwright-core'
import { expect, onTestFinished } from 'vitest'
import { type SimulatorOptions, startSimulator } from '../../src/simulator/start.ts'

/** The page with one phone, until the test is over. Nothing may be wrong in its console. */
export async function openPage(
  browser: Browser,
  viewport = { width: 1280, height: 800 },
  options: SimulatorOptions = {},
) {
  const telegram = await startSimulator({ page: true, limits: false, ...options })
  const person = telegram.person({ name: 'Ola' })
  const page = await browser.newPage({ viewport })
  const faults: string[] = []
  page.on('console', (line) => {
    // What the simulator refuses, the person is told.
    const isRefusal = /status of 400/.test(line.text())
    if (line.type() === 'error' && !isRefusal) faults.push(line.text())
  })
  page.on('pageerror', ({ message }) => faults.push(message))
  onTestFinished(async () => {
    await page.close()
    await telegram.stop()
    expect(faults).toEqual([])
  })
  await page.goto(telegram.url)
  const phone = page.getByTestId('phone')
  await phone.waitFor()
  const sideways = async (element: string) => {
    const wider = `(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)`
    return Number(
      await page.evaluate(`${wider}(document.querySelector(${JSON.stringify(element)}))`),
    )
  }
  return { telegram, person, page, phone, sideways }
}
