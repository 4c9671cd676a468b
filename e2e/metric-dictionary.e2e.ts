import { expect, test } from './story/story.ts'
import { LOCALES } from './story/words.ts'

for (const language of LOCALES) {
  test.describe(`M2 metric dictionary, ${language}`, () => {
    test.use({ language })

    test('is searched, takes a metric whose formula is checked while typed, and keeps its versions', async ({
      page,
      t,
      check,
    }) => {
      const name = language === 'en' ? 'Likes per read' : '阅读点赞率'
      const key = `likes_${language === 'en' ? 'en' : 'zh'}`
      await page.goto('/data/metrics')
      await page.getByRole('searchbox', { name: t('metrics:search') }).fill('ctr')
      await expect(page.getByRole('row').filter({ hasText: 'clicks ÷ impressions' })).toBeVisible()
      await check('dictionary')
      await page.getByRole('searchbox', { name: t('metrics:search') }).fill('')

      await page.getByRole('button', { name: t('metrics:add') }).click()
      const form = page.getByRole('dialog')
      const field = (label: string) =>
        form.getByRole('textbox', { name: `* ${t(`metrics:field.${label}`)}`, exact: true })
      await field('key').fill(key)
      await field('zh').fill(language === 'en' ? 'Likes zh' : name)
      await field('en').fill(language === 'en' ? name : 'Likes')
      await field('definitionZh').fill('点赞 ÷ 阅读')
      await field('definitionEn').fill('Share of reads with a like')
      await field('formula').fill('likes / raeds')
      await expect(form.getByRole('status')).toContainText(
        t('metrics:issue.unknown_metric', { names: 'raeds' }),
      )
      await expect(form.getByRole('status')).toContainText(t('metrics:column', { column: 9 }).trim())
      await check('formula')
      await field('formula').fill('likes / reads')
      await expect(form.getByRole('status')).toContainText(t('metrics:sound.ratio'))
      await form.getByRole('button', { name: t('shell:common.save') }).click()

      const row = page.getByRole('row').filter({ hasText: name })
      await expect(row).toContainText('likes / reads')
      await row.getByRole('button', { name: t('metrics:editOf', { name }) }).click()
      await field('formula').fill('(likes + saves) / reads')
      await form.getByRole('button', { name: t('shell:common.save') }).click()
      await row.getByRole('button', { name: t('metrics:version', { version: 2 }) }).click()
      await expect(page.getByRole('dialog').getByText('likes / reads', { exact: true })).toBeVisible()
      await expect(page.getByRole('dialog').getByText('(likes + saves) / reads')).toBeVisible()
    })
  })
}
