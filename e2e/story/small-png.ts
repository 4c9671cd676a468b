import { deflateSync, crc32 } from 'node:zlib'
import type { Page } from '@playwright/test'

/** Colours of a palette picture. */
const COLORS = 256

/** A screenshot as a picture of 256 colours: flat surfaces and type need no more, and it is half as large. */
export async function smallPng(page: Page): Promise<Buffer> {
  const full = (await page.screenshot({ animations: 'disabled' })).toString('base64')
  const blank = await page.context().newPage()
  const { width, height, pixels } = await blank.evaluate(async (data) => {
    const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0))
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const canvas = new OffscreenCanvas(image.width, image.height)
    const context = canvas.getContext('2d')
    if (context === null) throw new Error('no canvas')
    context.drawImage(image, 0, 0)
    const { data: rgba } = context.getImageData(0, 0, image.width, image.height)
    let text = ''
    for (let at = 0; at < rgba.length; at += 30_000)
      text += String.fromCharCode(...rgba.subarray(at, at + 30_000))
    return { width: image.width, height: image.height, pixels: btoa(text) }
  }, full)
  await blank.close()
  return paletteImage(width, height, Buffer.from(pixels, 'base64'))
}

function paletteImage(width: number, height: number, rgba: Buffer): Buffer {
  const counts = new Map<number, number>()
  for (let at = 0; at < rgba.length; at += 4) {
    const color = rgba.readUIntBE(at, 3)
    counts.set(color, (counts.get(color) ?? 0) + 1)
  }
  const palette = paletteOf(counts)
  const nearest = new Map<number, number>(palette.map((color, index) => [color, index]))
  const lines = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const color = rgba.readUIntBE((y * width + x) * 4, 3)
      let index = nearest.get(color)
      if (index === undefined) nearest.set(color, (index = closest(palette, color)))
      lines[y * (width + 1) + 1 + x] = index
    }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 3, 0, 0, 0], 8)
  const colors = Buffer.alloc(palette.length * 3)
  for (const [index, color] of palette.entries()) colors.writeUIntBE(color, index * 3, 3)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', colors),
    chunk('IDAT', deflateSync(lines, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** Half the palette for what is common, half for what is farthest from it: a small warning keeps its colour. */
function paletteOf(counts: ReadonlyMap<number, number>): number[] {
  const common = [...counts].sort((a, b) => b[1] - a[1]).map(([color]) => color)
  const palette = common.slice(0, COLORS / 2)
  const rest = common.slice(COLORS / 2).map((color) => ({
    color,
    away: distance(color, palette[closest(palette, color)] ?? 0),
  }))
  while (palette.length < COLORS && rest.length > 0) {
    const farthest = rest.reduce((far, each) => (each.away > far.away ? each : far))
    if (farthest.away === 0) break
    palette.push(farthest.color)
    for (const each of rest) each.away = Math.min(each.away, distance(each.color, farthest.color))
  }
  return palette
}

function distance(one: number, other: number): number {
  const red = (one >> 16) - (other >> 16)
  const green = ((one >> 8) & 255) - ((other >> 8) & 255)
  const blue = (one & 255) - (other & 255)
  return red * red + green * green + blue * blue
}

function closest(palette: readonly number[], color: number): number {
  let best = 0
  let least = Infinity
  for (const [index, other] of palette.entries()) {
    const away = distance(color, other)
    if (away < least) [least, best] = [away, index]
  }
  return best
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}
