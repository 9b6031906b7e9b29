-- The tables that the topics are written into. A table is a fold of its topic: it can be emptied and filled again.
-- psql's \d+ explains every table and column.

create table releases (
  family_id text not null,
  name text not null,
  state text not null,
  published_at text,
  published_day date,
  first_observed_at timestamptz not null,
  changed_at timestamptz not null,
  subject text not null,
  organizations text[] not null,
  organization_types text[] not null,
  organization_details jsonb not null,
  affiliation text not null,
  affiliation_by_share text not null,
  countries text[] not null,
  weights text not null,
  training_code text not null,
  data text not null,
  license text not null,
  license_class text not null,
  mof_class text not null,
  openness_dimensions jsonb not null,
  openness_quote text not null,
  openness_rule text not null,
  claim text not null,
  domains text[] not null,
  headline_variant text not null,
  compute double precision,
  compute_low double precision,
  compute_high double precision,
  compute_method text,
  compute_confidence text,
  compute_arithmetic text,
  compute_inherited double precision,
  compute_added double precision,
  compute_boundary text,
  compute_stage text,
  compute_imputed boolean,
  compute_disagree boolean,
  compute_sigma double precision,
  parameters double precision,
  parameters_low double precision,
  parameters_high double precision,
  cost double precision,
  cost_low double precision,
  cost_high double precision,
  energy double precision,
  energy_low double precision,
  energy_high double precision,
  carbon double precision,
  carbon_low double precision,
  carbon_high double precision,
  derivatives bigint not null,
  proofs jsonb not null,
  members jsonb not null,
  fresh boolean not null,
  flags text[] not null,
  methods_version text not null,
  primary key (family_id)
);
create index on releases (first_observed_at desc, family_id);
create index on releases (published_day);
create index on releases (affiliation);
comment on table releases is 'One row for each release: a family of models as it is announced, with what is known of it. Key of divide.releases.v1.';
comment on column releases.family_id is 'Id of the family: slug of the name and 8 hex digits of its least strong key. The topic key.';
comment on column releases.name is 'Name for people.';
comment on column releases.state is 'present | withdrawn.';
comment on column releases.published_at is 'Earliest date from the maker, else of the hub, else of a table; ISO 8601 with the precision of the source. Null when unknown.';
comment on column releases.published_day is 'The same as a day, UTC; the first day of the month or year when only that is known. Null when unknown.';
comment on column releases.first_observed_at is 'When the first of its present observations was seen.';
comment on column releases.changed_at is 'When the newest evidence in it was seen.';
comment on column releases.subject is 'source/nativeId of its earliest observation: what alerts call it.';
comment on column releases.organizations is 'Names of the makers, in the order of the source.';
comment on column releases.organization_types is 'Types of the makers, in the same order: academia | industry | government | nonprofit | unknown.';
comment on column releases.organization_details is 'The makers with type, country, parent and the rule that told the type.';
comment on column releases.affiliation is 'Set rule: academia | industry | collaboration | government | nonprofit | mixed | unknown.';
comment on column releases.affiliation_by_share is '30 % rule, by authors with known affiliation; same values.';
comment on column releases.countries is 'ISO 3166-1 alpha-2 codes of the makers, sorted.';
comment on column releases.weights is 'Openness of the weights: unrestricted | restricted-use | non-commercial | api | hosted | unreleased | unknown.';
comment on column releases.training_code is 'open | non-commercial | restricted-use | unreleased | unknown.';
comment on column releases.data is 'Openness of the training data: open | partial | closed | unknown.';
comment on column releases.license is 'SPDX id or name of the licence of the weights; none when the hub has an empty field; empty when unknown.';
comment on column releases.license_class is 'unrestricted | restricted-use | non-commercial | none | unknown.';
comment on column releases.mof_class is 'Class of the Model Openness Framework: I | II | III | unclassified; empty when its components are not known.';
comment on column releases.openness_dimensions is 'Dimensions of the European Open Source AI Index that have evidence, each open | partial | closed.';
comment on column releases.openness_quote is 'The words that prove the class of the weights; empty when it follows from a tag.';
comment on column releases.openness_rule is 'Id of the rule that judged the weights; empty when nothing is known.';
comment on column releases.claim is 'Main contribution claim of its paper: accuracy | efficiency | both | other; empty when it has no paper.';
comment on column releases.domains is 'language | vision | image-generation | video | audio | biology | games | robotics | multimodal | other; sorted.';
comment on column releases.headline_variant is 'variant_id of the variant with the most compute; empty when the family has one variant only.';
comment on column releases.compute is 'Training compute of the headline variant, cumulative (inherited plus added), in FLOP; a multiply-add is 2. Null when unknown.';
comment on column releases.compute_low is '5th percentile of compute, in FLOP.';
comment on column releases.compute_high is '95th percentile of compute, in FLOP.';
comment on column releases.compute_method is 'reported | curated | operation-counting | hardware-time | fine-tune | imputed | combined.';
comment on column releases.compute_confidence is 'high | medium | low.';
comment on column releases.compute_arithmetic is 'The computation in words.';
comment on column releases.compute_inherited is 'FLOP of the base model; null when it has none or it is unknown.';
comment on column releases.compute_added is 'FLOP of this training: what sums, shares, cost and energy use. Null when unknown.';
comment on column releases.compute_boundary is 'What the value counts: updates-only | with-data-generation | project | unknown.';
comment on column releases.compute_stage is 'pretraining | supervised-tuning | reinforcement-learning | all | unknown.';
comment on column releases.compute_imputed is 'True when it rests on a prior alone: then it never enters a sum, share, threshold or record.';
comment on column releases.compute_disagree is 'True when methods differ by more than a factor of 3.';
comment on column releases.compute_sigma is 'Standard deviation of log10 compute, 90 %-equivalent, in decades.';
comment on column releases.parameters is 'Total parameters of the headline variant. Null when unknown.';
comment on column releases.parameters_low is '5th percentile of parameters; equal to parameters when exact.';
comment on column releases.parameters_high is '95th percentile of parameters; equal to parameters when exact.';
comment on column releases.cost is 'Training cost in nominal USD, amortised own hardware. Null when unknown.';
comment on column releases.cost_low is '5th percentile of cost, in USD.';
comment on column releases.cost_high is '95th percentile of cost, in USD.';
comment on column releases.energy is 'Training energy in kWh, server boundary with PUE. Null when unknown.';
comment on column releases.energy_low is '5th percentile of energy, in kWh.';
comment on column releases.energy_high is '95th percentile of energy, in kWh.';
comment on column releases.carbon is 'Training emissions in kg CO2e. Null when unknown.';
comment on column releases.carbon_low is '5th percentile of carbon, in kg CO2e.';
comment on column releases.carbon_high is '95th percentile of carbon, in kg CO2e.';
comment on column releases.derivatives is 'Number of known fine-tunes, quantizations, adapters and merges of its variants.';
comment on column releases.proofs is 'At most three quotes with their address, for the compute figure or the parameters.';
comment on column releases.members is 'The observations it rests on, sorted by key: source, nativeId, url, title, dates, and the key that binds each to the family.';
comment on column releases.fresh is 'True when all observations came live and it was published at most 30 days before it was first seen.';
comment on column releases.flags is 'record-jump, disagree, notable, quarantined, …; sorted.';
comment on column releases.methods_version is 'Release of the rules and hash of their data files.';

