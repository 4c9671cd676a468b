import { existsSync } from 'node:fs'
import { SOCKET_PORT } from './socket-folder.ts'

/** First version that would start three processes for reading ahead. */
const FIRST_MAJOR_WITH_IO_WORKERS = 18

/**
 * What the server is told at every start. On the command line rather than in
 * postgresql.conf, so that an update of Yingce changes old data folders too and
 * an administrator's own file still counts for everything not named here.
 *
 * The numbers suit a team on one small machine: many short queries, little
 * memory, nothing lost when the power goes.
 */
export function serverSettings(server: {
  socketDir: string
  major: number
  uid: number
}): Record<string, string> {
  return {
    // Reached through the socket only; nothing on the network to attack or to collide with.
    listen_addresses: '',
    unix_socket_directories: server.socketDir,
    unix_socket_permissions: '0700',
    port: String(SOCKET_PORT),
    // Never off: a plan that was saved stays saved.
    fsync: 'on',
    synchronous_commit: 'on',
    // The rest of a team's data lies in the system's cache, a copy away.
    shared_buffers: '40MB',
    max_connections: '40',
    work_mem: '8MB',
    maintenance_work_mem: '64MB',
    effective_cache_size: '512MB',
    random_page_cost: '1.1',
    // Short queries gain nothing from a second process, and each costs memory.
    max_parallel_workers_per_gather: '0',
    max_parallel_maintenance_workers: '0',
    max_worker_processes: '2',
    autovacuum_max_workers: '1',
    ...(server.major >= FIRST_MAJOR_WITH_IO_WORKERS ? { io_method: 'sync' } : {}),
    jit: 'off',
    huge_pages: 'off',
    // Nobody replicates from here; a backup copies the tables.
    wal_level: 'minimal',
    max_wal_senders: '0',
    max_logical_replication_workers: '0',
    wal_buffers: '4MB',
    min_wal_size: '32MB',
    max_wal_size: '256MB',
    dynamic_shared_memory_type: dynamicSharedMemory(server.uid),
    // Sentences of the log are read by people and by tests in one language.
    lc_messages: 'C',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
    log_destination: 'stderr',
    logging_collector: 'off',
    cluster_name: 'yingce',
  }
}

/** systemd deletes the shared memory of an ordinary user who logs out, under the feet of a running server. */
function dynamicSharedMemory(uid: number): 'mmap' | 'posix' {
  const FIRST_ORDINARY_UID = 1000
  return uid >= FIRST_ORDINARY_UID && existsSync('/run/systemd/system') ? 'mmap' : 'posix'
}
