import type { TFunction } from 'i18next'

/** What a row or an overspent level is called: a record by its name, a category by its word. */
export function levelName(
  t: TFunction<'money'>,
  { level, id, name }: { readonly level: string; readonly id: string | null; readonly name: string | null },
): string {
  if (level === 'plan') return t('money:level.plan')
  if (level === 'category' && id !== null) return t(`money:category.${id}`)
  return name ?? t(`money:none.${level}`)
}
