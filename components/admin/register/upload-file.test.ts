import { expect, it } from 'vitest';
import { uploadFrom } from './upload-file';

it('takes the job’s number from the answer', () => {
  const body = JSON.stringify({ job: { id: 12, state: 'waiting', fileName: 'a.jpg' } });
  expect(uploadFrom(201, body)).toEqual({ ok: true, job: 12 });
});

it.each([
  [400, '{"error":{"code":"empty","message":"…"}}', 'empty'],
  [401, '{"error":{"code":"not-signed-in","message":"…"}}', 'signed-out'],
  [413, '', 'too-many-bytes'],
  [429, '{"error":{"code":"too-many-requests","message":"…"}}', 'too-often'],
  [500, '{"error":{"code":"unexpected","message":"…"}}', 'unexpected'],
  [502, '<html>Bad gateway</html>', 'no-connection'],
  [0, '', 'no-connection'],
  [201, '<html>a proxy’s page</html>', 'unexpected'],
  [200, 'null', 'unexpected'],
])('an answer %i “%s” means %s', (status, body, problem) => {
  expect(uploadFrom(status, body)).toEqual({ ok: false, problem });
});
