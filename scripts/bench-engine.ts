// npm run bench:engine: narrowing and re-ranking against the original algorithm, in one process.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { measure, type Result } from '@/scripts/bench-engine/measure';
import { commit, machineLine, type Report, table } from '@/scripts/bench-engine/report';

const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    sizes: { type: 'string', default: '10000,100000,1000000' },
    queries: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
  },
});

const machine = machineLine();
console.log(machine);
const results: Result[] = [];
for (const size of values.sizes.split(',')) {
  results.push(...measure(Number(size), Number(values.queries), Number(values.seed)));
}
console.log(table(results));
const report: Report = { machine, commit: commit(), seed: Number(values.seed), results };
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`);
