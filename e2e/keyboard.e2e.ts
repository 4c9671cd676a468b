import type { Page } from '@playwright/test'
import { samplePlan } from './story/sample-plan.ts'
import { expect, test } from './story/story.ts'
import { wordsOf } from './story/words.ts'

const t = wordsOf('zh-CN')
const TABS = [
  'board',
  'targets',
  'budget',
  'tracker',
  'gantt',
  'data',
  'risks',
  'execution',
  'review',
] as const

/** Presses Tab until the element of this role and name has the focus; fails after the round is over. */
async function tabTo(page: Page, role: 'link' | 'button', name: string): Promise<void> {
  const target = page.getByRole(role, { name, exact: true }).first()
  await expect(target).toBeVisible()
  for (let press = 0; press < 60; press += 1) {
    if (await target.evaluate((el) => el === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not reach ${name}`)
}

test('every page of the rail is reached and opened with Tab and Enter, and the focus can be seen', async ({
  page,
}) => {
  await page.goto('/plans')
  for (const [name, heading] of [
    [t('shell:nav.data'), t('data:title')],
    [t('shell:nav.templates'), t('plan:templates.title')],
    [t('shell:nav.members'), t('workspace:members.title')],
    [t('shell:nav.settings'), t('workspace:settings.title')],
    [t('shell:nav.plans'), t('plan:title')],
  ] as const) {
    await tabTo(page, 'link', name)
    const outline = await page.evaluate(
      () => getComputedStyle(document.activeElement ?? document.body).outlineWidth,
    )
    expect(Number.parseFloat(outline), name).toBeGreaterThanOrEqual(2)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible()
  }
})

test('every tab of a plan is reached and opened with Tab and Enter', async ({ page, owner }) => {
  await page.goto(`/plans/${await samplePlan(owner)}/review`)
  for (const tab of TABS) {
    await tabTo(page, 'link', t(`plan:tabs.${tab}`))
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(new RegExp(`/${tab}`))
    await expect(page.getByRole('link', { name: t(`plan:tabs.${tab}`), exact: true })).toHaveAttribute(
      'aria-current',
      'page',
    )
    // From inside a grid, Escape gives Tab back.
    await page.keyboard.press('Escape')
  }
})

test('a closed dialog or panel gives the keyboard back to the button that opened it', async ({
  page,
  owner,
}) => {
  const plan = `/plans/${await samplePlan(owner)}`
  for (const [path, button] of [
    [`${plan}/meetings`, t('meeting:rhythm.button')],
    [`${plan}/alerts`, t('alert:newRule')],
    ['/data/assignment', t('data:assign.new')],
    ['/data/forms', t('data:forms.new')],
  ] as const) {
    await page.goto(path)
    await page.getByRole('button', { name: button, exact: true }).first().click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(page.getByRole('button', { name: button, exact: true }).first()).toBeFocused()
  }
})

test('the first Tab offers to skip to the content', async ({ page }) => {
  await page.goto('/plans')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: t('shell:skip') })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
})

test('the account menu opens by keyboard, changes language and colours, and both are kept', async ({
  page,
  owner,
}) => {
  await page.goto('/plans')
  const name = t('shell:account', { name: owner.session?.user.name ?? '' })
  await tabTo(page, 'button', name)
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'English' }).press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: wordsOf('en')('plan:title') })).toBeVisible()
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
})
