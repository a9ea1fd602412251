import { useEffect } from 'preact/hooks';
import { SiteHeader } from '#client/ui/site-header.tsx';
import { ConnectionBanner } from './connection-banner.tsx';
import { PlayerStage } from './player-stage.tsx';
import { ScreeningBar } from './screening/screening-bar.tsx';
import { followHistory } from './screening/membership.ts';
import { ShortcutsButton } from './shortcuts-button.tsx';
import { SidePanel } from './side-panel.tsx';
import { TitleRow } from './title-row.tsx';
import { UnderStage } from './under-stage.tsx';
import { useRoomLife } from './use-room-life.ts';
import { useWatch } from './watch.ts';

/** `/v/{shortId}` and `/s/{shortId}`: the same page, alone or in step. */
export function WatchPage() {
  const watch = useWatch();
  useRoomLife(watch);
  useEffect(() => followHistory(watch), [watch]);
  return (
    <>
      <SiteHeader viewer={watch.viewer.value}>
        <ShortcutsButton />
      </SiteHeader>
      <main id="main" class="watch" data-theatre={watch.isTheatre.value}>
        <div class="watch-video">
          <ScreeningBar />
          <ConnectionBanner />
          <PlayerStage />
          <UnderStage />
          <TitleRow />
        </div>
        <SidePanel />
      </main>
      <div class="visually-hidden" role="status" aria-live="polite">
        {watch.announcer.message}
      </div>
    </>
  );
}
