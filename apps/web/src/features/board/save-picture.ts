import { fetchFile, saveBlob } from '../../ui/download-file.ts'
import { svgToPng } from '../../ui/gantt/export/svg-to-png.ts'

/** Fetches a picture drawn by the server (SVG) and saves it as PNG, as SVG where it is too large for one. */
export async function savePicture(url: string): Promise<void> {
  const { blob, name } = await fetchFile(url)
  const png = await svgToPng(await blob.text())
  if (png === null) saveBlob(blob, name)
  else saveBlob(png, name.replace(/\.svg$/, '.png'))
}