create table variants (
  family_id text not null,
  ordinal bigint not null,
  variant_id text not null,
  name text not null,
  published_at text,
  published_day date,
  headline boolean not null,
  parameters double precision,
  parameters_low double precision,
  parameters_high double precision,
  active_parameters double precision,
  active_parameters_low double precision,
  active_parameters_high double precision,
  training_tokens double precision,
  training_tokens_low double precision,
  training_tokens_high double precision,
  epochs double precision,
  epochs_low double precision,
  epochs_high double precision,
  accelerator text,
  accelerator_count double precision,
  training_hours double precision,
  chip_hours double precision,
  compute double precision,
  compute_low double precision,
  compute_high double precision,
  compute_method text,
  compute_confidence text,
  compute_arithmetic text,
  compute_inherited double precision,
  compute_added double precision,
  compute_boundary text,
  compute_stage text,
  compute_imputed boolean,
  compute_disagree boolean,
  compute_sigma double precision,
  estimates jsonb not null,
  primary key (family_id, ordinal)
);
create index on variants (published_day) where headline;
comment on table variants is 'One row for each size or modality of a release, with its own date and compute. All rows of a family are replaced together. From divide.releases.v1.';
comment on column variants.family_id is 'Id of the family. The topic key.';
comment on column variants.ordinal is 'Place in the family, from 0, by date and then name.';
comment on column variants.variant_id is 'Normalised name of the variant; empty when the family has one only.';
comment on column variants.name is 'Name for people.';
comment on column variants.published_at is 'Its own date, ISO 8601 with the precision of the source. Null when unknown.';
comment on column variants.published_day is 'The same as a day, UTC; the first day of the month or year when only that is known. Null when unknown.';
comment on column variants.headline is 'True when it has more compute than every earlier variant of its family: what trends, records and thresholds count.';
comment on column variants.parameters is 'Total parameters. Null when unknown.';
comment on column variants.parameters_low is '5th percentile of parameters.';
comment on column variants.parameters_high is '95th percentile of parameters.';
comment on column variants.active_parameters is 'Parameters active per token. Null when unknown.';
comment on column variants.active_parameters_low is '5th percentile of active_parameters.';
comment on column variants.active_parameters_high is '95th percentile of active_parameters.';
comment on column variants.training_tokens is 'Tokens seen in training. Null when unknown.';
comment on column variants.training_tokens_low is '5th percentile of training_tokens.';
comment on column variants.training_tokens_high is '95th percentile of training_tokens.';
comment on column variants.epochs is 'Passes over the data. Null when unknown.';
comment on column variants.epochs_low is '5th percentile of epochs.';
comment on column variants.epochs_high is '95th percentile of epochs.';
comment on column variants.accelerator is 'Canonical name of the chip it was trained on. Null when unknown.';
comment on column variants.accelerator_count is 'Number of chips. Null when unknown.';
comment on column variants.training_hours is 'Wall-clock hours of training. Null when unknown.';
comment on column variants.chip_hours is 'Chips times hours. Null when unknown.';
comment on column variants.compute is 'Training compute, cumulative (inherited plus added), in FLOP; a multiply-add is 2. Null when unknown.';
comment on column variants.compute_low is '5th percentile of compute, in FLOP.';
comment on column variants.compute_high is '95th percentile of compute, in FLOP.';
comment on column variants.compute_method is 'reported | curated | operation-counting | hardware-time | fine-tune | imputed | combined.';
comment on column variants.compute_confidence is 'high | medium | low.';
comment on column variants.compute_arithmetic is 'The computation in words.';
comment on column variants.compute_inherited is 'FLOP of the base model; null when it has none or it is unknown.';
comment on column variants.compute_added is 'FLOP of this training: what sums and shares use. Null when unknown.';
comment on column variants.compute_boundary is 'What the value counts: updates-only | with-data-generation | project | unknown.';
comment on column variants.compute_stage is 'pretraining | supervised-tuning | reinforcement-learning | all | unknown.';
comment on column variants.compute_imputed is 'True when it rests on a prior alone: then it never enters a sum, share, threshold or record.';
comment on column variants.compute_disagree is 'True when methods differ by more than a factor of 3.';
comment on column variants.compute_sigma is 'Standard deviation of log10 compute, 90 %-equivalent, in decades.';
comment on column variants.estimates is 'Every method that applied, also those that lost: value, low and high in FLOP, method, arithmetic, sources, whether it was used and why not.';

