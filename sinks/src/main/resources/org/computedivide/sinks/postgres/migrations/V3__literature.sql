-- The literature as a living table.

create table literature (
  id text not null,
  place bigint not null,
  claim text not null,
  source text not null,
  url text not null,
  definition text not null,
  published text not null,
  standing text not null,
  why text not null,
  figures jsonb not null,
  methods_version text not null,
  primary key (id)
);
comment on table literature is 'One row for each published claim on the compute divide, with what it is today by our own count. Key of divide.literature.v1.';
comment on column literature.id is 'Id of the claim. The topic key.';
comment on column literature.place is 'Place in the table, from 1.';
comment on column literature.claim is 'What was claimed, in one sentence.';
comment on column literature.source is 'Authors, year, title.';
comment on column literature.url is 'Where it was published.';
comment on column literature.definition is 'What the authors counted.';
comment on column literature.published is 'The published value, in words.';
comment on column literature.standing is 'reproduced (from the authors'' own data) | live | other-population | not-reproduced.';
comment on column literature.why is 'What differs, or why it cannot be reproduced.';
comment on column literature.figures is 'Our numbers: role, definition, value, low, high, unit, n, unknown, provisional, from. The same as literature_figures.';
comment on column literature.methods_version is 'Release of the rules and hash of their data files.';

create table literature_figures (
  id text not null,
  ordinal bigint not null,
  claim text not null,
  published text not null,
  role text not null,
  definition text not null,
  number double precision,
  low double precision,
  high double precision,
  unit text not null,
  n bigint,
  unknown bigint,
  provisional boolean not null,
  origin text not null,
  primary key (id, ordinal)
);
comment on table literature_figures is 'One row for each number of ours beside a published claim. All rows of a claim are replaced together. From divide.literature.v1.';
comment on column literature_figures.id is 'Id of the claim. The topic key.';
comment on column literature_figures.ordinal is 'Place among the numbers of the claim, from 0.';
comment on column literature_figures.claim is 'What was claimed, in one sentence.';
comment on column literature_figures.published is 'The published value, in words.';
comment on column literature_figures.role is 'reproduced (from the authors'' own data) | ours (the definition nearest to theirs) | neighbour (another definition).';
comment on column literature_figures.definition is 'What is counted, in words.';
comment on column literature_figures.number is 'Our number, in the unit of this row. Null while nothing is there to count.';
comment on column literature_figures.low is '5th percentile; null when exact.';
comment on column literature_figures.high is '95th percentile; null when exact.';
comment on column literature_figures.unit is 'fraction | months | times | USD | lb CO2e.';
comment on column literature_figures.n is 'Number of releases or points it rests on; of a share those it divides by.';
comment on column literature_figures.unknown is 'Number of releases for which it cannot be said.';
comment on column literature_figures.provisional is 'True when the window reaches into the last 60 days: late entries are still to come.';
comment on column literature_figures.origin is 'Where the number is from: key of a tally or trend, or a data file.';
