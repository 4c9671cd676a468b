import i18next from 'i18next'
import { beforeAll, describe, expect, test } from 'vitest'
import { ApiProblem } from '../api/errors.ts'
import zh from '../locales/zh-CN/errors.json'
import { problemText } from './problem-text.ts'

beforeAll(() =>
  i18next.init({
    lng: 'zh-CN',
    resources: { 'zh-CN': { errors: zh } },
    interpolation: { escapeValue: false },
  }),
)

const refused = (...paths: string[]) =>
  new ApiProblem({
    type: 'about:blank',
    title: 'Invalid request',
    status: 400,
    code: 'invalid_request',
    requestId: 'r1',
    params: {},
    issues: paths.map((path) => ({
      path,
      code: 'invalid_format',
      message: 'said by the server',
      params: { format: 'uuid' },
    })),
  })

describe('what happened and what to do', () => {
  test('an address whose id is none leads nowhere: whoever opened it filled nothing in', () => {
    expect(problemText(refused('params.planId'))).toEqual({
      title: '没有找到。',
      advice: '它可能已被删除，或地址有误。',
      requestId: 'r1',
    })
  })

  test('a wrong entry is said as one, also beside an address', () => {
    for (const paths of [['body.planId'], ['params.planId', 'body.planId']])
      expect(problemText(refused(...paths)).title).toBe('有内容填得不对。')
  })
})