create table facts (
  observation text not null,
  ordinal bigint not null,
  source text not null,
  native_id text not null,
  url text not null,
  title text not null,
  observed_at timestamptz not null,
  field text not null,
  owner text not null,
  number double precision,
  value text not null,
  unit text not null,
  low double precision,
  high double precision,
  quote text not null,
  quote_start bigint not null,
  quote_end bigint not null,
  rule text not null,
  stage text not null,
  boundary text not null,
  quarantine text not null,
  methods_version text not null,
  primary key (observation, ordinal)
);
create index on facts (field);
comment on table facts is 'One row for each value drawn from an observation, with the verbatim words that prove it. All rows of an observation are replaced together. From divide.evidence.v1.';
comment on column facts.observation is 'source/nativeId of the observation. The topic key.';
comment on column facts.ordinal is 'Place among the facts of the observation, from 0.';
comment on column facts.source is 'Id of the source.';
comment on column facts.native_id is 'Id of the observation in its source.';
comment on column facts.url is 'Link to where the words stand.';
comment on column facts.title is 'Title of the observation as written.';
comment on column facts.observed_at is 'When this version of the observation was seen.';
comment on column facts.field is 'Which quantity: parameters | activeParameters | trainingTokens | datasetTokens | epochs | accelerator | acceleratorCount | trainingHours | chipHours | utilization | trainingCompute | trainingCost | energy | …';
comment on column facts.owner is 'Name of the variant that the value belongs to, as written; empty for the one that the observation is about.';
comment on column facts.number is 'The value, in the unit of this row. Null when it is text.';
comment on column facts.value is 'The value as written, or the canonical name of an accelerator.';
comment on column facts.unit is 'parameters | tokens | epochs | chips | hours | chip-hours | FLOP | USD | kWh | fraction | date; empty for text.';
comment on column facts.low is 'Lower end when the source gives a range, in the same unit.';
comment on column facts.high is 'Upper end when the source gives a range, in the same unit.';
comment on column facts.quote is 'Verbatim words of the observation; empty for values stated in a table.';
comment on column facts.quote_start is 'First character of the quote in the text of the observation, in UTF-16 units from 0; -1 when the value is not from the text.';
comment on column facts.quote_end is 'Character after the last one of the quote; -1 when the value is not from the text.';
comment on column facts.rule is 'Id of the rule that read it.';
comment on column facts.stage is 'pretraining | supervised-tuning | reinforcement-learning | all | unknown.';
comment on column facts.boundary is 'What a compute value counts: updates-only | with-data-generation | project | unknown.';
comment on column facts.quarantine is 'Empty, or why this fact is impossible by itself and stands aside.';
comment on column facts.methods_version is 'Release of the rules and hash of their data files.';

