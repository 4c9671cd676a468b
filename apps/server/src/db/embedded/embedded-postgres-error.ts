/**
 * The embedded PostgreSQL cannot run, for a reason the person who starts Yingce
 * can do something about. The message is a full sentence to show as it is.
 */
export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError'
}
