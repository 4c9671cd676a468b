import { test as base, expect, type Page } from '@playwright/test'
import { checkPage } from './check-page.ts'
import { neighbourOf, OWNER, ownerOf, WORKSPACE, type Person } from './person.ts'
import { wordsOf, type Locale, type Words } from './words.ts'

interface StoryOptions {
  /** Language of the browser and of the words that the story looks for. */
  language: Locale
}

interface StoryTools {
  /** Of the workspace that the stories of one file and language have to themselves, whatever runs beside or before them. */
  owner: Person
  t: Words
  /** axe, light and dark, wide and narrow. */
  check: (what: string) => Promise<void>
  /** Another person's page (null: somebody not signed in), in the story's language, watched for errors like the first. */
  pageOf: (person: Person | null) => Promise<Page>
}

interface WorkerTools {
  origin: string
  /** Owner of the server's first workspace, who lets the others in. */
  host: Person
  /** By file and language. */
  owners: Map<string, Person>
}

/** A browser without cookies. */
export const NOBODY = { cookies: [], origins: [] }

/** Answers that the pages expect: their line in the console is the browser's, not ours. */
const EXPECTED_STATUS = new Set([401, 403, 404, 409, 410, 413, 415, 422])

/** Notes what a page must not do while a story runs: throw, log an error, meet a fault of the server. */
export function watch(page: Page, faults: string[]): void {
  page.on('pageerror', (error) => faults.push(`threw ${error.message}`))
  page.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'warning') return
    if (/^Failed to load resource/.test(message.text())) return
    faults.push(`${message.type()}: ${message.text()}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 400 && !EXPECTED_STATUS.has(response.status()))
      faults.push(`${response.status()} ${response.request().method()} ${response.url()}`)
  })
}

/** A story: a browser in which the owner of its workspace is signed in, in one language, on the server of all stories. */
export const test = base.extend<StoryOptions & StoryTools & { faults: string[] }, WorkerTools>({
  origin: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures from this pattern
    async ({}, give, info) => {
      await give(info.project.use.baseURL ?? '')
    },
    { scope: 'worker' },
  ],
  host: [
    async ({ origin }, give) => {
      const host = await ownerOf(origin)
      await give(host)
      await host.close()
    },
    { scope: 'worker' },
  ],
  owners: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures from this pattern
    async ({}, give) => {
      const owners = new Map<string, Person>()
      await give(owners)
      for (const owner of owners.values()) await owner.close()
    },
    { scope: 'worker' },
  ],
  owner: async ({ origin, host, owners, language }, give, { file }) => {
    const key = `${file} ${language}`
    const owner =
      owners.get(key) ?? (await neighbourOf(origin, host, { name: OWNER.name, workspace: WORKSPACE }))
    owners.set(key, owner)
    await give(owner)
  },
  language: ['zh-CN', { option: true }],
  locale: async ({ language }, give) => give(language === 'en' ? 'en-US' : 'zh-CN'),
  storageState: async ({ owner }, give) => give(await owner.cookies()),
  t: async ({ language }, give) => give(wordsOf(language)),
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures from this pattern
  faults: async ({}, give) => {
    const faults: string[] = []
    await give(faults)
    expect(faults).toEqual([])
  },
  page: async ({ page, faults }, give) => {
    watch(page, faults)
    await give(page)
  },
  check: async ({ page, language }, give) => give((what) => checkPage(page, what, language !== 'en')),
  pageOf: async ({ browser, language, faults, baseURL, viewport }, give) => {
    const contexts: { close(): Promise<void> }[] = []
    await give(async (person) => {
      const context = await browser.newContext({
        baseURL: baseURL ?? '',
        locale: language === 'en' ? 'en-US' : 'zh-CN',
        timezoneId: 'Asia/Shanghai',
        viewport,
        reducedMotion: 'reduce',
        storageState: person === null ? NOBODY : await person.cookies(),
      })
      contexts.push(context)
      const page = await context.newPage()
      watch(page, faults)
      return page
    })
    for (const context of contexts) await context.close()
  },
})

export { expect } from '@playwright/test'
