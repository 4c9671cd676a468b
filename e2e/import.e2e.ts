import { getImport } from '@yingce/contracts/import/import'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gbk, lockedWorkbook } from './fixtures/bad-files.ts'
import { teamWorkbook, yearlessWorkbook } from './fixtures/team-workbook.ts'
import { giveData, giveFile } from './story/give-file.ts'
import { recordsOf, setField, taskNamed } from './story/records.ts'
import { expect, test } from './story/story.ts'
import { LOCALES } from './story/words.ts'

for (const language of LOCALES) {
  test.describe(`C1 import, ${language}`, () => {
    test.use({ language })

    test('a team workbook is previewed, imported, shown with computed figures, and taken back days later except what was changed', async ({
      page,
      owner,
      t,
      check,
    }) => {
      await page.goto('/imports/new')
      await check('choose a file')
      await giveFile(page, t, '春茶上市推广.xlsx', await teamWorkbook())
      await expect(page.getByRole('heading', { level: 1, name: '春茶上市推广.xlsx' })).toBeVisible()
      for (const [sheet, kind, count] of [
        ['主跟踪表', 'tracker', 5],
        ['阶段执行明细表', 'execution-detail', 2],
        ['推广效果分析表', 'effect-analysis', 3],
      ] as const)
        await expect(page.getByRole('button', { name: sheet, pressed: sheet === '主跟踪表' })).toContainText(
          t('import:takenFor', { kind: t(`import:kind.${kind}`), count }),
        )
      const tracker = page.getByRole('button', { name: '主跟踪表' })
      await expect(tracker).toContainText('186,000')
      await expect(tracker).toContainText('121,500')
      await expect(page.getByLabel(t('import:mapping.headerRow'))).toHaveValue('2')
      const problems = page.getByRole('region', { name: t('import:problems.title') }).first()
      await expect(problems).toContainText('主跟踪表 F7')
      await expect(problems).toContainText('五月下旬再定')
      await check('import preview')

      const remark = page.getByLabel(t('import:mapping.fieldOf', { header: '备注' }))
      await remark.fill(t('import:mapping.skip'))
      await page.keyboard.press('Enter')
      await expect(page.getByRole('row').filter({ has: remark })).toContainText(t('import:mapping.skipped'))

      await page.getByRole('button', { name: '推广效果分析表' }).click()
      await expect(page.getByText(t('board:effect.return.roas', { matches: 3, rows: 3 }))).toBeVisible()
      await page.getByLabel(t('import:planName')).fill(`春茶 ${language}`)
      await page.getByRole('button', { name: t('import:confirm') }).click()
      await expect(
        page.getByRole('heading', { name: t('import:result.done', { name: '春茶上市推广.xlsx' }) }),
      ).toBeVisible()
      await check('import done')
      const importId = page.url().split('/').at(-1) ?? ''
      await page.getByRole('button', { name: t('import:result.open') }).click()

      await expect(page.getByRole('heading', { level: 1, name: `春茶 ${language}` })).toBeVisible()
      await expect(page.getByText(t('board:progress.formula.byCount', { formula: '3 ÷ 5' }))).toBeVisible()
      await expect(page.getByText('121,500').first()).toBeVisible()
      await expect(page.getByText('3.10', { exact: true }).first()).toBeVisible()
      await check('board of the import')

      const { planId } = await owner.call(getImport, { params: { importId } })
      const plan = planId ?? ''
      const changed = await taskNamed(owner, plan, '会员日短信')
      expect(changed.unread).toEqual({ plannedEnd: '五月下旬再定' })
      await setField(owner, plan, changed, 'spent', 123_400)

      await page.goto('/imports')
      const row = page
        .getByRole('row')
        .filter({ hasText: `春茶 ${language}` })
        .filter({ hasText: t('import:state.confirmed') })
      const undo = row.getByRole('button', { name: t('import:result.undo') })
      await undo.first().click()
      const dialog = page.getByRole('dialog')
      await expect(dialog).toContainText(t('import:undo.changed', { count: 1 }))
      await expect(dialog).toContainText('1,234')
      await check('undo dialog')
      await dialog.getByRole('button', { name: t('import:undo.ok'), exact: true }).click()
      await expect(dialog).toBeHidden()
      const left = await recordsOf(owner, plan, 'task')
      expect(left.map((task) => task.values['name'])).toEqual(['会员日短信'])
      await page.goto(`/imports/${importId}`)
      await expect(
        page.getByRole('heading', { name: t('import:result.undone', { name: '春茶上市推广.xlsx' }) }),
      ).toBeVisible()
    })

    test(
      'the year that is missing everywhere is asked for once',
      { tag: '@chinese-only' },
      async ({ page, t, check }) => {
        await page.goto('/imports/new')
        await giveFile(page, t, '社群试饮.xlsx', await yearlessWorkbook())
        await expect(page.getByRole('heading', { name: t('import:question.year.title') })).toBeVisible()
        await expect(page.getByRole('button', { name: t('import:confirm') })).toBeDisabled()
        await check('import question')
        await page.getByRole('spinbutton', { name: t('import:question.year.label') }).fill('2024')
        await page.keyboard.press('Enter')
        await expect(page.getByRole('cell', { name: '2024-07-10', exact: true })).toBeVisible()
        await expect(page.getByRole('heading', { name: t('import:question.year.title') })).toHaveCount(0)
        await expect(page.getByRole('button', { name: t('import:confirm') })).toBeEnabled()
      },
    )

    test('files that cannot be read say why and what helps, and leave nothing behind', async ({
      page,
      t,
      check,
    }) => {
      await page.goto('/imports/new')
      for (const [name, buffer, code] of [
        ['加密.xlsx', await lockedWorkbook(), 'file_password_protected'],
        ['坏了.xlsx', (await teamWorkbook()).subarray(0, 900), 'file_broken'],
        ['空.xlsx', Buffer.alloc(0), 'file_empty'],
        ['照片.xlsx', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'file_unsupported'],
      ] as const) {
        await giveFile(page, t, name, buffer)
        await expect(page.getByRole('alert'), name).toContainText(t(`errors:${code}.title`))
        await expect(page.getByRole('alert'), name).toContainText(t(`errors:${code}.advice`))
      }
      await check('file refused')
      await page.goto('/imports')
      await expect(page.getByRole('link', { name: '加密.xlsx' })).toHaveCount(0)
    })

    test('a file without column names says that it is left out and what helps', async ({
      page,
      t,
      check,
    }) => {
      await page.goto('/data')
      const rows = Buffer.from('1,春茶,新客,300.5\n2,春茶,老客,120\n')
      await giveData(page, t, [{ name: '没有表头.csv', buffer: rows }])
      await expect(page.getByText(t('import:notTaken.unknown'))).toBeVisible()
      await expect(page.getByRole('button', { name: t('import:confirm') })).toBeDisabled()
      await check('table not recognised')
    })

    test(
      'a CSV from Chinese Windows is read, and its encoding can be changed',
      { tag: '@chinese-only' },
      async ({ page, t }) => {
        await page.goto('/imports/new')
        await giveFile(
          page,
          t,
          '任务.csv',
          gbk('任务名称,负责人,开始时间,截止时间,状态\r\n试饮装打样,许青,2024-04-01,2024-04-05,已完成\r\n'),
        )
        await expect(page.getByRole('cell', { name: '试饮装打样' }).last()).toBeVisible()
        await page.getByLabel(t('import:target.encoding')).click()
        await page.getByTitle('WINDOWS-1252', { exact: true }).click()
        await expect(page.getByRole('cell', { name: '试饮装打样' })).toHaveCount(0)
      },
    )
  })
}

const folder = join(import.meta.dirname, '../../shared/data/trackers')
test.describe('given workbooks', () => {
  for (const name of ['推广计划执行跟踪表', '推广目标与甘特图', '活动执行计划表', '营销策略支持模板']) {
    test(`${name}.xlsx comes in without a manual fix`, async ({ page, t }) => {
      const path = join(folder, `${name}.xlsx`)
      test.skip(!existsSync(path), `${path} is not on this machine`)
      await page.goto('/imports/new')
      await giveFile(page, t, `${name}.xlsx`, readFileSync(path))
      await expect(page.getByRole('heading', { level: 1, name: `${name}.xlsx` })).toBeVisible()
      if (name === '推广计划执行跟踪表')
        for (const sum of ['345,000', '268,000'])
          await expect(page.getByRole('button', { name: '主跟踪表' })).toContainText(sum)
      const confirm = page.getByRole('button', { name: t('import:confirm') })
      if (await confirm.isDisabled()) {
        await page.getByRole('spinbutton', { name: t('import:question.year.label') }).fill('2024')
        await page.keyboard.press('Enter')
      }
      await confirm.click()
      await expect(page.getByRole('button', { name: t('import:result.open') })).toBeVisible()
    })
  }
})
