import { existsSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { REPOSITORY } from '../repository.ts'
import { type Finding, fine } from './finding.ts'

const NEEDED_MAJOR = 24

/** The Node that runs this is the one that runs the server. */
export function checkNode(version: string = process.versions.node): Finding {
  const title = { zh: 'Node.js', en: 'Node.js' }
  if (Number.parseInt(version, 10) >= NEEDED_MAJOR) return fine('node', title, version, version)
  return {
    check: 'node',
    title,
    state: 'fail',
    message: {
      zh: `${version}，服务器需要 ${NEEDED_MAJOR}`,
      en: `${version}, but the server needs ${NEEDED_MAJOR}`,
    },
    advice: {
      zh: '请用 npx yingce 运行，它会用随包的 Node。',
      en: 'Run it as npx yingce, which uses the Node that comes with the packages.',
    },
  }
}

/** Are the pages built? The first start builds them. */
export function checkPages(root: string = REPOSITORY): Finding {
  const title = { zh: '网页', en: 'Pages' }
  return existsSync(join(root, 'apps/web/dist/index.html'))
    ? fine('pages', title, '已构建', 'built')
    : {
        check: 'pages',
        title,
        state: 'warn',
        message: { zh: '还没有构建', en: 'not built yet' },
        advice: {
          zh: '首次启动会自动构建，需要一两分钟。',
          en: 'The first start builds them, which takes a minute or two.',
        },
      }
}
