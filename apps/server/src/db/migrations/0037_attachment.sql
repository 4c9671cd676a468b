-- Photos and papers of records: what a phone takes on the spot, a receipt of an expense.
-- The file is in the database, so that one backup holds everything and permissions are one thing.

create table attachment (
  workspace_id uuid not null,
  plan_id uuid not null,
  id uuid not null,
  entity text not null,
  record_id uuid not null,
  file_name text not null,
  type text not null,
  content bytea not null,
  created_by uuid,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, plan_id) references plan (workspace_id, id) on delete cascade
);

-- Photos do not get smaller by being compressed again.
alter table attachment alter column content set storage external;
create index attachment_by_record on attachment (workspace_id, plan_id, record_id, created_at, id);

alter table attachment enable row level security;
alter table attachment force row level security;
create policy workspace_only on attachment to yingce_app
  using (workspace_id = (select app_workspace_id())) with check (workspace_id = (select app_workspace_id()));
grant select, insert, delete on attachment to yingce_app;