create table tallies (
  key text not null,
  measure text not null,
  selection text not null,
  dimension text not null,
  value text not null,
  time_window text not null,
  from_day date,
  to_day date,
  day date,
  number double precision not null,
  low double precision,
  high double precision,
  exact boolean not null,
  unit text not null,
  members bigint not null,
  non_members bigint not null,
  unknown bigint not null,
  imputed bigint not null,
  provisional boolean not null,
  methods_version text not null,
  primary key (key)
);
create index on tallies (measure, dimension, time_window);
comment on table tallies is 'One row for each count, sum, share or ratio over the releases of a window. Key of divide.tallies.v1.';
comment on column tallies.key is 'measure|selection|dimension=value|window. The topic key.';
comment on column tallies.measure is 'What is counted: releases | releaseShare | compute | computeShare | …';
comment on column tallies.selection is 'Among which releases: all | withCompute | …';
comment on column tallies.dimension is 'By what: affiliation | openness | affiliation×openness | … | total.';
comment on column tallies.value is 'Value of the dimension, for example industry; joined by × for pairs.';
comment on column tallies.time_window is '7d | 30d | 90d | 365d (rolling, by publication date) | year:2026 | all.';
comment on column tallies.from_day is 'First day of the window, UTC; null for all time.';
comment on column tallies.to_day is 'Last day of the window, UTC.';
comment on column tallies.day is 'The day on which this was true, UTC.';
comment on column tallies.number is 'The tally, in the unit of this row.';
comment on column tallies.low is '5th percentile by draws from the intervals of its members; null when the number is exact.';
comment on column tallies.high is '95th percentile by draws; null when the number is exact.';
comment on column tallies.exact is 'True for a count by class, which has no interval.';
comment on column tallies.unit is 'releases | fraction | FLOP | USD | kWh | …';
comment on column tallies.members is 'Number of releases counted.';
comment on column tallies.non_members is 'Number of releases of the window known not to belong.';
comment on column tallies.unknown is 'Number of releases of the window for which it cannot be said.';
comment on column tallies.imputed is 'Number of releases left out because their compute is imputed.';
comment on column tallies.provisional is 'True when the window reaches into the last 60 days: late entries are still to come.';
comment on column tallies.methods_version is 'Release of the rules and hash of their data files.';

