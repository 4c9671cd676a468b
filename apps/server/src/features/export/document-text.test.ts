import { createSamplePlan } from '@yingce/contracts/plan/plan'
import { getDocumentSections, writeDocumentSection } from '@yingce/contracts/export/document-text'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Person, startTestServer, type TestServer } from '../../testing/test-server.ts'

let server: TestServer
let owner: Person
beforeAll(async () => {
  server = await startTestServer({ clock: () => new Date('2025-06-12T02:00:00Z') })
  owner = await server.setUp()
})
afterAll(() => server.close())

const sample = async () => (await owner.call(createSamplePlan, { body: { locale: 'zh-CN' } })).body.id

describe('R2: sentences of a document that a person writes', () => {
  test('stand in the place of the generated ones for that week, and are taken back by the version that was seen', async () => {
    const planId = await sample()
    const params = { planId, document: 'weekly' as const }
    const read = async (day?: string) =>
      (await owner.call(getDocumentSections, { params, query: day === undefined ? {} : { day } })).body
    const place = (await read()).sections.findIndex(({ generated }) => generated !== '')
    const first = (await read()).sections[place]
    expect(first).toMatchObject({ written: null, version: 0, generated: expect.stringMatching(/.{10}/) })
    const write = (text: string | null, version: number) =>
      owner.call(writeDocumentSection, {
        params: { ...params, section: first!.id },
        body: { locale: 'zh-CN', text, version },
      })
    const { body } = await write('只看素材。', 0)
    expect(body.sections[place]).toMatchObject({
      written: '只看素材。',
      version: 1,
      by: '所有者',
      generated: first!.generated,
    })
    expect((await write('别的', 0)).status).toBe(409)
    expect((await read('2025-06-04')).sections[place]?.written).toBeNull()
    expect((await write(null, 1)).body.sections[place]).toMatchObject({ written: null, version: 0 })
  })

  test('belong to whoever may see the plan, and are not a viewer’s to write', async () => {
    const planId = await sample()
    const params = { planId, document: 'retrospective' as const }
    const viewer = await server.join(owner, 'viewer')
    expect((await viewer.call(getDocumentSections, { params, query: {} })).status).toBe(200)
    const refused = await viewer.call(writeDocumentSection, {
      params: { ...params, section: 'goals' },
      body: { locale: 'zh-CN', text: 'x', version: 0 },
    })
    expect(refused.status).toBe(403)
    const neighbour = await server.neighbour(owner)
    expect((await neighbour.call(getDocumentSections, { params, query: {} })).status).toBe(404)
  })
})
