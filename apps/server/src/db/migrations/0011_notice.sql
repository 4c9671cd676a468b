-- Notices: what people are told, in the inbox and outside (docs/domain/notice.md).

alter table change_log drop constraint change_log_source_check;
alter table change_log add constraint change_log_source_check
  check (source in ('page', 'api', 'import', 'undo', 'template', 'sample', 'job'));

-- One thing worth telling. The same dedupe_key is told once.
create table notice (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  kind text not null,
  severity text not null check (severity in ('info', 'warning', 'critical')),
  -- {"zh": …, "en": …}
  title jsonb not null,
  body jsonb not null,
  -- path of the page, such as /plans/…/tracker
  link text not null,
  plan_id uuid,
  dedupe_key text,
  created_at timestamptz not null,
  primary key (workspace_id, id)
);
create unique index notice_once on notice (workspace_id, dedupe_key) where dedupe_key is not null;

-- A person's inbox.
create table notice_recipient (
  workspace_id uuid not null,
  member_id uuid not null,
  notice_id uuid not null,
  is_in_inbox boolean not null,
  read_at timestamptz,
  primary key (workspace_id, member_id, notice_id),
  foreign key (workspace_id, member_id) references member (workspace_id, id) on delete cascade,
  foreign key (workspace_id, notice_id) references notice (workspace_id, id) on delete cascade
);
create index notice_recipient_unread on notice_recipient (workspace_id, member_id)
  where read_at is null and is_in_inbox;

-- Ways out: group robots, mail, webhooks. `secret` is sealed; nothing that opens a door lies in `settings`.
create table notice_channel (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  type text not null check (type in ('wecom', 'dingtalk', 'feishu', 'mail', 'webhook')),
  name text not null,
  settings jsonb not null,
  secret bytea not null,
  -- shown in place of the secret
  masked text not null,
  is_active boolean not null default true,
  -- failures in a row, and until when nothing is tried
  failures integer not null default 0,
  paused_until timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace_id, id)
);
-- One server sends the mail of a workspace.
create unique index notice_channel_one_mail on notice_channel (workspace_id) where type = 'mail';

create table notice_preference (
  workspace_id uuid not null,
  member_id uuid not null,
  preference jsonb not null,
  updated_at timestamptz not null,
  primary key (workspace_id, member_id),
  foreign key (workspace_id, member_id) references member (workspace_id, id) on delete cascade
);

create table notice_setting (
  workspace_id uuid not null references workspace (id) on delete cascade,
  setting jsonb not null,
  updated_at timestamptz not null,
  primary key (workspace_id)
);

-- A message as it leaves: one outbox row, or several that go together. Its id is what the other side sees at every try.
create table delivery (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  channel_id uuid not null,
  -- member who is written to; null: the group behind the channel
  member_id uuid,
  message jsonb not null,
  item_count integer not null,
  state text not null check (state in ('waiting', 'sending', 'sent', 'dead')),
  tries integer not null default 0,
  -- until when the process that sends it is believed to be alive
  lease_until timestamptz,
  -- not tried before
  next_at timestamptz not null,
  created_at timestamptz not null,
  sent_at timestamptz,
  last_error text,
  primary key (workspace_id, id),
  foreign key (workspace_id, channel_id) references notice_channel (workspace_id, id) on delete cascade
);
create index delivery_open on delivery (workspace_id, channel_id, next_at, id) where state in ('waiting', 'sending');
create index delivery_by_time on delivery (workspace_id, created_at, id);

-- Every try, noted before it is made: one without an outcome was cut off.
create table delivery_attempt (
  workspace_id uuid not null,
  id uuid not null,
  delivery_id uuid not null,
  channel_id uuid not null,
  at timestamptz not null,
  outcome text check (outcome in ('sent', 'retry', 'refused')),
  code text,
  detail text,
  primary key (workspace_id, id),
  foreign key (workspace_id, delivery_id) references delivery (workspace_id, id) on delete cascade
);
create index delivery_attempt_by_delivery on delivery_attempt (workspace_id, delivery_id, id);
create index delivery_attempt_pace on delivery_attempt (workspace_id, channel_id, at);

-- Where an outbox row goes, and the message that took it along.
alter table outbox drop column kind, drop column payload, drop column sent_at, drop column tries, drop column last_error;
alter table outbox add column channel_id uuid not null, add column member_id uuid,
  add column is_digest boolean not null default false, add column notice_id uuid not null,
  add column delivery_id uuid;
alter table outbox add foreign key (workspace_id, channel_id) references notice_channel (workspace_id, id) on delete cascade;
alter table outbox add foreign key (workspace_id, notice_id) references notice (workspace_id, id) on delete cascade;
create index outbox_waiting on outbox (workspace_id, channel_id, due_at) where delivery_id is null;
create index outbox_by_delivery on outbox (workspace_id, delivery_id);

-- A job of a workspace runs once for each time it is due, whatever the clock or the queue does.
create table job_run (
  workspace_id uuid not null references workspace (id) on delete cascade,
  job text not null,
  -- wall clock of the workspace
  due_at timestamp not null,
  ran_at timestamptz not null,
  primary key (workspace_id, job, due_at)
);

do $$
declare
  name text;
begin
  foreach name in array array['notice', 'notice_recipient', 'notice_channel', 'notice_preference', 'notice_setting',
    'delivery', 'delivery_attempt', 'job_run']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy workspace_only on %I to yingce_app using (workspace_id = (select app_workspace_id())) with check (workspace_id = (select app_workspace_id()))',
      name);
    execute format('grant select, insert, update, delete on %I to yingce_app', name);
  end loop;
end $$;