create table trends (
  key text not null,
  trend text not null,
  selection text not null,
  from_day date,
  to_day date,
  n bigint not null,
  unknown bigint not null,
  slope double precision not null,
  intercept double precision not null,
  r2 double precision not null,
  slope_std_err double precision not null,
  growth_per_year double precision not null,
  doubling_months double precision not null,
  low double precision,
  high double precision,
  day date,
  methods_version text not null,
  primary key (key)
);
comment on table trends is 'One row for each fitted growth of training compute: least squares of log10 FLOP on the decimal date. Key of divide.trends.v1.';
comment on column trends.key is 'trend|selection. The topic key.';
comment on column trends.trend is 'doubling-time.';
comment on column trends.selection is 'Which releases were fitted: allWithCompute | runningTop10 | …';
comment on column trends.from_day is 'First day of the fit, UTC.';
comment on column trends.to_day is 'Last day of the fit, UTC.';
comment on column trends.n is 'Number of releases in the fit.';
comment on column trends.unknown is 'Number of releases of the span whose compute is unknown.';
comment on column trends.slope is 'Growth in decades (powers of ten) a year.';
comment on column trends.intercept is 'log10 FLOP at year 0 of the decimal date.';
comment on column trends.r2 is '1 − SSE/Syy, without unit.';
comment on column trends.slope_std_err is 'Standard error of the slope, in decades a year.';
comment on column trends.growth_per_year is '10^slope: factor a year.';
comment on column trends.doubling_months is 'Doubling time in months: 12·log10(2)/slope.';
comment on column trends.low is '5th percentile of doubling_months by bootstrap, in months.';
comment on column trends.high is '95th percentile of doubling_months by bootstrap, in months.';
comment on column trends.day is 'The day on which this was true, UTC.';
comment on column trends.methods_version is 'Release of the rules and hash of their data files.';

create table alerts (
  id text not null,
  stream text not null,
  rule text not null,
  rule_version bigint not null,
  subject text not null,
  edge text not null,
  side text not null,
  state text not null,
  family_id text not null,
  name text not null,
  title text not null,
  message text not null,
  compute double precision,
  compute_low double precision,
  compute_high double precision,
  line double precision,
  probability double precision,
  proofs jsonb not null,
  url text not null,
  published_at text,
  observed_at timestamptz not null,
  methods_version text not null,
  primary key (id)
);
create index on alerts (observed_at desc, id);
create index on alerts (family_id);
comment on table alerts is 'One row for each alert: a rule that came true for a release, as it stands now. Key of the divide.alerts topics.';
comment on column alerts.id is 'Hash of rule, rule version, subject, edge and side: the idempotency key. The topic key.';
comment on column alerts.stream is 'Name of the topic that carried it, for example divide.alerts.threshold.v1.';
comment on column alerts.rule is 'frontier-compute | threshold | open-weights | …';
comment on column alerts.rule_version is 'Version of the rule.';
comment on column alerts.subject is 'source/nativeId of the earliest observation of the release.';
comment on column alerts.edge is 'Which line, for example 1e25 at P 0.5.';
comment on column alerts.side is 'above | below.';
comment on column alerts.state is 'fired | amended | withdrawn.';
comment on column alerts.family_id is 'family_id of the release.';
comment on column alerts.name is 'Name of the release.';
comment on column alerts.title is 'One line for people.';
comment on column alerts.message is 'Two or three sentences with numbers and interval.';
comment on column alerts.compute is 'Training compute of the release, in FLOP.';
comment on column alerts.compute_low is '5th percentile of compute, in FLOP.';
comment on column alerts.compute_high is '95th percentile of compute, in FLOP.';
comment on column alerts.line is 'The line that was crossed, in FLOP.';
comment on column alerts.probability is 'P(compute > line), from 0 to 1.';
comment on column alerts.proofs is 'The sentences that prove it, each with its address.';
comment on column alerts.url is 'Best address of the release.';
comment on column alerts.published_at is 'When the release was published, ISO 8601 with the precision of the source.';
comment on column alerts.observed_at is 'When the evidence that made it fire was seen.';
comment on column alerts.methods_version is 'Release of the rules and hash of their data files.';

