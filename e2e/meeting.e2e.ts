import { getMeetingFigures } from '@yingce/contracts/meeting/meeting'
import { createPlan } from '@yingce/contracts/plan/plan'
import { recordRoutes } from '@yingce/contracts/record/record-routes'
import { recordsOf, taskNamed } from './story/records.ts'
import { samplePlan } from './story/sample-plan.ts'
import { joinAs } from './story/person.ts'
import { expect, test } from './story/story.ts'
import { LOCALES } from './story/words.ts'

for (const language of LOCALES) {
  test.describe(`X5 meetings, ${language}`, () => {
    test.use({ language })

    test('a stand-up opens filled in, is written by two at once, makes a task and keeps its figures', async ({
      page,
      owner,
      origin,
      pageOf,
      t,
      check,
    }) => {
      const planId = await samplePlan(owner, language)
      await page.goto(`/plans/${planId}/meetings`)
      await expect(page.getByText(t('meeting:empty'))).toBeVisible()
      await page.getByRole('button', { name: t('meeting:openToday') }).click()
      await page.getByRole('menuitem', { name: t('meeting:open.stand_up') }).click()
      // The sample's spend stands in opening entries, which are of no day: what the channels cost stands in, and is called so.
      await expect(page.getByRole('region', { name: t('meeting:spend') })).toContainText(
        t('meeting:fromChannels'),
      )
      await expect(page.getByRole('textbox', { name: t('fields:meeting.agenda') })).toHaveValue(
        /1\. .+\n2\. /,
      )
      await check('stand-up')

      const other = await pageOf(await joinAs(origin, owner, 'member', '王小满'))
      await other.goto(page.url())
      await other.getByRole('textbox', { name: t('fields:meeting.blocked') }).fill('展架还没到货')
      await page.getByRole('textbox', { name: t('fields:meeting.decisions') }).fill('改用备用展架')
      await expect(page.getByRole('textbox', { name: t('fields:meeting.blocked') })).toHaveValue(
        '展架还没到货',
      )
      await expect(other.getByRole('textbox', { name: t('fields:meeting.decisions') })).toHaveValue(
        '改用备用展架',
      )

      const actions = page.getByRole('region', { name: t('meeting:actions') })
      await actions.getByRole('textbox', { name: t('action:name') }).fill('联系备用展架')
      await actions.getByRole('textbox', { name: t('action:owner') }).fill('王小满')
      await actions.getByRole('button', { name: t('action:make') }).click()
      await expect
        .poll(async () => (await recordsOf(owner, planId, 'task')).map((task) => task.values['name']))
        .toContain('联系备用展架')

      await page.getByRole('button', { name: t('meeting:close') }).click()
      await expect(page.getByText(t('meeting:frozen'))).toBeVisible()
      const [meeting] = await recordsOf(owner, planId, 'meeting')
      // Renamed, it keeps its actions, and the task leads back to it under the new name.
      await owner.call(recordRoutes('meeting').update, {
        params: { planId, recordId: meeting?.id ?? '' },
        body: { version: meeting?.version ?? 0, values: { name: '展架应急会' } },
      })
      await page.reload()
      await expect(page.getByRole('heading', { name: '展架应急会' })).toBeVisible()
      const action = await taskNamed(owner, planId, '联系备用展架')
      await expect(actions.getByRole('link', { name: '联系备用展架' })).toBeVisible()
      await page.goto(`/plans/${planId}/tracker?record=${action.id}`)
      const drawer = page.getByRole('dialog')
      await expect(drawer.getByText(t('fields:task.meetingId'), { exact: true })).toBeVisible()
      await drawer.getByRole('link', { name: '展架应急会' }).click()
      await expect(page).toHaveURL(new RegExp(`meetings\\?record=${meeting?.id ?? ''}`))
      const figures = await owner.call(getMeetingFigures, {
        params: { planId, meetingId: meeting?.id ?? '' },
      })
      expect(figures.isFrozen).toBe(true)
    })

    test('the retrospective of a plan is there by itself, three days after its end, and its maker is told', async ({
      page,
      owner,
      t,
      check,
    }) => {
      const name = `夏茶 ${language}`
      // A Friday: three days on is the Monday.
      const plan = await owner.call(createPlan, {
        body: { name, periodStart: '2030-05-06', periodEnd: '2030-05-31' },
      })
      await expect.poll(async () => (await recordsOf(owner, plan.id, 'meeting')).length).toBe(1)
      await page.goto(`/plans/${plan.id}/meetings`)
      await expect(page.getByRole('button', { name: /2030-06-03 10:00/ })).toBeVisible()
      await expect(page.getByRole('textbox', { name: t('fields:meeting.agenda') })).toHaveValue(/6\. /)
      await check('retrospective')
      await page.goto('/inbox')
      await expect(page.getByRole('link', { name: new RegExp(name) }).first()).toContainText('2030-06-03')
    })

    test('a rhythm that the server would refuse cannot be saved, and says why at its place @chinese-only', async ({
      page,
      owner,
      t,
    }) => {
      const plan = await owner.call(createPlan, { body: { name: `节奏 ${language}` } })
      await page.goto(`/plans/${plan.id}/meetings`)
      await page.getByRole('button', { name: t('meeting:rhythm.button') }).click()
      const dialog = page.getByRole('dialog')
      const save = dialog.getByRole('button', { name: t('meeting:rhythm.save') })
      const minutes = dialog.getByLabel(t('meeting:rhythm.minutes')).first()
      await dialog.getByRole('checkbox', { name: t('meeting:open.stand_up') }).check()
      await expect(save).toBeEnabled()
      await minutes.fill('2')
      await expect(dialog.getByRole('alert')).toHaveText(/5.*480/)
      await expect(save).toBeDisabled()
      await minutes.fill('20')
      await expect(save).toBeEnabled()
      await dialog.getByLabel(t('meeting:rhythm.time')).first().fill('')
      await expect(dialog.getByRole('alert')).toHaveText(t('meeting:rhythm.noTime'))
      await expect(save).toBeDisabled()
    })
  })
}
