import type { LocaleCode } from '@yingce/contracts/common'
import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'

/** One file per feature and language; a language is fetched when it is first used. */
const files = import.meta.glob<Record<string, unknown>>('./locales/*/*.json', { import: 'default' })

const STORAGE_KEY = 'yingce.locale'

export function storedLocale(): LocaleCode {
  const stored = localStorage.getItem(STORAGE_KEY)
  if (stored === 'zh-CN' || stored === 'en') return stored
  return navigator.language.toLowerCase().startsWith('zh')
    ? 'zh-CN'
    : navigator.language.toLowerCase().startsWith('en')
      ? 'en'
      : 'zh-CN'
}

async function loadLanguage(locale: LocaleCode): Promise<void> {
  const own = Object.entries(files).filter(([path]) => path.startsWith(`./locales/${locale}/`))
  await Promise.all(
    own.map(async ([path, load]) => {
      const feature = path.slice(path.lastIndexOf('/') + 1, -'.json'.length)
      if (!i18next.hasResourceBundle(locale, feature))
        i18next.addResourceBundle(locale, feature, await load())
    }),
  )
}

/** Starts the translations in the stored language; to be awaited before the first render. */
export async function startTranslations(): Promise<void> {
  const locale = storedLocale()
  await i18next.use(initReactI18next).init({
    lng: locale,
    fallbackLng: false,
    resources: {},
    defaultNS: 'shell',
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  await setLocale(locale)
}

/** Switches the language at once and remembers it on this device. */
export async function setLocale(locale: LocaleCode): Promise<void> {
  await loadLanguage(locale)
  await i18next.changeLanguage(locale)
  localStorage.setItem(STORAGE_KEY, locale)
  document.documentElement.lang = locale
}

export function currentLocale(): LocaleCode {
  return i18next.language === 'en' ? 'en' : 'zh-CN'
}