create table digests (
  week text not null,
  from_day date,
  to_day date,
  made_at timestamptz not null,
  entries jsonb not null,
  older_finds bigint not null,
  derivatives bigint not null,
  tallies jsonb not null,
  trends jsonb not null,
  points jsonb not null,
  corrections jsonb not null,
  observations bigint not null,
  methods_version text not null,
  primary key (week)
);
comment on table digests is 'One row for each weekly digest: made once, never changed. Key of divide.digests.v1.';
comment on column digests.week is 'ISO week, for example 2026-W12. The topic key.';
comment on column digests.from_day is 'Monday of the week, UTC.';
comment on column digests.to_day is 'Sunday of the week, UTC.';
comment on column digests.made_at is 'When it was made: Monday 06:00 after it.';
comment on column digests.entries is 'Releases first observed in the week and published at most 60 days before, by compute and then name.';
comment on column digests.older_finds is 'Number of releases first observed in the week but published earlier.';
comment on column digests.derivatives is 'Number of derivatives first observed in the week.';
comment on column digests.tallies is 'The tallies as they stood at the end of the week.';
comment on column digests.trends is 'The trends as they stood at the end of the week.';
comment on column digests.points is 'Compute in FLOP by date, for the chart.';
comment on column digests.corrections is 'What had changed since the digest before.';
comment on column digests.observations is 'Number of observations of the week.';
comment on column digests.methods_version is 'Release of the rules and hash of their data files.';

create table sources (
  source text not null,
  name text not null,
  url text not null,
  state text not null,
  message text not null,
  last_success timestamptz,
  last_attempt timestamptz,
  next_attempt timestamptz,
  items bigint not null,
  errors bigint not null,
  rejected bigint not null,
  lag_median_seconds bigint,
  primary key (source)
);
comment on table sources is 'One row for each source: how it is doing. Depends on when things arrived. Key of divide.sources.v1.';
comment on column sources.source is 'Id of the source. The topic key.';
comment on column sources.name is 'Name for people.';
comment on column sources.url is 'Where it looks.';
comment on column sources.state is 'ok | waiting | failing | unreachable | blocked | page-changed | off.';
comment on column sources.message is 'One clear sentence when the state is not ok.';
comment on column sources.last_success is 'Last complete fetch. Null when there was none.';
comment on column sources.last_attempt is 'Last try. Null when there was none.';
comment on column sources.next_attempt is 'When the next try is due. Null when none is planned.';
comment on column sources.items is 'Number of observations written since the first start.';
comment on column sources.errors is 'Number of failed fetches since the first start.';
comment on column sources.rejected is 'Number of items refused since the first start.';
comment on column sources.lag_median_seconds is 'Median time from publication to our observation, live items of the last 30 days, in seconds.';

create table corrections (
  id text not null,
  family_id text not null,
  name text not null,
  field text not null,
  before text not null,
  after text not null,
  why text not null,
  sentence text not null,
  observed_at timestamptz not null,
  touches text[] not null,
  primary key (id)
);
create index on corrections (observed_at desc, id);
create index on corrections (family_id);
comment on table corrections is 'One row for each correction: something published earlier that changed. From divide.corrections.v1.';
comment on column corrections.id is 'Stable id of the correction.';
comment on column corrections.family_id is 'family_id of the release. The topic key.';
comment on column corrections.name is 'Name of the release.';
comment on column corrections.field is 'What changed.';
comment on column corrections.before is 'The value before, in words.';
comment on column corrections.after is 'The value after, in words.';
comment on column corrections.why is 'source-changed | better-evidence | merged | split | withdrawn | methods-changed.';
comment on column corrections.sentence is 'One sentence for people.';
comment on column corrections.observed_at is 'When the evidence for it was seen.';
comment on column corrections.touches is 'Tallies, digests and alerts that it touches.';

