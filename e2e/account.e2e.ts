import { createInvitation, revokeInvitation } from '@yingce/contracts/workspace/invitation'
import { createPlan } from '@yingce/contracts/plan/plan'
import { createRecords, taskNamed } from './story/records.ts'
import { neighbourOf, OWNER, PASSWORD, joinAs } from './story/person.ts'
import { samplePlan } from './story/sample-plan.ts'
import { expect, test } from './story/story.ts'
import { choose, expectCell, WIDE } from './story/tracker.ts'
import { LOCALES } from './story/words.ts'

for (const language of LOCALES) {
  test.describe(`account, ${language}`, () => {
    test.use({ language })

    test('a wrong password is told without saying which part was wrong; the right one leads back to the page asked for', async ({
      pageOf,
      owner,
      t,
    }) => {
      const page = await pageOf(null)
      await page.goto('/members')
      await expect(page).toHaveURL(/\/sign-in\?to=/)
      await page.getByLabel(t('identity:email')).fill(owner.email)
      await page.getByLabel(t('identity:password'), { exact: true }).fill('not this one at all')
      await page.getByRole('button', { name: t('identity:signIn.submit') }).click()
      await expect(page.getByRole('alert')).toContainText(t('errors:sign_in_failed.title'))
      await page.getByLabel(t('identity:password'), { exact: true }).fill(PASSWORD)
      await page.keyboard.press('Enter')
      await expect(page).toHaveURL(/\/members$/)
      await page.getByRole('button', { name: t('shell:account', { name: OWNER.name }) }).click()
      await page.getByRole('menuitem', { name: t('shell:signOut') }).click()
      await expect(page.getByRole('heading', { name: t('identity:signIn.title') })).toBeVisible()
      await page.goto('/plans')
      await expect(page).toHaveURL(/\/sign-in/)
    })

    test(
      'a link invites a second person, who joins with the role it names; used up, it says so',
      { tag: '@chinese-only' },
      async ({ page, pageOf, check, t }) => {
        await page.goto('/members')
        await check('members')
        await page.getByRole('button', { name: t('workspace:invite.create') }).click()
        const link = await page.getByRole('textbox', { name: t('workspace:invite.link') }).inputValue()
        expect(link).toMatch(/\/join\/\S{20,}$/)
        await check('members with a fresh link')
        const guest = await pageOf(null)
        await guest.goto(new URL(link).pathname)
        await expect(guest.getByRole('heading', { level: 1 })).toContainText('云岭茶业市场部')
        await guest.getByLabel(t('identity:name'), { exact: true }).fill('周以宁')
        await guest.getByLabel(t('identity:email')).fill(`guest-${Date.now()}@example.com`)
        await guest.getByLabel(t('identity:password'), { exact: true }).fill(PASSWORD)
        await guest.getByRole('button', { name: t('identity:join.submit') }).click()
        await expect(guest).toHaveURL(/\/plans$/)
        await page.reload()
        await expect(page.getByLabel(t('workspace:members.roleOf', { name: '周以宁' })).first()).toBeVisible()
        const late = await pageOf(null)
        await late.goto(new URL(link).pathname)
        await expect(late.getByRole('alert')).toContainText(t('identity:join.voidText'))
      },
    )
  })
}

test('a link that was taken back, or was cut short on its way, is void and leads to the sign-in', async ({
  owner,
  pageOf,
  t,
}) => {
  const { invitation, url } = await owner.call(createInvitation, { body: { role: 'viewer' } })
  await owner.call(revokeInvitation, { params: { invitationId: invitation.id } })
  const page = await pageOf(null)
  for (const path of [new URL(url).pathname, '/join/cut-short']) {
    await page.goto(path)
    await expect(page.getByRole('heading', { name: t('identity:join.voidTitle') })).toBeVisible()
    await expect(page.getByRole('alert')).toHaveText(t('identity:join.voidText'))
  }
  await page.getByRole('link', { name: t('identity:join.signIn') }).click()
  await expect(page.getByRole('heading', { name: t('identity:signIn.title') })).toBeVisible()
})

