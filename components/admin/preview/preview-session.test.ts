import { describe, expect, it, vi } from 'vitest';
import { BrowserFailure, type BrowserModel, type Ready, type Seen } from '@/lib/vision/browser';
import { PreviewSession, type FindSimilar, type OpenVision, type PreviewPicture } from './preview-session';

const MODEL = { id: 'model', bytes: 10 } as BrowserModel;
const READY = { backend: 'wasm', threads: 1 } as Ready;
const NOTHING = { ok: true, similar: { state: 'ready', items: [] }, duplicates: [] } as const;
const found: FindSimilar = () => Promise.resolve(NOTHING);

/** A picture whose content is its name. */
function picture(name: string): PreviewPicture {
  return { key: name, name, file: new Blob([name]) };
}

/** A network that sees what it is told to, one answer per call of `answer`. */
function fakeNetwork() {
  const asked: { resolve: (seen: Seen) => void; reject: (error: unknown) => void; file: Blob }[] = [];
  const vision = {
    see: vi.fn((file: Blob) => new Promise<Seen>((resolve, reject) => asked.push({ resolve, reject, file }))),
    compare: vi.fn(() => Promise.resolve(null)),
    close: vi.fn(),
  };
  const open: OpenVision = vi.fn(() => Promise.resolve({ vision, ready: READY }));
  return { asked, vision, open };
}

const seen = (name: string) => ({ signature: { modelId: name } }) as Seen;

async function started(findSimilar = found) {
  const network = fakeNetwork();
  const session = new PreviewSession(MODEL, network.open, findSimilar);
  await session.start();
  return { ...network, session, sight: (key: string) => session.getState().sights.get(key) };
}

describe('pictures', () => {
  it('are looked at one after another, in their order, and each is asked about once', async () => {
    const ask = vi.fn(found);
    const { session, asked, sight } = await started(ask);
    void session.show([picture('a'), picture('b')]);
    await vi.waitFor(() => expect(asked).toHaveLength(1));
    expect(await asked[0]!.file.text()).toBe('a');
    asked[0]!.resolve(seen('a'));
    await vi.waitFor(() => expect(asked).toHaveLength(2));
    asked[1]!.resolve(seen('b'));
    await vi.waitFor(() => expect(sight('b')).toMatchObject({ state: 'seen', matches: { state: 'found' } }));
    expect(ask.mock.calls.map(([{ modelId }]) => modelId)).toEqual(['a', 'b']);
  });

  it('that are taken away are not looked at, and what was seen of others stays', async () => {
    const { session, asked, sight } = await started();
    void session.show([picture('a'), picture('b'), picture('c')]);
    await vi.waitFor(() => expect(asked).toHaveLength(1));
    void session.show([picture('a'), picture('c')]);
    asked[0]!.resolve(seen('a'));
    await vi.waitFor(() => expect(asked).toHaveLength(2));
    expect(await asked[1]!.file.text()).toBe('c');
    expect(sight('b')).toBeUndefined();
    expect(sight('a')).toMatchObject({ state: 'seen' });
  });

  it('that cannot be read say so, and the next one is looked at', async () => {
    const { session, asked, sight } = await started();
    void session.show([picture('a'), picture('b')]);
    await vi.waitFor(() => expect(asked).toHaveLength(1));
    asked[0]!.reject(new BrowserFailure('picture-unreadable', 'no picture'));
    await vi.waitFor(() => expect(asked).toHaveLength(2));
    expect(sight('a')).toEqual({ state: 'failed', code: 'picture-unreadable' });
    expect(session.getState().network.state).toBe('ready');
  });

  it('the server could not be asked about are still shown, and can be asked about again', async () => {
    const ask = vi.fn(found).mockRejectedValueOnce(new TypeError('offline'));
    const { session, asked, sight } = await started(ask);
    void session.show([picture('a')]);
    await vi.waitFor(() => expect(asked).toHaveLength(1));
    asked[0]!.resolve(seen('a'));
    const failed = { state: 'seen', matches: { state: 'failed', code: 'unreachable' } };
    await vi.waitFor(() => expect(sight('a')).toMatchObject(failed));
    await session.askAgain('a');
    expect(sight('a')).toMatchObject({ matches: { state: 'found' } });
  });
});

describe('the network', () => {
  it('says why it failed, and a retry goes on with what was waiting', async () => {
    const { session, asked, vision, sight } = await started();
    void session.show([picture('a')]);
    await vi.waitFor(() => expect(asked).toHaveLength(1));
    asked[0]!.reject(new BrowserFailure('worker-crashed', 'gone'));
    await vi.waitFor(() =>
      expect(session.getState().network).toEqual({ state: 'failed', code: 'worker-crashed' }),
    );
    expect(vision.close).toHaveBeenCalled();
    void session.start();
    await vi.waitFor(() => expect(asked).toHaveLength(2));
    asked[1]!.resolve(seen('a'));
    await vi.waitFor(() => expect(sight('a')).toMatchObject({ state: 'seen' }));
  });

  it('that does not open is a failure with its own code', async () => {
    const open: OpenVision = () => Promise.reject(new BrowserFailure('wrong-checksum', 'other bytes'));
    const session = new PreviewSession(MODEL, open, found);
    await session.start();
    expect(session.getState().network).toEqual({ state: 'failed', code: 'wrong-checksum' });
  });

  it('is ended when it opens after the preview was switched off', async () => {
    const { vision } = fakeNetwork();
    let opened = () => {};
    const open: OpenVision = () =>
      new Promise((resolve) => (opened = () => resolve({ vision, ready: READY })));
    const session = new PreviewSession(MODEL, open, found);
    const start = session.start();
    session.close();
    opened();
    await start;
    expect(vision.close).toHaveBeenCalled();
    expect(session.getState().network.state).toBe('loading');
  });
});
