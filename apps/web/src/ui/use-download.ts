import { App } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { downloadFile } from './download-file.ts'
import { problemText } from './problem-text.ts'

/** Fetches a file that the server takes seconds to make, and says meanwhile which one. */
export function useDownload(): {
  readonly isBusy: boolean
  readonly take: (name: string, url: string) => void
} {
  const { t } = useTranslation('shell')
  const [isBusy, setBusy] = useState(false)
  const { message } = App.useApp()
  const download = async (name: string, url: string) => {
    const key = `download ${url}`
    setBusy(true)
    void message.open({ key, type: 'loading', content: t('download.making', { name }), duration: 0 })
    try {
      await downloadFile(url)
      void message.open({ key, type: 'success', content: t('download.made', { name }) })
    } catch (error) {
      const { title, advice } = problemText(error)
      void message.open({ key, type: 'error', content: `${title} ${advice}`, duration: 6 })
    } finally {
      setBusy(false)
    }
  }
  return { isBusy, take: (name, url) => void download(name, url) }
}