for (const language of LOCALES) {
  test.describe(`roles, ${language}`, () => {
    test.use({ language })

    test(
      'a viewer sees everything, and is told why nothing can be changed',
      { tag: '@chinese-only' },
      async ({ owner, origin, pageOf, t }) => {
        const planId = await samplePlan(owner, language)
        const viewer = await joinAs(origin, owner, 'viewer', '只看看')
        const page = await pageOf(viewer)
        await page.goto('/plans')
        await expect(page.getByRole('link', { name: t('plan:new') })).toHaveCount(0)
        await page.goto(`/plans/${planId}/tracker`)
        const cell = page.getByRole('gridcell', {
          name: language === 'en' ? 'Launch day' : '新品上市日',
          exact: true,
        })
        await cell.click()
        await page.keyboard.type('x')
        await expect(page.getByText(t('record:lock.role')).first()).toBeVisible()
        await page.keyboard.press('Escape')
        await expect(cell).toBeVisible()
        await page.goto('/imports/new')
        await expect(page.getByText(t('import:notAllowed'))).toBeVisible()
        await page.goto('/members')
        await expect(page.getByText(viewer.session?.user.name ?? '').first()).toBeVisible()
        await expect(page.getByRole('button', { name: t('workspace:invite.create') })).toHaveCount(0)
        await viewer.close()
      },
    )
  })
}

test('a member updates what was done but no decided money; finance changes money only', async ({
  owner,
  origin,
  pageOf,
  t,
}) => {
  const { id: planId } = await owner.call(createPlan, { body: { name: '角色' } })
  await createRecords(owner, planId, 'task', [{ name: '样品寄送', budget: 100_000 }])
  for (const [role, money, done] of [
    ['member', t('record:lock.money_field'), null],
    ['finance', null, t('record:lock.not_money_field')],
  ] as const) {
    const person = await joinAs(origin, owner, role, role)
    const page = await pageOf(person)
    await page.setViewportSize(WIDE)
    await page.goto(`/plans/${planId}/tracker`)
    for (const [field, reason] of [
      ['budget', money],
      ['progress', done],
    ] as const) {
      await choose(page, '样品寄送', t(`fields:task.${field}`))
      await page.keyboard.type('50')
      if (reason === null) {
        await page.keyboard.press('Enter')
        await expectCell(page, '样品寄送', t(`fields:task.${field}`), '50')
      } else {
        await expect(page.getByText(reason).first()).toBeVisible()
        await page.keyboard.press('Escape')
      }
    }
    await person.close()
  }
  await expect
    .poll(async () => (await taskNamed(owner, planId, '样品寄送')).values)
    .toMatchObject({ budget: 5_000, progress: 0.5 })
})

for (const language of LOCALES) {
  test.describe(`elsewhere, ${language}`, () => {
    test.use({ language })

    test(
      'a person of another workspace sees nothing at the address of a plan',
      { tag: '@chinese-only' },
      async ({ owner, origin, pageOf, t }) => {
        const planId = await samplePlan(owner, language)
        const neighbour = await neighbourOf(origin, owner)
        const page = await pageOf(neighbour)
        for (const tab of ['board', 'tracker', 'gantt']) {
          await page.goto(`/plans/${planId}/${tab}`)
          await expect(page.getByRole('heading', { name: t('shell:notFound.title') })).toBeVisible()
        }
        await page.goto('/plans')
        await expect(page.getByText(t('plan:empty'))).toBeVisible()
        await neighbour.close()
      },
    )

    test('settings: a token is shown once and can be revoked; the name of the workspace is changed', async ({
      page,
      check,
      t,
    }) => {
      await page.goto('/settings')
      await check('settings')
      const name = `ci ${language} ${Date.now()}`
      await page.getByLabel(t('workspace:tokens.name'), { exact: true }).fill(name)
      await page.getByRole('button', { name: t('workspace:tokens.create') }).click()
      await expect(page.getByLabel(t('workspace:tokens.secret'), { exact: true })).toHaveValue(/\S{30,}/)
      await check('settings with a token')
      const row = page.getByRole('row').filter({ hasText: name })
      await row.getByRole('button').click()
      await expect(row).toHaveCount(0)
      await page.reload()
      await expect(page.getByLabel(t('workspace:tokens.secret'), { exact: true })).toHaveCount(0)
      const facts = page.getByRole('region', { name: t('workspace:workspace.title'), exact: true })
      await facts.getByRole('button', { name: t('shell:common.save') }).click()
      await expect(facts.getByText(t('workspace:saved'))).toBeVisible()
    })

    test('settings: where at risk begins is settled within its bounds, with a word on what it does', async ({
      page,
      t,
    }) => {
      await page.goto('/settings')
      const policy = page.getByRole('region', { name: t('workspace:policy.title') })
      const pace = policy.getByLabel(t('workspace:policy.pace'))
      await expect(pace).toHaveValue('90')
      await expect(policy.getByText(t('workspace:policy.ceilingNote'))).toBeVisible()
      await pace.fill('45')
      await policy.getByRole('button', { name: t('shell:common.save') }).click()
      await expect(policy.locator('.ant-form-item-explain-error')).toContainText('50')
      await pace.fill('90')
      await policy.getByRole('button', { name: t('shell:common.save') }).click()
      await expect(policy.getByText(t('workspace:saved'))).toBeVisible()
    })
  })
}
