#!/bin/bash
# Run once by the PostgreSQL image, on an empty data directory: a database for the registry, a role that may only read.
set -euo pipefail

psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" \
  --set registry_password="$REGISTRY_DB_PASSWORD" --set reader_password="$READER_DB_PASSWORD" <<'SQL'
create role registry login password :'registry_password';
create database registry owner registry;
create role reader login password :'reader_password';
grant connect on database divide to reader;
grant usage on schema public to reader;
alter default privileges in schema public grant select on tables to reader;
alter role reader set default_transaction_read_only = on;
alter role reader set statement_timeout = '10s';
SQL
