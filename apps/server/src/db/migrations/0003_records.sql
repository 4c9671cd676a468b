-- One table per entity of packages/domain/src/records/entities.ts: the header first, then
-- a column per field. A test compares the two.
--
-- task and metric_fact come by the ten thousand and have no foreign keys: a
-- check per row cost a fifth of such a write. The one path that writes records
-- locks the plan and the phases it points at once for all rows instead.

create table phase (
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
  goal text,
  start_date date,
  end_date date,
  weight double precision,
  primary key (workspace_id, plan_id, id),
  foreign key (workspace_id, plan_id) references plan (workspace_id, id)
);
create index phase_by_position on phase (workspace_id, plan_id, position, id);

create table task (
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
  phase_id uuid,
  core_objective text,
  name text not null,
  owner text,
  planned_start date,
  planned_end date,
  actual_start date,
  actual_end date,
  budget bigint,
  spent bigint,
  progress double precision,
  status text not null default 'not_started' check (status in ('not_started', 'in_progress', 'pending_acceptance', 'done', 'cancelled')),
  kpi text,
  reached text,
  issue text,
  solution text,
  remark text,
  strategy text,
  description text,
  standard text,
  resources text,
  risk_plan text,
  dependency text,
  day_basis text not null default 'calendar' check (day_basis in ('calendar', 'working')),
  is_milestone boolean not null default false,
  weight double precision not null default 1,
  baseline_start date,
  baseline_end date,
  primary key (workspace_id, plan_id, id)
);
create index task_by_position on task (workspace_id, plan_id, position, id);

create table execution_step (
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
  phase_id uuid,
  start_date date,
  end_date date,
  name text not null,
  steps text,
  owner text,
  planned_finish timestamp(0),
  actual_finish timestamp(0),
  status text not null default 'not_started' check (status in ('not_started', 'in_progress', 'pending_acceptance', 'done', 'cancelled')),
  status_note text,
  coordination text,
  feedback text,
  primary key (workspace_id, plan_id, id),
  foreign key (workspace_id, plan_id) references plan (workspace_id, id),
  foreign key (workspace_id, plan_id, phase_id) references phase (workspace_id, plan_id, id)
);
create index execution_step_by_position on execution_step (workspace_id, plan_id, position, id);

create table channel_effect (
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
  channel text not null,
  content text,
  impressions bigint,
  clicks bigint,
  conversions bigint,
  cost bigint,
  revenue bigint,
  stated_ctr double precision,
  stated_cvr double precision,
  stated_cpa bigint,
  stated_return double precision,
  stated_status text,
  advice text,
  primary key (workspace_id, plan_id, id),
  foreign key (workspace_id, plan_id) references plan (workspace_id, id)
);
create index channel_effect_by_position on channel_effect (workspace_id, plan_id, position, id);

create table allocation (
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
  strategy text not null,
  budget bigint,
  people text,
  channel text,
  start_date date,
  end_date date,
  expected text,
  primary key (workspace_id, plan_id, id),
  foreign key (workspace_id, plan_id) references plan (workspace_id, id)
);
create index allocation_by_position on allocation (workspace_id, plan_id, position, id);

create table effect_review (
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
  strategy text not null,
  target text,
  actual text,
  stated_attainment double precision,
  gap text,
  improvement text,
  owner text,
  review_date date,
  primary key (workspace_id, plan_id, id),
  foreign key (workspace_id, plan_id) references plan (workspace_id, id)
);
create index effect_review_by_position on effect_review (workspace_id, plan_id, position, id);

create table target (
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
  dimension text,
  indicator text not null,
  target text,
  actual text,
  baseline text,
  path text,
  owner text,
  start_date date,
  end_date date,
  primary key (workspace_id, plan_id, id),
  foreign key (workspace_id, plan_id) references plan (workspace_id, id)
);
create index target_by_position on target (workspace_id, plan_id, position, id);

create table budget_line (
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
  category text,
  share double precision,
  budget bigint,
  spent bigint,
  owner text,
  approval text,
  remark text,
  is_reserve boolean not null default false,
  primary key (workspace_id, plan_id, id),
  foreign key (workspace_id, plan_id) references plan (workspace_id, id)
);
create index budget_line_by_position on budget_line (workspace_id, plan_id, position, id);

create table risk (
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
  category text,
  likelihood text,
  impact text,
  trigger text,
  response text,
  owner text,
  resources text,
  state text,
  primary key (workspace_id, plan_id, id),
  foreign key (workspace_id, plan_id) references plan (workspace_id, id)
);
create index risk_by_position on risk (workspace_id, plan_id, position, id);

create table effect_evaluation (
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
  metric text not null,
  target text,
  actual text,
  stated_attainment double precision,
  channel_return text,
  analysis text,
  advice text,
  primary key (workspace_id, plan_id, id),
  foreign key (workspace_id, plan_id) references plan (workspace_id, id)
);
create index effect_evaluation_by_position on effect_evaluation (workspace_id, plan_id, position, id);

create table metric_fact (
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
  day date not null,
  channel text not null,
  content text,
  impressions bigint,
  clicks bigint,
  conversions bigint,
  cost bigint,
  revenue bigint,
  primary key (workspace_id, plan_id, id)
);
create index metric_fact_by_position on metric_fact (workspace_id, plan_id, position, id);


create table dependency (
  workspace_id uuid not null,
  plan_id uuid not null,
  id uuid not null,
  from_task_id uuid not null,
  to_task_id uuid not null,
  type text not null check (type in ('FS', 'SS', 'FF', 'SF')),
  lag_days integer not null,
  created_by uuid,
  created_at timestamptz not null,
  import_id uuid,
  primary key (workspace_id, plan_id, id),
  unique (workspace_id, plan_id, from_task_id, to_task_id),
  -- "restrict", because "no action" would look for the deleted task itself once more, row by row
  foreign key (workspace_id, plan_id, from_task_id) references task (workspace_id, plan_id, id) on delete restrict,
  foreign key (workspace_id, plan_id, to_task_id) references task (workspace_id, plan_id, id) on delete restrict
);
create index dependency_by_to_task on dependency (workspace_id, plan_id, to_task_id);
