import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Tabs } from '#client/ui/tabs.tsx';
import { CommentsPanel } from './comments/comments-panel.tsx';
import { lazyPart } from '#client/ui/lazy-part.tsx';
import type { Moment } from './moment.ts';
import { usePick, useWatch, type PanelTab, type Watch } from './watch.ts';

const TABS: readonly PanelTab[] = ['comments', 'chapters', 'transcript', 'people'];

/** Fetched when their tab is first shown. */
const ChaptersPanel = lazyPart(async () => (await import('./chapters-panel.tsx')).ChaptersPanel);
const PeoplePanel = lazyPart(async () => (await import('./people-panel.tsx')).PeoplePanel);
const TranscriptPanel = lazyPart(
  async () => (await import('./transcript/transcript-panel.tsx')).TranscriptPanel,
);

function Transcript({ transcripts }: { transcripts: Watch['transcripts']['value'] }) {
  const isAsked = useSignal(false);
  if (useWatch().tab.value === 'transcript') isAsked.value = true;
  return isAsked.value ? <TranscriptPanel transcripts={transcripts} /> : null;
}

/** Comments, chapters and transcript (where there are any) and people. */
export function SidePanel() {
  const watch = useWatch();
  const player = watch.player.value;
  const transcripts = watch.transcripts.value;
  const commentCount = usePick((state) => state.video.commentCount).value;
  const total = usePick((state) => state.presence.total).value;

  useEffect(() => {
    const onRequest = (event: Event) => {
      const { positionSeconds, frame } = (event as CustomEvent<Moment>).detail;
      const isShown = watch.tab.value === 'comments';
      watch.tab.value = 'comments';
      const { text, drawing, moment, isBegun } = watch.writing;
      const isNew = text.value === '' && drawing.value.length === 0 && !isBegun.value;
      if (isNew) moment.value = { positionSeconds, frame };
      const focus = () => (watch.writing.focusAsked.value += 1);
      // A hidden panel has to be drawn first, or there is nothing to focus.
      if (isShown) focus();
      else requestAnimationFrame(focus);
    };
    player?.addEventListener('commentrequest', onRequest);
    return () => player?.removeEventListener('commentrequest', onRequest);
  }, [player, watch]);

  const tabs = [
    { key: 'comments', label: 'Comments', count: commentCount, content: <CommentsPanel /> },
    ...(watch.boot.chapters.length > 0
      ? [
          {
            key: 'chapters',
            label: 'Chapters',
            count: watch.boot.chapters.length,
            content: watch.tab.value === 'chapters' && <ChaptersPanel />,
          },
        ]
      : []),
    ...(transcripts.length > 0
      ? [{ key: 'transcript', label: 'Transcript', content: <Transcript transcripts={transcripts} /> }]
      : []),
    {
      key: 'people',
      label: 'People',
      count: total,
      content: watch.tab.value === 'people' && <PeoplePanel />,
    },
  ];
  return (
    <aside class="side" aria-label="Discussion">
      <Tabs
        label="Comments, chapters and people"
        tabs={tabs}
        chosen={watch.tab.value}
        onChoose={(key) => (watch.tab.value = TABS.find((tab) => tab === key) ?? 'comments')}
      />
    </aside>
  );
}
