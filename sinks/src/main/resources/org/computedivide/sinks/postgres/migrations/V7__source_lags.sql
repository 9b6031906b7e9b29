-- How late each source is seen: the distribution, its median and its ninth decile.

alter table sources add column lag_p90_seconds bigint;
alter table sources add column lag_precision text not null default '';
alter table sources add column lag_items bigint not null default 0;
comment on column sources.lag_median_seconds is 'Median time from publication to our observation, in seconds, of the items of lag_items. Null when none is known.';
comment on column sources.lag_p90_seconds is 'Nine in ten of these items were seen within this time, in seconds. Null when none is known.';
comment on column sources.lag_precision is 'How the source tells the time of these items: instant, else day, which counts from its beginning; empty when none is known.';
comment on column sources.lag_items is 'Number of items that the lag is of: first versions that came live after the first complete look.';

alter table sources add column fresh_seconds bigint
  generated always as (extract(epoch from last_attempt - last_success)::bigint) stored;
comment on column sources.fresh_seconds is 'Time between its last complete answer and our last try, in seconds: 0 when all is well. Null when it never answered.';

create table source_lags (
  source text not null,
  ordinal bigint not null,
  precision text not null,
  at_most_seconds bigint,
  items bigint not null,
  primary key (source, ordinal)
);
comment on table source_lags is 'How late items were seen, as a distribution: one row for each source, precision and class with items in it. All rows of a source are replaced together. From divide.sources.v1.';
comment on column source_lags.source is 'Id of the source. The topic key.';
comment on column source_lags.ordinal is 'Place of the class, from 0.';
comment on column source_lags.precision is 'How the source tells the time: instant | day. A day counts from its beginning, so such a lag is up to 24 h too long.';
comment on column source_lags.at_most_seconds is 'Upper bound of the class in seconds, inclusive. Null for the last class, which has none.';
comment on column source_lags.items is 'Number of items of the class.';

create view source_lag_hours as
select source, precision, sum(items)::bigint as items,
  max(upto) filter (where before < 0.5 * total) / 3600.0 as median_at_most_hours,
  max(upto) filter (where before < 0.9 * total) / 3600.0 as p90_at_most_hours
from (
  select source, precision, items, coalesce(at_most_seconds, 2 * 365 * 86400) as upto,
    sum(items) over (partition by source, precision) as total,
    sum(items) over (partition by source, precision order by ordinal) - items as before
  from source_lags
) as classes
group by source, precision;
comment on view source_lag_hours is 'The tally of lags: for each source and precision the items, and the bound in hours of the class that holds the median and the ninth decile.';
comment on column source_lag_hours.source is 'Id of the source.';
comment on column source_lag_hours.precision is 'instant | day.';
comment on column source_lag_hours.items is 'Number of items.';
comment on column source_lag_hours.median_at_most_hours is 'Half of the items were seen within this time, in hours.';
comment on column source_lag_hours.p90_at_most_hours is 'Nine in ten of the items were seen within this time, in hours; 17520 stands for more than a year.';
