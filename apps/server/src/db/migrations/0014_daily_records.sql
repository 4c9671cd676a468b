-- The daily loop's own records: issue log, adjustment log, 5-Why chains and
-- meetings. Alerts are what a rule found: no record that people write, but
-- records point at them.

create table issue (
  workspace_id uuid not null,
  plan_id uuid not null,
  id uuid not null,
  position double precision not null,
  version integer not null default 1,
  unread jsonb not null default '{}',
  created_by uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  import_id uuid,
  name text not null,
  severity text not null default 'normal' check (severity in ('minor', 'normal', 'serious')),
  state text not null default 'open' check (state in ('open', 'in_progress', 'resolved')),
  owner text,
  found_on date,
  solution text,
  solution_owner text,
  due_date date,
  resolved_on date,
  task_id uuid,
  metric text,
  channel text,
  alert_id uuid,
  primary key (workspace_id, plan_id, id),
  foreign key (workspace_id, plan_id) references plan (workspace_id, id)
);
create index issue_by_position on issue (workspace_id, plan_id, position, id);

create table adjustment (
  workspace_id uuid not null,
  plan_id uuid not null,
  id uuid not null,
  position double precision not null,
  version integer not null default 1,
  unread jsonb not null default '{}',
  created_by uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  import_id uuid,
  name text not null,
  reason text,
  changed_on date,
  owner text,
  metric text,
  channel text,
  expected text,
  task_id uuid,
  alert_id uuid,
  remark text,
  primary key (workspace_id, plan_id, id),
  foreign key (workspace_id, plan_id) references plan (workspace_id, id)
);
create index adjustment_by_position on adjustment (workspace_id, plan_id, position, id);

create table root_cause (
  workspace_id uuid not null,
  plan_id uuid not null,
  id uuid not null,
  position double precision not null,
  version integer not null default 1,
  unread jsonb not null default '{}',
  created_by uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  import_id uuid,
  name text not null,
  why1 text,
  evidence1 text,
  why2 text,
  evidence2 text,
  why3 text,
  evidence3 text,
  why4 text,
  evidence4 text,
  why5 text,
  evidence5 text,
  cause text,
  category text not null default 'process' check (category in ('people', 'process', 'content', 'channel', 'product', 'technology', 'data', 'outside')),
  corrective text,
  preventive text,
  owner text,
  due_date date,
  issue_id uuid,
  alert_id uuid,
  task_id uuid,
  primary key (workspace_id, plan_id, id),
  foreign key (workspace_id, plan_id) references plan (workspace_id, id)
);
create index root_cause_by_position on root_cause (workspace_id, plan_id, position, id);

create table meeting (
  workspace_id uuid not null,
  plan_id uuid not null,
  id uuid not null,
  position double precision not null,
  version integer not null default 1,
  unread jsonb not null default '{}',
  created_by uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  import_id uuid,
  name text not null,
  kind text not null default 'stand_up' check (kind in ('kick_off', 'stand_up', 'weekly', 'monthly', 'other')),
  state text not null default 'planned' check (state in ('planned', 'running', 'closed')),
  starts_at timestamp(0),
  attendees text,
  agenda text,
  done text,
  next text,
  blocked text,
  decisions text,
  minutes text,
  figures text,
  primary key (workspace_id, plan_id, id),
  foreign key (workspace_id, plan_id) references plan (workspace_id, id)
);
create index meeting_by_position on meeting (workspace_id, plan_id, position, id);

do $$
declare
  name text;
begin
  foreach name in array array['issue', 'adjustment', 'root_cause', 'meeting'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy workspace_only on %I to yingce_app using (workspace_id = (select app_workspace_id())) with check (workspace_id = (select app_workspace_id()))',
      name);
    execute format('grant select, insert, update, delete on %I to yingce_app', name);
  end loop;
end $$;
