-- Second wall behind the workspace in every query. The application works as
-- yingce_app, which sees the rows of the workspace that the transaction names
-- and no others; `force` binds the owner of the tables too.

create function app_workspace_id() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.workspace_id', true), '')::uuid $$;

do $$
declare
  name text;
begin
  for name in
    select c.relname from pg_class c
    where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r'
      and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'workspace_id' and not a.attisdropped)
      and c.relname <> 'session'
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy workspace_only on %I to yingce_app using (workspace_id = (select app_workspace_id())) with check (workspace_id = (select app_workspace_id()))',
      name);
    execute format('grant select, insert, update, delete on %I to yingce_app', name);
  end loop;
end $$;

alter table workspace enable row level security;
alter table workspace force row level security;
create policy workspace_only on workspace to yingce_app
  using (id = (select app_workspace_id())) with check (id = (select app_workspace_id()));
grant select, update on workspace to yingce_app;

-- Names of people are read beside their membership.
grant select (id, name, email) on account to yingce_app;

-- The ledger and the log are append-only for the application.
revoke update, delete on ledger_entry, change_log from yingce_app;

-- Who somebody is has to be known before the workspace is: the connection's own
-- role, and only it, reads these four across workspaces.
create policy identity on workspace to current_user using (true) with check (true);
create policy identity on member to current_user using (true) with check (true);
create policy identity on invitation to current_user using (true) with check (true);
create policy identity on api_token to current_user using (true) with check (true);