create table rejected (
  observation text not null,
  source text not null,
  native_id text not null,
  url text not null,
  reason text not null,
  detail text not null,
  excerpt text not null,
  observed_at timestamptz not null,
  primary key (observation)
);
create index on rejected (reason);
comment on table rejected is 'One row for each item that our own checks refused, with the newest refusal. Key of divide.rejected.v1.';
comment on column rejected.observation is 'source/nativeId, or the address when it has no id. The topic key.';
comment on column rejected.source is 'Id of the source.';
comment on column rejected.native_id is 'Id in the source; the address when it has none.';
comment on column rejected.url is 'Where it came from.';
comment on column rejected.reason is 'not-utf8 | truncated | wrong-type | page-changed | too-large | html-instead | bad-date | no-id | impossible-fact | other.';
comment on column rejected.detail is 'One sentence: what, where, what to do.';
comment on column rejected.excerpt is 'At most 500 characters of what was refused.';
comment on column rejected.observed_at is 'When it was refused.';

create table dead_letters (
  topic_partition bigint not null,
  topic_offset bigint not null,
  record_key text not null,
  size bigint not null,
  origin text not null,
  reason text not null,
  arrived_at timestamptz not null,
  primary key (topic_partition, topic_offset)
);
comment on table dead_letters is 'One row for each record that could not be read or written, as the topic divide.dead-letters.v1 has it.';
comment on column dead_letters.topic_partition is 'Partition of divide.dead-letters.v1.';
comment on column dead_letters.topic_offset is 'Offset in that partition.';
comment on column dead_letters.record_key is 'Key of the record as text; empty when it had none.';
comment on column dead_letters.size is 'Size of the value in bytes; the bytes stay in the topic.';
comment on column dead_letters.origin is 'Topic, partition and offset where the record was, as its headers say: topic-partition@offset.';
comment on column dead_letters.reason is 'What went wrong, as its headers say.';
comment on column dead_letters.arrived_at is 'When the broker took it.';

create table sink_offsets (
  topic text not null,
  topic_partition bigint not null,
  topic_id text not null,
  next_offset bigint not null,
  primary key (topic, topic_partition)
);
comment on table sink_offsets is 'How far each topic is written into the tables; moves in the same transaction as the rows.';
comment on column sink_offsets.topic is 'Name of the topic.';
comment on column sink_offsets.topic_partition is 'Partition of the topic.';
comment on column sink_offsets.topic_id is 'Id that the broker gave the topic: when it differs, the topic was made anew and its rows are read again.';
comment on column sink_offsets.next_offset is 'Offset of the first record that is not in the tables yet.';

create view compute_over_time as
  select v.family_id, v.variant_id, r.name as release, v.name as variant,
         coalesce(v.published_day, r.published_day) as day,
         v.compute, v.compute_low, v.compute_high, v.compute_method as method, v.compute_disagree as disagree,
         r.affiliation, r.organizations, r.countries, r.weights, r.domains
  from variants v join releases r using (family_id)
  where v.headline and not v.compute_imputed and v.compute > 0 and r.state = 'present'
    and coalesce(v.published_day, r.published_day) is not null;
comment on view compute_over_time is 'One row for each headline variant with known compute and date: the dots of a chart of compute over time. Imputed values are left out.';

comment on column compute_over_time.family_id is 'Id of the family.';
comment on column compute_over_time.variant_id is 'Id of the variant in its family.';
comment on column compute_over_time.release is 'Name of the release.';
comment on column compute_over_time.variant is 'Name of the variant.';
comment on column compute_over_time.day is 'Day it was published, UTC.';
comment on column compute_over_time.compute is 'Training compute, cumulative, in FLOP.';
comment on column compute_over_time.compute_low is '5th percentile of compute, in FLOP.';
comment on column compute_over_time.compute_high is '95th percentile of compute, in FLOP.';
comment on column compute_over_time.method is 'How the value came about.';
comment on column compute_over_time.disagree is 'True when methods differ by more than a factor of 3.';
comment on column compute_over_time.affiliation is 'Set rule.';
comment on column compute_over_time.organizations is 'Names of the makers.';
comment on column compute_over_time.countries is 'ISO codes of the makers.';
comment on column compute_over_time.weights is 'Openness of the weights.';
comment on column compute_over_time.domains is 'What the model is for.';
