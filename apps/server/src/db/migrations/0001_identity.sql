-- People and where they belong. `account` and `session` are global; everything
-- else carries its workspace first.

create table account (
  id uuid primary key,
  email text not null,
  name text not null,
  password_hash text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create unique index account_by_email on account (lower(email));

create table workspace (
  id uuid primary key,
  name text not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  time_zone text not null,
  created_at timestamptz not null
);

create table member (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  account_id uuid not null references account (id),
  role text not null check (role in ('owner', 'admin', 'planner', 'member', 'finance', 'viewer')),
  name text not null,
  joined_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, account_id)
);

-- Only the SHA-256 of the token is kept: a stolen dump signs nobody in.
create table session (
  token_hash bytea primary key,
  account_id uuid not null references account (id) on delete cascade,
  workspace_id uuid references workspace (id) on delete set null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null
);
create index session_by_account on session (account_id);
create index session_by_expiry on session (expires_at);

create table invitation (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  token_hash bytea not null,
  role text not null check (role in ('owner', 'admin', 'planner', 'member', 'finance', 'viewer')),
  note text,
  invited_by uuid not null,
  uses_left integer not null check (uses_left >= 0),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, token_hash)
);

create table api_token (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  member_id uuid not null,
  name text not null,
  secret_hash bytea not null,
  scopes text[] not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  last_used_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, member_id) references member (workspace_id, id) on delete cascade
);

-- Counters of failed and of all tries, by address and by account.
create table attempt (
  subject text primary key,
  count integer not null,
  window_ends_at timestamptz not null,
  blocked_until timestamptz,
  -- whether the last try was refused, for the statement that counts it
  was_refused boolean not null default false
);
create index attempt_by_window on attempt (window_ends_at);
