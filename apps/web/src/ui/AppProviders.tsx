import { QueryClientProvider, type QueryClient } from '@tanstack/react-query'
import { App, ConfigProvider } from 'antd'
import enUS from 'antd/es/locale/en_US'
import zhCN from 'antd/es/locale/zh_CN'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useIsDark } from './color-scheme.ts'
import { useReducedMotion } from './reduced-motion.ts'
import { darkTheme, lightTheme, withoutMotion } from './theme.ts'

const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''

/** Theme, language of the UI kit, queries. Pop-ups go into one labelled region, so that axe finds a landmark around them. */
export function AppProviders({ client, children }: { client: QueryClient; children: ReactNode }) {
  const { i18n } = useTranslation()
  const dark = useIsDark()
  const isCalm = useReducedMotion()
  const theme = useMemo(() => {
    const colours = dark ? darkTheme : lightTheme
    return isCalm ? withoutMotion(colours) : colours
  }, [dark, isCalm])
  const isEnglish = i18n.language === 'en'
  dayjs.locale(isEnglish ? 'en' : 'zh-cn')
  return (
    <ConfigProvider
      theme={theme}
      locale={isEnglish ? enUS : zhCN}
      csp={{ nonce }}
      button={{ autoInsertSpace: false }}
      getPopupContainer={() => document.getElementById('popups') ?? document.body}
    >
      <App component={false}>
        <QueryClientProvider client={client}>{children}</QueryClientProvider>
      </App>
      <section id="popups" aria-label={isEnglish ? 'Pop-ups' : '弹出内容'} />
    </ConfigProvider>
  )
}
