'use client';

/**
 * Shown when the layout itself fails: no language, no styles and no components can be counted on, so it speaks both
 * languages and carries its own few rules.
 */
export default function GlobalError({ retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="ko">
      <body
        style={{ font: '16px/1.6 system-ui, sans-serif', colorScheme: 'light dark', padding: '12vh 24px' }}
      >
        <title>닮아 · Dalma</title>
        <main style={{ maxWidth: 480, margin: '0 auto', textAlign: 'center' }}>
          <h1>화면을 불러오지 못했어요</h1>
          <p>잠시 뒤에 다시 해 보세요.</p>
          <p lang="en">This page could not be loaded. Please try again in a moment.</p>
          <button type="button" onClick={() => retry()} style={{ font: 'inherit', padding: '12px 24px' }}>
            다시 불러오기 · <span lang="en">Try again</span>
          </button>
        </main>
      </body>
    </html>
  );
}
