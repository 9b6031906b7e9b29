-- Counts, sums, shares, medians, concentration and rankings of the releases of each window, with the keys of the tallies.
with
windows as (
  select days || 'd' as label, :today - days + 1 as first, :today as last from unnest(array[7, 30, 90, 365]) days
  union all
  select 'year:' || year, make_date(year, 1, 1), make_date(year, 12, 31)
  from generate_series((select extract(year from min(published_day))::int from releases),
                       extract(year from :today)::int) year
  union all
  select 'all', '-infinity', :today
),
classed as materialized (
  select r.*, c.dimension, c.value, c.ranked
  from releases r cross join lateral (
    values ('total', 'all', true), ('affiliation', affiliation, true),
           ('affiliationByShare', affiliation_by_share, true), ('openness', weights, true),
           ('licenseClass', license_class, false), ('affiliation×openness', affiliation || '×' || weights, false)
    union all select 'country', country, true from unnest(countries) country
    union all select 'country×openness', country || '×' || weights, false from unnest(countries) country
    union all select 'domain', domain, false from unnest(domains) domain
    union all select 'affiliation×domain', affiliation || '×' || domain, false from unnest(domains) domain
  ) c (dimension, value, ranked)
),
folded as materialized (
  select dimension, value, label, count(*) as releases, count(compute) as with_compute, sum(compute_added) as flop,
         percentile_cont(0.5) within group (order by compute) as median
  from classed join windows on published_day between first and last
  group by dimension, value, label
),
records as materialized (
  select family_id, published_day, compute from releases where compute is not null
),
selected as materialized (
  select 'atLeast' || line as selection, family_id
  from records join (values ('1e21', 1e21), ('1e23', 1e23), ('1e24', 1e24), ('1e25', 1e25), ('1e26', 1e26)) lines (line, flop)
    on compute >= flop
  union all
  select 'top10PerYear', family_id from (
    select family_id, rank() over (partition by extract(year from published_day) order by compute desc) as place
    from records) ranked
  where place <= 10
  union all
  select 'runningTop' || size, family_id from (
    select family_id, (select count(*) from records o where o.published_day <= r.published_day and o.compute > r.compute) as above
    from records r) placed
  join unnest(array[1, 3, 5, 10, 20, 50]) size on above < size
),
holdings as (
  select label, organizations[1] as maker, sum(compute_added) as flop
  from releases join windows on published_day between first and last
  where compute_added is not null
  group by label, maker
)
select 'releases|all|' || dimension || '=' || value || '|' || label, releases::float8 from folded
union all
select 'releases|withCompute|' || dimension || '=' || value || '|' || label, with_compute from folded where with_compute > 0
union all
select 'compute|withCompute|' || dimension || '=' || value || '|' || label, flop from folded where flop > 0
union all
select 'computeShare|withCompute|' || f.dimension || '=' || f.value || '|' || f.label, f.flop / t.flop
from folded f join folded t on t.dimension = 'total' and t.label = f.label
where f.dimension <> 'total' and f.flop > 0
union all
select 'medianCompute|withCompute|' || dimension || '=' || value || '|' || label, median
from folded where median is not null and dimension in ('total', 'affiliation', 'openness', 'country', 'domain')
union all
select 'hhi|withCompute|concentration=firstOrganization|' || label, sum(flop * flop) / (sum(flop) * sum(flop))
from holdings group by label
union all
select 'releases|' || selection || '|' || dimension || '=' || value || '|' || label, count(*)
from selected join classed using (family_id) join windows on published_day between first and last
where ranked group by selection, dimension, value, label
