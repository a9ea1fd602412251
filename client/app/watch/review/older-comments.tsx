import { useSignal } from '@preact/signals';
import { Awaited } from '#client/ui/awaited.tsx';
import { useResource } from '#client/ui/resource.ts';
import { useWatch } from '../watch.ts';
import './review.css';
import { olderThan, readVersions } from './version-stack.ts';
import { VersionComments } from './version-comments.tsx';

/** What was said about the versions before, to be read along with this one; it is answered where it was said. */
export function OlderComments() {
  const isAsked = useSignal(false);
  if (isAsked.value) return <OlderVersions />;
  return (
    <button type="button" class="button plain" onClick={() => (isAsked.value = true)}>
      Show comments of earlier versions
    </button>
  );
}

/** The newest of them open, since that is what was asked for; the others are fetched when they are. */
function OlderVersions() {
  const { video } = useWatch().boot;
  const versions = useResource(
    async () => olderThan(await readVersions(video.id), video.version.number),
    video.id,
  );
  return (
    <section class="stack-small older-comments" aria-label="Comments of earlier versions">
      <Awaited of={versions}>
        {(older) => {
          const discussed = older.filter(({ commentCount }) => commentCount > 0);
          if (discussed.length === 0)
            return <p class="small muted">Nothing was said about earlier versions.</p>;
          return discussed.map((version, index) => (
            <VersionComments key={version.id} version={version} isFirst={index === 0} />
          ));
        }}
      </Awaited>
    </section>
  );
}
