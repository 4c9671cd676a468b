// The rules of the house that no ready-made lint rule sees, as an oxlint plugin.
// Plain JavaScript, because oxlint may be started by Node 20.
import { importViolation } from './import-rules.mjs'
import { roomOf } from './room-of.mjs'

/** @typedef {any} Node -- oxlint passes ESTree nodes without types */

const imports = {
  /** @param {Node} context */
  create(context) {
    /**
     * @param {Node} node
     * @param {Node} source
     */
    const check = (node, source) => {
      if (source?.type !== 'Literal' || typeof source.value !== 'string') return
      const violation = importViolation(context.filename, source.value)
      if (violation !== null) context.report({ node, message: violation })
    }
    return {
      ImportDeclaration: (/** @type {Node} */ node) => check(node, node.source),
      ExportNamedDeclaration: (/** @type {Node} */ node) => check(node, node.source),
      ExportAllDeclaration: (/** @type {Node} */ node) => check(node, node.source),
      ImportExpression: (/** @type {Node} */ node) => check(node, node.source),
      TSImportType: (/** @type {Node} */ node) =>
        check(node, node.source ?? node.argument?.literal ?? node.argument),
    }
  },
}

/** Time and randomness come into the domain as arguments, so that every result can be repeated. */
const pureDomain = {
  /** @param {Node} context */
  create(context) {
    const place = roomOf(context.filename)
    if (place?.room !== 'domain' || place.path.endsWith('.test.ts')) return {}
    return {
      MemberExpression(/** @type {Node} */ node) {
        const name = `${node.object.name}.${node.property.name}`
        if (
          [
            'Date.now',
            'Math.random',
            'performance.now',
            'crypto.randomUUID',
            'crypto.getRandomValues',
          ].includes(name)
        ) {
          context.report({ node, message: `${name} is not pure; take the value as an argument` })
        }
        if (['process', 'console', 'globalThis'].includes(node.object.name)) {
          context.report({ node, message: `domain does not know ${node.object.name}` })
        }
      },
      NewExpression(/** @type {Node} */ node) {
        if (node.callee.name === 'Date' && node.arguments.length === 0) {
          context.report({ node, message: 'new Date() reads the clock; take the moment as an argument' })
        }
      },
      CallExpression(/** @type {Node} */ node) {
        if (['Date', 'fetch', 'setTimeout', 'setInterval'].includes(node.callee.name)) {
          context.report({
            node,
            message: `${node.callee.name}() is not pure; domain computes from its arguments`,
          })
        }
      },
    }
  },
}

export default { meta: { name: 'rooms' }, rules: { imports, 'pure-domain': pureDomain } }
