// Makes holidays.txt out of the npm package date-holidays. Run by maintainers once a year: see NOTICE.md.
import { createRequire } from 'node:module';
import { writeFileSync } from 'node:fs';

const require = createRequire(`${process.cwd()}/`);
const Holidays = require('date-holidays');
const version = require('date-holidays/package.json').version;
const [first, last] = [2025, 2036];

/** The public holidays of some years as 'name' -> sorted days; what lasts several days is each of them, and half days are left out. */
function daysOf(country, region) {
  const list = new Holidays(country, region, undefined, { languages: ['en'] });
  const found = new Map();
  for (let year = first; year <= last; year++) {
    for (const holiday of list.getHolidays(year) ?? []) {
      const whole = Math.round((holiday.end - holiday.start) / 86_400_000);
      if (holiday.type !== 'public' || whole < 1) continue;
      // The day as it is written there, in no zone.
      const [y, m, d] = holiday.date.slice(0, 10).split('-').map(Number);
      for (let i = 0; i < whole; i++) {
        const day = new Date(Date.UTC(y, m - 1, d + i)).toISOString().slice(2, 10).replaceAll('-', '');
        const name = holiday.name.replace(/\s+/g, ' ').trim();
        if (!found.has(name)) found.set(name, new Set());
        found.get(name).add(day);
      }
    }
  }
  return [...found].map(([name, days]) => `${packed([...days].sort())} ${name}`);
}

/** What is on the same day of each year is written once. */
function packed(days) {
  const same = days.every(d => d.slice(2) === days[0].slice(2)) && days.length === last - first + 1;
  return same ? `=${days[0].slice(2)}` : days.join(' ');
}

const out = [`# Public holidays ${first} to ${last}, from date-holidays ${version} (CC BY-SA 3.0): see NOTICE.md`];
const all = new Holidays();
for (const [code, name] of Object.entries(all.getCountries('en')).sort((a, b) => a[1].localeCompare(b[1], 'en'))) {
  const base = daysOf(code);
  const regions = Object.entries(all.getStates(code, 'en') ?? {}).sort((a, b) => a[1].localeCompare(b[1], 'en'));
  if (base.length === 0 && regions.length === 0) continue;
  out.push(`${code} ${name}`, ...base.sort());
  for (const [region, title] of regions) {
    const days = daysOf(code, region);
    out.push(`${code}-${region} ${title}`, ...days.filter(d => !base.includes(d)).map(d => `+${d}`).sort(), ...base.filter(d => !days.includes(d)).map(d => `-${d}`).sort());
  }
}
writeFileSync(new URL('holidays.txt', import.meta.url), `${out.join('\n')}\n`);
