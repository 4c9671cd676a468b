import { createPlan } from '@yingce/contracts/plan/plan'
import { joinAs, PASSWORD, type Person } from './story/person.ts'
import { createRecords, setField, taskNamed } from './story/records.ts'
import { expect, test } from './story/story.ts'
import { choose, expectCell, typeInto, WIDE } from './story/tracker.ts'
import { LOCALES } from './story/words.ts'

async function sharedPlan(owner: Person): Promise<string> {
  const { id } = await owner.call(createPlan, { body: { name: '两个人' } })
  await createRecords(owner, id, 'task', [
    { name: '海报', owner: '许青', remark: '旧备注' },
    { name: '短片' },
  ])
  return id
}

for (const language of LOCALES) {
  test.describe(`two people, ${language}`, () => {
    test.use({ language })

    test(
      'an edit of one appears at the other without a reload, with who is here; different fields both stay',
      { tag: '@chinese-only' },
      async ({ page, owner, origin, pageOf, t }) => {
        const planId = await sharedPlan(owner)
        const planner = await joinAs(origin, owner, 'planner', '周以宁')
        const other = await pageOf(planner)
        for (const each of [page, other]) {
          await each.setViewportSize(WIDE)
          await each.goto(`/plans/${planId}/tracker`)
          await expectCell(each, '海报', t('fields:task.owner'), '许青')
        }
        await expect(page.getByText(t('plan:presence', { list: '周以宁' }))).toBeVisible()
        await typeInto(other, '海报', t('fields:task.remark'), '换成竖版')
        await expectCell(page, '海报', t('fields:task.remark'), '换成竖版')
        await Promise.all([
          typeInto(page, '海报', t('fields:task.solution'), '甲方案'),
          typeInto(other, '海报', t('fields:task.issue'), '缺图'),
        ])
        await expect
          .poll(async () => (await taskNamed(owner, planId, '海报')).values)
          .toMatchObject({ solution: '甲方案', issue: '缺图', remark: '换成竖版' })
        await planner.close()
      },
    )

    test('the same field changed by two gives the second one both values to choose from; the history keeps all', async ({
      page,
      context,
      owner,
      origin,
      check,
      t,
    }) => {
      const planId = await sharedPlan(owner)
      const planner = await joinAs(origin, owner, 'planner', '周以宁')
      await page.setViewportSize(WIDE)
      await page.goto(`/plans/${planId}/tracker`)
      await expectCell(page, '海报', t('fields:task.remark'), '旧备注')
      await context.setOffline(true)
      await setField(planner, planId, await taskNamed(planner, planId, '海报'), 'remark', '她的')
      await typeInto(page, '海报', t('fields:task.remark'), '我的')
      await context.setOffline(false)
      const dialog = page.getByRole('dialog')
      await expect(dialog).toContainText(t('record:conflict.title', { name: '海报' }), { timeout: 20_000 })
      await expect(
        dialog.getByRole('radio', { name: t('record:conflict.current', { value: '她的' }) }),
      ).toBeChecked()
      await check('conflict')
      await page.setViewportSize(WIDE)
      await dialog.getByRole('radio', { name: t('record:conflict.mine', { value: '我的' }) }).check()
      await dialog.getByRole('button', { name: t('record:conflict.ok'), exact: true }).click()
      await expect.poll(async () => (await taskNamed(owner, planId, '海报')).values['remark']).toBe('我的')

      await choose(page, '海报', t('fields:task.remark'))
      await page.getByRole('button', { name: t('record:open') }).click()
      const drawer = page.getByRole('dialog')
      await expect(drawer).toContainText('周以宁')
      await expect(drawer).toContainText('旧备注 → 她的')
      await expect(drawer).toContainText('她的 → 我的')
      await check('history drawer')
      await drawer
        .getByRole('listitem')
        .filter({ hasText: '旧备注 → 她的' })
        .getByRole('button', { name: t('record:history.restore') })
        .last()
        .click()
      await expect.poll(async () => (await taskNamed(owner, planId, '海报')).values['remark']).toBe('旧备注')
      await planner.close()
    })
  })
}

test('an edit made while the server cannot be reached is kept, said, and sent when it can', async ({
  page,
  context,
  owner,
  t,
}) => {
  const planId = await sharedPlan(owner)
  await page.setViewportSize(WIDE)
  await page.goto(`/plans/${planId}/tracker`)
  await expectCell(page, '短片', t('fields:task.name'), '短片')
  await context.setOffline(true)
  await typeInto(page, '短片', t('fields:task.remark'), '离线写的')
  await expectCell(page, '短片', t('fields:task.remark'), '离线写的')
  await expect(page.getByText(t('record:saving', { count: 1 }))).toBeVisible()
  expect((await taskNamed(owner, planId, '短片')).values['remark']).toBeNull()
  await context.setOffline(false)
  await expect
    .poll(async () => (await taskNamed(owner, planId, '短片')).values['remark'], { timeout: 20_000 })
    .toBe('离线写的')
  await expect(page.getByText(t('record:saving', { count: 1 }))).toHaveCount(0)
})

test('an edit made after the session has ended is kept over signing in again, and sent then (drill 15)', async ({
  page,
  context,
  owner,
  t,
}) => {
  const planId = await sharedPlan(owner)
  await page.setViewportSize(WIDE)
  await page.goto(`/plans/${planId}/tracker`)
  await expectCell(page, '短片', t('fields:task.name'), '短片')
  await context.clearCookies()
  await typeInto(page, '短片', t('fields:task.remark'), '登录过期时写的')
  await page.getByLabel(t('identity:email')).fill(owner.email)
  await page.getByLabel(t('identity:password'), { exact: true }).fill(PASSWORD)
  expect((await taskNamed(owner, planId, '短片')).values['remark']).toBeNull()
  await page.getByRole('button', { name: t('identity:signIn.submit') }).click()
  await expect
    .poll(async () => (await taskNamed(owner, planId, '短片')).values['remark'], { timeout: 20_000 })
    .toBe('登录过期时写的')
  await expectCell(page, '短片', t('fields:task.remark'), '登录过期时写的')
})
