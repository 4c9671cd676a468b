create table import_batch (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  state text not null default 'draft' check (state in ('draft', 'confirmed', 'undone')),
  file_name text not null,
  file_bytes integer not null,
  file_hash bytea not null,
  content bytea not null,
  format text not null,
  encoding text,
  -- what the person changed of the reading: kind, header row, columns per sheet
  mapping jsonb not null default '{}',
  answers jsonb not null default '{}',
  -- the reading itself, so that a preview is not read from the file again; as text, in the order of the sheet
  reading json,
  plan_id uuid,
  plan_name text,
  has_created_plan boolean not null default false,
  -- how many records of each entity came in
  created_counts jsonb not null default '{}',
  created_by uuid,
  created_at timestamptz not null,
  confirmed_at timestamptz,
  undone_at timestamptz,
  primary key (workspace_id, id)
);
alter table import_batch alter column content set storage external;
create index import_batch_by_creation on import_batch (workspace_id, created_at, id);

-- What a confirmed import did to each record, for taking it back.
create table import_record (
  workspace_id uuid not null,
  import_id uuid not null,
  entity text not null,
  record_id uuid not null,
  plan_id uuid not null,
  action text not null check (action in ('create', 'update')),
  -- version that the import's own write gave the record
  version integer not null,
  before jsonb,
  after jsonb not null,
  primary key (workspace_id, import_id, entity, record_id),
  foreign key (workspace_id, import_id) references import_batch (workspace_id, id) on delete cascade
);
create index import_record_by_record on import_record (workspace_id, plan_id, record_id);

-- Column mapping that somebody confirmed, remembered by the fingerprint of the header row.
create table import_mapping (
  workspace_id uuid not null references workspace (id) on delete cascade,
  fingerprint text not null,
  mapping jsonb not null,
  updated_by uuid,
  updated_at timestamptz not null,
  primary key (workspace_id, fingerprint)
);
