// Numbers, dates and words as people read them. Every function answers text.

export const AFFILIATIONS = ['industry', 'academia', 'collaboration', 'nonprofit', 'government', 'mixed', 'unknown'];
export const WEIGHTS = ['unrestricted', 'restricted-use', 'non-commercial', 'api', 'hosted', 'unreleased', 'unknown'];

const WORDS = {
  collaboration: 'Industry with academia',
  mixed: 'Other mixtures',
  api: 'API only',
  hosted: 'Hosted only',
  'restricted-use': 'Restricted use',
  'non-commercial': 'Non-commercial',
  'operation-counting': 'counted from parameters and tokens',
  'hardware-time': 'from chips and hours',
  reported: 'reported by the maker',
  curated: 'from a curated table',
  'fine-tune': 'base plus fine-tuning',
  imputed: 'imputed from a prior',
  combined: 'several methods combined',
  allWithCompute: 'All with known compute',
  notableLikely: 'Likely notable',
  notableLikelyWithCompute: 'Likely notable with compute',
};

/** A stable word of the tables as people say it. */
export function words(word) {
  if (!word) return 'Unknown';
  return WORDS[word] ?? word.charAt(0).toUpperCase() + word.slice(1).replaceAll('-', ' ');
}

/** The same within a sentence. */
export function lower(word) {
  const said = words(word);
  return said.startsWith('API') ? said : said.toLowerCase();
}

/** "Running top 10 from 2018" from runningTop10From2018, "Running top 1, 2012 to 2017" from runningTop1_2012_2017. */
export function selection(name) {
  const [first, maker] = name.split('×');
  const said = WORDS[first] ?? words(first.replace(/_(\d+)_(\d+)/, ', $1 to $2').replace(/([a-z0-9])([A-Z])/g, '$1 $2').replace(/(?<!\d)([a-zA-Z])(\d)/g, '$1 $2').toLowerCase());
  return maker ? `${said}, ${words(maker).toLowerCase()}` : said;
}

/** 3.3e24. */
export function scientific(value) {
  if (value === null || value === undefined || !Number.isFinite(Number(value))) return 'unknown';
  const number = Number(value);
  return number === 0 ? '0' : number.toExponential(1).replace('e+', 'e');
}

/** "3.3e24 FLOP (2.3e24–4.8e24)"; "unknown" when nobody knows. */
export function flop(value, low, high) {
  if (value === null || value === undefined) return 'unknown';
  return `${scientific(value)} FLOP${interval(scientific, value, low, high)}`;
}

function interval(write, value, low, high) {
  if (low === null || low === undefined || high === null || high === undefined) return '';
  return Number(low) === Number(value) && Number(high) === Number(value) ? '' : ` (${write(low)}–${write(high)})`;
}

/** 671B, 14.8T, 950M, 12k. */
export function short(value) {
  if (value === null || value === undefined || !Number.isFinite(Number(value))) return 'unknown';
  const number = Number(value);
  if (Math.abs(number) >= 1e18) return scientific(number);
  for (const [size, letter] of [[1e15, 'Q'], [1e12, 'T'], [1e9, 'B'], [1e6, 'M'], [1e3, 'k']]) {
    if (Math.abs(number) >= size) return digits(number / size) + letter;
  }
  return digits(number);
}

function digits(number) {
  return number >= 100 ? String(Math.round(number)) : String(Number(number.toPrecision(3)));
}

export function shortWithInterval(value, low, high) {
  return short(value) + (value === null || value === undefined ? '' : interval(short, value, low, high));
}

export function count(number) {
  return Number(number).toLocaleString('en');
}

export function percent(fraction) {
  return fraction > 0 && fraction < 0.01 ? '<1 %' : `${Math.round(fraction * 100)} %`;
}

export function months(value) {
  const number = Number(value);
  return Math.abs(number) >= 100 ? String(Math.round(number)) : number.toFixed(1);
}

/** "2026-02-16 09:30", in UTC. */
export function moment(instant) {
  return instant ? `${instant.slice(0, 10)} ${instant.slice(11, 16)}` : 'never';
}

/** Year with fraction of a day, as the trends count it. */
export function decimalYear(day) {
  const date = new Date(`${day}T00:00:00Z`);
  const start = Date.UTC(date.getUTCFullYear(), 0, 1);
  const next = Date.UTC(date.getUTCFullYear() + 1, 0, 1);
  return date.getUTCFullYear() + (date.getTime() - start) / (next - start);
}
