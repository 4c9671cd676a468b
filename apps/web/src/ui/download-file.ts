import type { Problem } from '@yingce/contracts/error'
import { ApiProblem, NetworkFailure } from '../api/errors.ts'

/** Name that the server gave (RFC 5987 form first), so that Chinese names arrive whole. */
function nameFrom(disposition: string | null): string {
  const encoded = disposition?.match(/filename\*=UTF-8''([^;]+)/i)?.[1]
  if (encoded !== undefined) return decodeURIComponent(encoded)
  return disposition?.match(/filename="([^"]+)"/)?.[1] ?? 'yingce'
}

/** Fetches a file with the name that the server gives it; a refusal becomes an error instead of a page of JSON. */
export async function fetchFile(url: string): Promise<{ readonly blob: Blob; readonly name: string }> {
  const response = await fetch(url, { credentials: 'same-origin' }).catch((error: unknown) => {
    throw new NetworkFailure(error)
  })
  if (!response.ok) {
    if (response.headers.get('content-type')?.includes('problem+json'))
      throw new ApiProblem((await response.json()) as Problem)
    throw new NetworkFailure(new Error(`status ${response.status}`))
  }
  return { blob: await response.blob(), name: nameFrom(response.headers.get('content-disposition')) }
}

/** Fetches a file and hands it to the browser. */
export async function downloadFile(url: string): Promise<void> {
  const { blob, name } = await fetchFile(url)
  saveBlob(blob, name)
}

export function saveBlob(blob: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  // The click has started the download; the address is freed a little later for slow disks.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
