import { api, type Shape } from '#client/api/client.ts';
import { Awaited } from '#client/ui/awaited.tsx';
import { useResource } from '#client/ui/resource.ts';
import { sizeWords } from '#client/ui/size-words.ts';
import { answerOf } from '../request.ts';
import { storageWords } from './storage-words.ts';
import './organization.css';

type Storage = Shape<'OrganizationStorage'>;

/** How much of its storage an organization uses, and for what. */
export function StorageSection({ organizationId }: { organizationId: string }) {
  const params = { path: { organizationId } };
  const storage = useResource(
    (signal) => answerOf(api.GET('/api/organizations/{organizationId}/storage', { params, signal })),
    organizationId,
  );
  return (
    <section class="stack" aria-labelledby="storage-heading">
      <h2 id="storage-heading">Storage</h2>
      <Awaited of={storage}>{(data) => <Figures storage={data} />}</Awaited>
    </section>
  );
}

function Figures({ storage }: { storage: Storage }) {
  const { usedBytes, limitBytes } = storage;
  const { sum, state } = storageWords(storage);
  return (
    <>
      <p class="figures" id="storage-sum">
        {sum}
      </p>
      {limitBytes !== null && (
        <meter
          class="storage-meter"
          aria-labelledby="storage-heading"
          aria-describedby="storage-sum"
          min={0}
          max={Math.max(1, limitBytes)}
          high={limitBytes * 0.9}
          value={Math.min(usedBytes, Math.max(1, limitBytes))}
        >
          {sum}
        </meter>
      )}
      {state && <p class="notice">{state}</p>}
      <dl class="storage-parts figures">
        <Part name="Videos" bytes={storage.videoBytes} />
        <Part name="Assets" bytes={storage.assetBytes} />
        <div>
          <dt>
            <a href="/library/trash">In the trash</a>
          </dt>
          <dd>{sizeWords(storage.trashBytes)}</dd>
        </div>
        <Part name="Uploads under way" bytes={storage.awaitedBytes} />
      </dl>
      <p class="small muted">
        The trash counts for its 30 days, an upload with its whole length from its beginning. Posters,
        storyboards and what was taken from the market do not count.
      </p>
    </>
  );
}

const Part = ({ name, bytes }: { name: string; bytes: number }) => (
  <div>
    <dt>{name}</dt>
    <dd>{sizeWords(bytes)}</dd>
  </div>
);
