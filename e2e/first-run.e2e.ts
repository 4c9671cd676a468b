import { getSetup } from '@yingce/contracts/identity/session'
import { OWNER, Person, WORKSPACE } from './story/person.ts'
import { NOBODY, test as story, expect } from './story/story.ts'
import { LOCALES, wordsOf } from './story/words.ts'

/** On the empty server: these stories come before all others, in this order. */
const test = story.extend({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures from this pattern
  storageState: async ({}, give) => give(NOBODY),
})
test.describe.configure({ mode: 'serial' })

test.beforeAll(async ({ origin }) => {
  const stranger = await Person.stranger(origin)
  const { isSetupNeeded } = await stranger.call(getSetup)
  await stranger.close()
  test.skip(!isSetupNeeded, 'this server has its owner already')
})

for (const language of LOCALES) {
  test.describe(language, () => {
    test.use({ language })

    test('whoever comes first is led to the set-up, and each empty field says what it needs', async ({
      page,
      t,
      check,
    }) => {
      await page.goto('/')
      await expect(page).toHaveURL(/\/setup$/)
      await expect(page.getByRole('heading', { name: t('identity:setup.title') })).toBeVisible()
      await expect(page.locator('html')).toHaveAttribute('lang', language)
      await check('set-up')
      await page.getByLabel(t('identity:password'), { exact: true }).fill('short')
      await page.getByLabel(t('identity:email')).fill('nobody')
      await page.getByRole('button', { name: t('identity:setup.submit') }).click()
      for (const field of ['workspaceName', 'name', 'email', 'password'])
        await expect(page.getByText(t(`identity:need.${field}`))).toBeVisible()
      await check('set-up with errors')
    })
  })
}

test('the language of the page can be changed before there is an account, and stays changed', async ({
  page,
  t,
}) => {
  await page.goto('/setup')
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByRole('heading', { name: wordsOf('en')('identity:setup.title') })).toBeVisible()
  await page.reload()
  await page.getByRole('button', { name: '中文' }).click()
  await expect(page.getByRole('heading', { name: t('identity:setup.title') })).toBeVisible()
})

test('the owner account is created, and three ways to begin are offered; the set-up is closed then', async ({
  page,
  t,
  check,
}) => {
  await page.goto('/')
  await page.getByLabel(t('identity:workspaceName')).fill(WORKSPACE)
  await page.getByLabel(t('identity:name'), { exact: true }).fill(OWNER.name)
  await page.getByLabel(t('identity:email')).fill(OWNER.email)
  await page.getByLabel(t('identity:password'), { exact: true }).fill(OWNER.password)
  await page.getByRole('button', { name: t('identity:setup.submit') }).click()
  await expect(page).toHaveURL(/\/start$/)
  for (const way of ['import', 'template'])
    await expect(page.getByRole('link', { name: t(`start:${way}.title`) })).toBeVisible()
  await expect(page.getByRole('button', { name: t('start:sample.title') })).toBeVisible()
  await check('start')
  await page.goto('/plans')
  await expect(page.getByText(t('plan:empty'))).toBeVisible()
  await check('no plans')
  await page.goto('/setup')
  await expect(page).toHaveURL(/\/plans$/)
})
